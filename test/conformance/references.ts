import { betaQuantile, chiSquareQuantile, gammaQuantile, normalQuantile, studentQuantile } from "@popneeds/stats";
import { calculateDsr, pheProportion, pheRate } from "./references/phe.ts";
import { calculateIsRate, calculateIsRatio } from "./references/phe-indirect.ts";
import { pheMean } from "./references/phe-mean.ts";
import { pheQuantile } from "./references/phe-quantile.ts";
import { ageCalculate, createAgeGroups, extractFinYear, quarterFamily, roundedHalfUp } from "./references/phs.ts";
import { quantiles } from "./references/quantiles.ts";
import type { References } from "./run-case.ts";

/** Every function of a reference that we have a counterpart of, one line each. What is not here is not implemented. */
export const references: References = {
  "beta quantile": quantiles(betaQuantile, "a", "b"),
  "chi-square quantile": quantiles(chiSquareQuantile, "df"),
  "gamma quantile": quantiles(gammaQuantile, "shape"),
  "normal quantile": quantiles(normalQuantile),
  "qtr family": quarterFamily,
  "t quantile": quantiles(studentQuantile, "df"),
  age_calculate: ageCalculate,
  calculate_ISRate: calculateIsRate,
  calculate_ISRatio: calculateIsRatio,
  calculate_dsr: calculateDsr,
  create_age_groups: createAgeGroups,
  extract_fin_year: extractFinYear,
  phe_mean: pheMean,
  phe_proportion: pheProportion,
  phe_quantile: pheQuantile,
  phe_rate: pheRate,
  round_half_up: roundedHalfUp,
};
