import { endYear, keep, type Period, sumAcross } from "@popneeds/core";
import { aheadCaveats, aheadMethod, burdenAhead } from "../../burden/burden-ahead.ts";
import { deathInputs } from "../../burden/national-rates.ts";
import type { Estimate } from "../../estimate.ts";
import { estimatesOf } from "../../estimates-of.ts";
import { indicator } from "../../indicator.ts";
import { planningYears } from "../../people/horizons.ts";
import { baseYear, projectionInputs } from "../../people/projected-people.ts";

/** The categories of the figures, and the measures that each is the sum of. */
const parts = [
  ["total", ["growth", "ageing", "rate"]],
  ["growth", ["growth"]],
  ["ageing", ["ageing"]],
  ["rates", ["rate"]],
] as const;

const method = `${aheadMethod}: the year less ${baseYear}, split into growth, ageing and rates at each sex and age (Das Gupta, three factors)`;

/** How expected years of life lost would change since the base year, and why: more people, older people; rates stand still. */
export const changeInExpectedYearsOfLifeLost = indicator({
  id: "change-in-expected-years-of-life-lost",
  title: "Change in expected years of life lost",
  domain: "Burden of disease and projected need",
  subject: "the change in years of life expected to be lost in a year",
  meaning:
    "Expected years of life lost in 2028, 2033 and 2043 less those of 2023, and what of it goes with the number of people (growth), their sexes and ages (ageing), and the years lost per person at each sex and age (rates: none, since Scotland's rates of 2015-2017 are held). Each part is the change if that factor alone went from its first value to its second, averaged over the states of the others (Das Gupta); growth, ageing and rates add up to the total.",
  unit: "years of life a year",
  counts: "years of life a year",
  per: null,
  better: "lower",
  certainty: "full count",
  decimals: 0,
  caveats: [
    ...aheadCaveats,
    "The split depends on the level at which it is made: each area is split by its own people. Totals of localities add up to their partnership; their growth and ageing do not quite, because people who are to live in another locality change its number there and not in the partnership.",
    "Rates take no part by assumption. It is no finding that they will not change.",
  ],
  inputs: { ...deathInputs, ...projectionInputs },
  compute(tables, setting): readonly Estimate[] {
    return burdenAhead(tables, setting).flatMap((table) => {
      const later = keep(table, { period: (period: Period) => planningYears(period) && endYear(period) > baseYear });
      return parts.flatMap(([category, measures]) =>
        estimatesOf(sumAcross(later, "value", ...measures), { method, numerator: null, denominator: null }).map(
          (of) => ({ ...of, category }),
        ),
      );
    });
  },
});
