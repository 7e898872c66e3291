import { expectedEvents } from "@popneeds/burden";
import { into, keep, sumOver, withKey } from "@popneeds/core";
import { ratio } from "@popneeds/methods";
import type { Estimate } from "../../estimate.ts";
import { estimatesOf } from "../../estimates-of.ts";
import { indicator } from "../../indicator.ts";
import type { TablesOf } from "../../input.ts";
import {
  deathInputs,
  nationalPersonYears,
  nationalYearsLost,
  nationalYearsLostRates,
  rateBands,
} from "../../national-rates.ts";
import { smallAreaPeople, smallAreas } from "../../small-area-people.ts";

/** Years of life lost by cause: Scotland from its deaths, smaller areas modelled from Scotland's rates by sex and age. */
export const yearsOfLifeLost = indicator({
  id: "years-of-life-lost",
  title: "Years of life lost",
  domain: "Burden of disease and projected need",
  subject: "the rate of years of life lost to death",
  meaning:
    "For every death, the years that a person of that age and sex could still expect by the national life table of the United Kingdom 2016-18; summed and divided by the people, per 100,000 a year. Scotland: from the deaths of 2015-2017. Smaller areas: what Scotland's rates by sex and age would give for their people of mid-2021.",
  unit: "years per 100,000 people",
  counts: "years of life a year",
  per: 100_000,
  better: "lower",
  certainty: "full count",
  decimals: 0,
  caveats: [
    "Below Scotland it is modelled: it shows what the ages of the people imply, and nothing of how healthy the area is. It is no evidence that areas differ in health.",
    "Against another life table the years would be others; figures against two tables are not to be compared.",
    "Deaths are taken to happen in the middle of each band of ages, and five years above 90 in the open band. Years are not discounted.",
  ],
  inputs: { ...deathInputs, smallAreas },
  compute({ smallAreas: table, ...deaths }, setting): readonly Estimate[] {
    const below = keep(smallAreaPeople(table, setting), { level: (level) => level !== "country" });
    const people = into(below, rateBands);
    const expected = sumOver(expectedEvents(nationalYearsLostRates(deaths), people), "sex", "age");
    const everybody = sumOver(people, "sex", "age");
    const method = "Scotland's years of life lost by sex and age, 2015-2017, at the people of mid-2021";
    const country = setting.places.areasAt("country")[0];
    return [
      ...(country && setting.areas.has(country.code) ? observed(deaths, country.code) : []),
      ...estimatesOf(ratio(expected, everybody, { per: 100_000 }), { method, category: "cause" }),
      ...estimatesOf(ratio(sumOver(expected, "cause"), everybody, { per: 100_000 }), { method }),
    ];
  },
});

/** The country's own years, from its deaths; counts are the mean of a year. */
function observed(deaths: TablesOf<typeof deathInputs>, area: string): readonly Estimate[] {
  const years = withKey(withKey(sumOver(nationalYearsLost(deaths), "sex", "age"), "area", area), "level", "country");
  const lived = sumOver(nationalPersonYears(deaths), "sex", "age");
  const method =
    "observed deaths of 2015-2017 by age and sex, years left by the UK national life table 2016-18; mean of three years";
  const all = [
    ...estimatesOf(ratio(years, lived, { per: 100_000 }), { method, category: "cause" }),
    ...estimatesOf(ratio(sumOver(years, "cause"), lived, { per: 100_000 }), { method }),
  ];
  const aYear = (sum: number | null) => (sum === null ? null : sum / 3);
  return all.map((of) => ({ ...of, numerator: aYear(of.numerator), denominator: aYear(of.denominator) }));
}
