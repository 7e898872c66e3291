import { binomialQuantile } from "../distributions/binomial-quantile.ts";
import { requireLevel } from "../shared/require.ts";

/** How many signals chance alone would give. */
export interface FalseSignals {
  /** On average. */
  readonly expected: number;
  /** The chance of at least one. */
  readonly chanceOfAny: number;
  /** As many as chance alone stays within 19 times of 20: more signals than these are not all false. */
  readonly most: number;
}

/**
 * How many of so many areas lie beyond limits by chance alone, where none truly differs.
 *
 * expected = areas × (1 − level), both sides together; chance of any 1 − level^areas; most = the 0.95 quantile of a
 * binomial count. Exact limits of small counts give fewer.
 *
 * @param areas how many are compared, a whole number from 0
 * @param level coverage of the limits, between 0 and 1. Default 0.95
 * @returns numbers of areas, and a probability
 * @throws RangeError where areas is no whole number from 0, or the level is not between 0 and 1
 *
 * Source: binomial distribution; Spiegelhalter DJ. Stat Med 2005;24:1185–202, section 6, on multiple comparisons.
 * Reference: R 4.2.2 `qbinom(0.95, areas, 1 - level)`.
 *
 * @example
 * falseSignals(32, 0.998) // { expected: 0.064, chanceOfAny: 0.06205511102646388, most: 1 }
 */
export function falseSignals(areas: number, level = 0.95): FalseSignals {
  if (!(Number.isInteger(areas) && areas >= 0)) {
    throw new RangeError(`falseSignals: areas must be a whole number from 0, got ${areas}`);
  }
  requireLevel("falseSignals", level);
  const chance = 1 - level;
  const most = binomialQuantile(0.95, areas, chance);
  return { expected: areas * chance, chanceOfAny: -Math.expm1(areas * Math.log(level)), most };
}
