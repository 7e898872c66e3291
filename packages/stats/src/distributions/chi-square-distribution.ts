import { gammaDistribution } from "./gamma-distribution.ts";
import { requireDegrees } from "./student-distribution.ts";
import { requireTail, type TailOptions } from "./tail.ts";

/**
 * The probability that a chi-square variable stays below a point, or exceeds it.
 *
 * @param x where the distribution is cut; below 0 nothing lies
 * @param degreesOfFreedom above 0, whole or not
 * @param options `tail`: `lower` or `upper`; `scale`: `plain` or `log`
 * @returns the probability, from 0 to 1, or its logarithm; NaN for NaN
 * @throws RangeError where the degrees of freedom are not above 0
 *
 * Source and reference: as for `gammaDistribution`.
 *
 * @example
 * chiSquareDistribution(3.841458820694124, 1, { tail: "upper" }) // 0.05
 */
export function chiSquareDistribution(x: number, degreesOfFreedom: number, options: TailOptions = {}): number {
  requireDegrees("chiSquareDistribution", degreesOfFreedom);
  requireTail("chiSquareDistribution", options);
  return gammaDistribution(x / 2, degreesOfFreedom / 2, options);
}
