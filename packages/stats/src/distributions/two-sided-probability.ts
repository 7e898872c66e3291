import { normalDistribution } from "./normal-distribution.ts";

/**
 * The chance that a standard normal variable lies at least as far from 0 as z, on either side.
 *
 * @param z in standard errors
 * @returns the probability, from 0 to 1; NaN for NaN
 *
 * @example
 * twoSidedProbability(1.959963984540054) // 0.05
 */
export function twoSidedProbability(z: number): number {
  return Math.min(1, 2 * normalDistribution(-Math.abs(z)));
}
