import { reductionToStandStill as reduction } from "@popneeds/burden";
import { endYear, keep, type Period } from "@popneeds/core";
import { aheadCaveats, aheadMethod, burdenAhead } from "../../burden/burden-ahead.ts";
import { deathInputs } from "../../burden/national-rates.ts";
import type { Estimate } from "../../estimate.ts";
import { estimatesOf } from "../../estimates-of.ts";
import { indicator } from "../../indicator.ts";
import { planningYears } from "../../people/horizons.ts";
import { baseYear, projectionInputs } from "../../people/projected-people.ts";

const method = `${aheadMethod}: 100 × (1 − years lost in ${baseYear} ÷ years lost in the year)`;

/** By how much death rates would have to fall for no more years of life to be lost than in the base year. */
export const reductionToStandStill = indicator({
  id: "reduction-to-stand-still",
  title: "Reduction of rates needed to stand still",
  domain: "Burden of disease and projected need",
  subject:
    "the reduction of years lost per person, the same at every age, that would keep years of life lost where they are",
  meaning:
    "By how many per cent the years of life lost per person would have to be lower in 2028, 2033 or 2043 than Scotland's of 2015-2017, at every sex and age alike, for no more years of life to be lost in the area than in 2023: 100 × (1 − expected years lost in 2023 ÷ expected years lost in the year). Below 0 the years lost fall without it, and rates could rise by as many per cent.",
  unit: "%",
  counts: "years of life a year",
  per: 100,
  better: "lower",
  certainty: "full count",
  decimals: 1,
  caveats: [
    ...aheadCaveats,
    "It is a yardstick, neither target nor forecast: it says how far rates must fall to offset ageing and growth, not whether they can.",
    "The fall is thought the same at every sex and age. One at some ages only would have to be larger there.",
  ],
  inputs: { ...deathInputs, ...projectionInputs },
  compute(tables, setting): readonly Estimate[] {
    return burdenAhead(tables, setting).flatMap((table) => {
      const later = keep(table, { period: (period: Period) => planningYears(period) && endYear(period) > baseYear });
      return estimatesOf(reduction(later), { method, value: "reduction", numerator: null, denominator: null });
    });
  },
});
