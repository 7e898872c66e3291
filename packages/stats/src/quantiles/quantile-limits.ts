import { binomialDistribution } from "../distributions/binomial-distribution.ts";
import type { Limits } from "../shared/interval.ts";
import { requireLevel } from "../shared/require.ts";

/** How sure limits of a quantile are. */
export interface QuantileLimitsOptions {
  /** Coverage, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/**
 * Exact limits of a quantile (percentile), such as the median wait: two of the values themselves, whatever their distribution.
 *
 * Of n values in order, those at l and u such that a binomial count of n at the share is below l with a chance of at most
 * (1 − level)/2, and u or more with at most as much: the narrowest such. The quantile of the values' source lies between
 * them at least as often as the level says.
 *
 * @param values a sample, each drawn alone from the same source, in any order and unit
 * @param share how much of the source lies below the quantile, between 0 and 1: 0.5 for the median, 0.9 for the 90th percentile
 * @param options `level`: default 0.95
 * @returns limits in the unit of the values; −Infinity or Infinity where there are too few values for one; NaN where a value
 * is missing
 * @throws RangeError where there are no values, or the share or the level is not between 0 and 1
 *
 * Source: Conover WJ. Practical Nonparametric Statistics, 3rd ed., 1999, 3.2; Campbell MJ, Gardner MJ. Calculating confidence
 * intervals for some non-parametric analyses. BMJ 1988;296:1454–6.
 * Reference: `pbinom` of R 4.2.2 for the places; coverage enumerated, never below the level.
 *
 * @example
 * quantileLimits([7, 3, 9, 1, 5, 8, 2, 6, 4, 10], 0.5) // { lower: 2, upper: 9 }
 */
export function quantileLimits(
  values: ArrayLike<number>,
  share: number,
  { level = 0.95 }: QuantileLimitsOptions = {},
): Limits {
  requireLevel("quantileLimits", level);
  if (!(share > 0 && share < 1)) throw new RangeError(`quantileLimits: share must be between 0 and 1, got ${share}`);
  const count = values.length;
  if (count === 0) throw new RangeError("quantileLimits: needs at least one value, got none");
  const sorted = Float64Array.from(values).sort();
  if (Number.isNaN(sorted[count - 1]!)) return { lower: Number.NaN, upper: Number.NaN };
  const { below, above } = places(count, share, (1 - level) / 2);
  return {
    lower: below === 0 ? -Infinity : sorted[below - 1]!,
    upper: above > count ? Infinity : sorted[above - 1]!,
  };
}

/** The places, from 1, of the values that are the limits; 0 and `count + 1` where there are none. */
function places(count: number, share: number, tail: number): { readonly below: number; readonly above: number } {
  let below = 0;
  while (below < count && binomialDistribution(below, count, share) <= tail) below++;
  let above = count + 1;
  while (above > 1 && binomialDistribution(above - 2, count, share, { tail: "upper" }) <= tail) above--;
  return { below, above };
}
