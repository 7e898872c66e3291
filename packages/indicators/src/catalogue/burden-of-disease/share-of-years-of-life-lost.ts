import { sumOver } from "@popneeds/core";
import { share } from "@popneeds/methods";
import { aYear } from "../../burden/a-year.ts";
import { countryWanted, ofCountry } from "../../burden/country-wanted.ts";
import { modelledMethod, modelledYearsLost } from "../../burden/modelled-years-lost.ts";
import { deathInputs, deathPeriods, nationalYearsLost } from "../../burden/national-rates.ts";
import type { Estimate } from "../../estimate.ts";
import { estimatesOf } from "../../estimates-of.ts";
import { indicator } from "../../indicator.ts";
import { smallAreas } from "../../zones/small-area-people.ts";

/** Which share of all years of life lost each cause takes. */
export const shareOfYearsOfLifeLost = indicator({
  id: "share-of-years-of-life-lost",
  title: "Share of years of life lost",
  domain: "Burden of disease and projected need",
  subject: "the share of years of life lost to death",
  meaning:
    "Years of life lost to a cause of death in a hundred years lost to all causes; years as in years of life lost, by the national life table of the United Kingdom 2016-18. Scotland: from the deaths of 2000-2002, 2012-2014 and 2015-2017. Smaller areas: what Scotland's rates of 2015-2017 by sex and age would give for their people of mid-2021. The causes are 26, each death in one, and add up to 100.",
  unit: "%",
  counts: "years of life a year",
  per: 100,
  better: "neither",
  certainty: "full count",
  decimals: 1,
  caveats: [
    "Below Scotland it is modelled: shares differ from Scotland's only by the sexes and ages of the people, and are no evidence of what people there die of.",
    "A share may fall because other causes rose. It says nothing of whether a cause takes more years than before.",
    "The life table weighs early deaths: against one that expects more at old ages, causes of old age would have larger shares.",
  ],
  inputs: { ...deathInputs, smallAreas },
  compute(tables, setting): readonly Estimate[] {
    const modelled = sumOver(modelledYearsLost(tables, setting), "sex", "age");
    const country = countryWanted(setting);
    const observed = (code: string) =>
      deathPeriods.flatMap((period) => {
        const lost = ofCountry(sumOver(nationalYearsLost(tables, period), "sex", "age"), code);
        return estimatesOf(share(lost, sumOver(lost, "cause")), {
          method: `observed deaths of ${period}, years left by the UK national life table 2016-18; share of all years lost`,
          category: "cause",
        });
      });
    return [
      ...(country === null ? [] : aYear(observed(country), { of: "parts" })),
      ...estimatesOf(share(modelled, sumOver(modelled, "cause")), {
        method: `${modelledMethod}; share of all years lost`,
        category: "cause",
      }),
    ];
  },
});
