import { requireLevel } from "../shared/require.ts";
import { normalQuantile } from "./normal-quantile.ts";

/**
 * How many standard errors a two-sided interval reaches to each side: z with P(−z < Z < z) = level.
 *
 * @param level coverage, between 0 and 1
 * @returns the deviate, above 0
 * @throws RangeError where the level is not between 0 and 1 (95 is a mistake for 0.95)
 *
 * @example
 * normalDeviate(0.95) // 1.959963984540054
 */
export function normalDeviate(level: number): number {
  requireLevel("normalDeviate", level);
  return -normalQuantile((1 - level) / 2);
}
