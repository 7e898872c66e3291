import { sumOver } from "@popneeds/core";
import { ratio } from "@popneeds/methods";
import { aYear } from "../../burden/a-year.ts";
import { countryWanted, ofCountry } from "../../burden/country-wanted.ts";
import { modelledMethod, modelledYearsLost, peopleBelow } from "../../burden/modelled-years-lost.ts";
import {
  type DeathPeriod,
  deathInputs,
  deathPeriods,
  nationalPersonYears,
  nationalYearsLost,
} from "../../burden/national-rates.ts";
import type { Estimate } from "../../estimate.ts";
import { estimatesOf } from "../../estimates-of.ts";
import { indicator } from "../../indicator.ts";
import type { TablesOf } from "../../input.ts";
import { smallAreas } from "../../zones/small-area-people.ts";

/** Years of life lost by cause: Scotland from its deaths, smaller areas modelled from Scotland's rates by sex and age. */
export const yearsOfLifeLost = indicator({
  id: "years-of-life-lost",
  title: "Years of life lost",
  domain: "Burden of disease and projected need",
  subject: "the rate of years of life lost to death",
  meaning:
    "For every death, the years that a person of that age and sex could still expect by the national life table of the United Kingdom 2016-18; summed and divided by the people, per 100,000 a year. Scotland: from the deaths of 2000-2002, 2012-2014 and 2015-2017. Smaller areas: what Scotland's rates of 2015-2017 by sex and age would give for their people of mid-2021.",
  unit: "years per 100,000 people",
  counts: "years of life a year",
  per: 100_000,
  better: "lower",
  certainty: "full count",
  decimals: 0,
  caveats: [
    "Below Scotland it is modelled: it shows what the ages of the people imply, and nothing of how healthy the area is. It is no evidence that areas differ in health.",
    "The earlier periods are set against the same life table, so that what changes is the deaths and the people, not the yardstick.",
    "Against another life table the years would be others; figures against two tables are not to be compared.",
    "Deaths are taken to happen in the middle of each band of ages, and five years above 90 in the open band. Years are not discounted.",
  ],
  inputs: { ...deathInputs, smallAreas },
  compute(tables, setting): readonly Estimate[] {
    const expected = sumOver(modelledYearsLost(tables, setting), "sex", "age");
    const everybody = sumOver(peopleBelow(tables.smallAreas, setting), "sex", "age");
    const method = modelledMethod;
    const country = countryWanted(setting);
    return [
      ...(country === null ? [] : deathPeriods.flatMap((period) => observed(tables, country, period))),
      ...estimatesOf(ratio(expected, everybody, { per: 100_000 }), { method, category: "cause" }),
      ...estimatesOf(ratio(sumOver(expected, "cause"), everybody, { per: 100_000 }), { method }),
    ];
  },
});

/** The country's own years, from its deaths; counts are the mean of a year. */
function observed(deaths: TablesOf<typeof deathInputs>, country: string, period: DeathPeriod): readonly Estimate[] {
  const years = ofCountry(sumOver(nationalYearsLost(deaths, period), "sex", "age"), country);
  const lived = sumOver(nationalPersonYears(deaths, period), "sex", "age");
  const method = `observed deaths of ${period} by age and sex, years left by the UK national life table 2016-18; mean of three years`;
  return aYear(
    [
      ...estimatesOf(ratio(years, lived, { per: 100_000 }), { method, category: "cause" }),
      ...estimatesOf(ratio(sumOver(years, "cause"), lived, { per: 100_000 }), { method }),
    ],
    { of: "parts" },
  );
}
