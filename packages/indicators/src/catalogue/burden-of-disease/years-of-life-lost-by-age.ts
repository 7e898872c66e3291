import { into, recode, sumOver } from "@popneeds/core";
import { aYear } from "../../burden/a-year.ts";
import { causeGroup } from "../../burden/cause-groups.ts";
import { countryWanted, ofCountry } from "../../burden/country-wanted.ts";
import { modelledMethod, modelledYearsLost } from "../../burden/modelled-years-lost.ts";
import { deathInputs, nationalYearsLost, rateBands } from "../../burden/national-rates.ts";
import type { Estimate } from "../../estimate.ts";
import { estimatesOf } from "../../estimates-of.ts";
import { indicator } from "../../indicator.ts";
import { smallAreas } from "../../zones/small-area-people.ts";

const inGroups = "causes summed into groups";

/** At which ages years of life are lost, and to which groups of causes. */
export const yearsOfLifeLostByAge = indicator({
  id: "years-of-life-lost-by-age",
  title: "Years of life lost by age",
  domain: "Burden of disease and projected need",
  subject: "the number of years of life lost to death in a year",
  meaning:
    "Years of life lost in a year by the age at death, in bands of five years to 90 and over, and by group of causes; years as in years of life lost, by the national life table of the United Kingdom 2016-18. Scotland: from the deaths of 2015-2017, the mean of a year. Smaller areas: what Scotland's rates by sex and age would give for their people of mid-2021.",
  unit: "years of life a year",
  counts: "years of life a year",
  per: null,
  better: "lower",
  certainty: "full count",
  decimals: 0,
  caveats: [
    "Below Scotland it is modelled: it shows where the ages of the people put Scotland's rates, and nothing of how healthy the area is.",
    "Years stand at the age at which people died, not at the ages that they did not live to see.",
    "Groups of causes are made for charts; a group is no disease, and all other causes hold deaths whose cause is ill-defined.",
  ],
  inputs: { ...deathInputs, smallAreas },
  compute(tables, setting): readonly Estimate[] {
    const columns = { category: "cause", value: "years", numerator: null, denominator: null };
    const country = countryWanted(setting);
    const lost = into(sumOver(nationalYearsLost(tables), "sex"), rateBands);
    const modelled = recode(sumOver(modelledYearsLost(tables, setting), "sex"), "cause", causeGroup, inGroups);
    const method =
      "observed deaths of 2015-2017, years left by the UK national life table 2016-18; mean of three years";
    return [
      ...(country === null
        ? []
        : aYear(estimatesOf(ofCountry(recode(lost, "cause", causeGroup, inGroups), country), { ...columns, method }), {
            of: "figures",
          })),
      ...estimatesOf(modelled, { ...columns, value: "events", method: modelledMethod }),
    ];
  },
});
