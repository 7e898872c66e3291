import { logGammaDensity } from "./gamma-density.ts";
import { requireDegrees } from "./student-distribution.ts";
import { type DensityOptions, requireScale } from "./tail.ts";

/**
 * The density of a chi-square variable: half the gamma density of half the degrees of freedom at half the point.
 *
 * @param x 0 or more; a density below 0 is 0
 * @param degreesOfFreedom above 0, whole or not
 * @param options `scale`: `plain` or `log`
 * @returns the density, or its logarithm; NaN for NaN
 * @throws RangeError where the degrees of freedom are not above 0
 *
 * Source and reference: as for `gammaDensity`.
 *
 * @example
 * chiSquareDensity(2, 2) // 0.18393972058572117
 */
export function chiSquareDensity(
  x: number,
  degreesOfFreedom: number,
  { scale = "plain" }: DensityOptions = {},
): number {
  requireDegrees("chiSquareDensity", degreesOfFreedom);
  const log = logGammaDensity(x / 2, degreesOfFreedom / 2) - Math.LN2;
  requireScale("chiSquareDensity", scale);
  return scale === "log" ? log : Math.exp(log);
}
