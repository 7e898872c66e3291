import type { Interval } from "../shared/interval.ts";
import { requireLevel } from "../shared/require.ts";
import type { RateOptions } from "./crude-rate.ts";
import { fayFeuerLower, fayFeuerUpper } from "./fay-feuer-limits.ts";
import { weightedRate } from "./weighted-rate.ts";

/**
 * A directly standardised rate with gamma limits in which one event more is given the mean weight, not the largest.
 *
 * As `fayFeuerLimits`, with the mean of W = w ÷ n ÷ Σ w in place of its maximum: narrower above, and not sure to keep
 * the level. `tiwariLimits` differ from it by the mean of W² in place of the square of the mean.
 *
 * @param events events in each stratum, 0 or more
 * @param population person-years in each stratum, above 0
 * @param weights people of the standard in each stratum, 0 or more, on any scale; one of weight 0 counts in the mean
 * @returns value, lower and upper per `per` person-years; with no events value and lower limit are 0; all are NaN where a
 * count is missing
 * @throws RangeError as `directRate` does
 *
 * Source: Fay MP, Kim S. Confidence intervals for directly standardized rates using mid-p gamma intervals. Biometrical
 * Journal 2017;59:377–87, where it is one of those compared.
 * Reference: `wspoissonTest(wmtype = "mean")` of asht 1.0.1, to 1e-12 relative.
 *
 * @example
 * meanGammaLimits([10, 40], [10_000, 5_000], [60_000, 40_000])
 * // { value: 380, lower: 281.5439800406193, upper: 500.8665234634892 }
 */
export function meanGammaLimits(
  events: ArrayLike<number>,
  population: ArrayLike<number>,
  weights: ArrayLike<number>,
  { per = 100_000, level = 0.95 }: RateOptions = {},
): Interval {
  const { rate, variance, meanWeight } = weightedRate("meanGammaLimits", events, population, weights, per);
  requireLevel("meanGammaLimits", level);
  const tail = (1 - level) / 2;
  return {
    value: rate,
    lower: fayFeuerLower(rate, variance, tail),
    upper: fayFeuerUpper(rate, variance, meanWeight, tail),
  };
}
