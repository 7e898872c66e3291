import { knownInOrder, quantileInOrder } from "./quantile-in-order.ts";
import { requireValues } from "./require-values.ts";

/** Which two percentiles of the values are set against each other. */
export interface PercentileRatioOptions {
  /** The higher one, from 0 to 1. Default 0.9. */
  readonly high?: number;
  /** The lower one, from 0 to `high`. Default 0.1. */
  readonly low?: number;
}

/**
 * A high percentile of the values of areas divided by a low one, such as 90:10 or 75:25.
 *
 * Percentiles lie on straight lines between the values in order, the lowest being 0 and the highest 1 (type 7).
 *
 * @param values rates or ratios of areas, 0 or more
 * @returns the ratio, at least 1; Infinity where the low percentile is 0 and the high one is not; NaN where both are 0
 * or no value is known; missing values are left out
 * @throws RangeError where a value is negative or infinite, there are none, or the percentiles are out of order
 *
 * Source: Hyndman RJ, Fan Y. Sample quantiles in statistical packages. The American Statistician 1996;50:361–5, type 7.
 * Reference: R 4.2.2 `quantile`, to 1e-14 relative.
 *
 * @example
 * percentileRatio([10, 20, 30, 40, 50], { high: 0.75, low: 0.25 }) // 2
 */
export function percentileRatio(
  values: ArrayLike<number>,
  { high = 0.9, low = 0.1 }: PercentileRatioOptions = {},
): number {
  requireValues("percentileRatio", values);
  if (!(low >= 0 && high >= low && high <= 1)) {
    throw new RangeError(
      `percentileRatio: low and high must be from 0 to 1, in this order, such as 0.1 and 0.9, got ${low} and ${high}`,
    );
  }
  const known = knownInOrder(values).map((i) => values[i]!);
  return quantileInOrder(known, high) / quantileInOrder(known, low);
}
