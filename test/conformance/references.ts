import { chiSquareQuantile, gammaQuantile, normalQuantile } from "@popneeds/stats";
import { calculateDsr, pheProportion, pheRate } from "./references/phe.ts";
import { quantiles } from "./references/quantiles.ts";
import type { References } from "./run-case.ts";

/** Every function of a reference that we have a counterpart of, one line each. What is not here is not implemented. */
export const references: References = {
  "chi-square quantile": quantiles(chiSquareQuantile, "df"),
  "gamma quantile": quantiles(gammaQuantile, "shape"),
  "normal quantile": quantiles(normalQuantile),
  calculate_dsr: calculateDsr,
  phe_proportion: pheProportion,
  phe_rate: pheRate,
};
