import type { Interval } from "../shared/interval.ts";
import { requireLevel } from "../shared/require.ts";
import type { RateOptions } from "./crude-rate.ts";
import { fayFeuerLower, gammaLimit } from "./fay-feuer-limits.ts";
import { weightedRate } from "./weighted-rate.ts";

/**
 * A directly standardised rate with Tiwari, Clegg and Zou's gamma limits: Fay and Feuer's, less wide above.
 *
 * With W = w ÷ n ÷ Σ w, the one event more that the upper limit allows for is spread over all strata alike: its mean
 * grows by the mean of W and its variance by the mean of W². The lower limit is that of `fayFeuerLimits`. It covers close
 * to its level on average, and may fall a little short of it where weights are very unequal.
 *
 * @param events events in each stratum, 0 or more
 * @param population person-years in each stratum, above 0
 * @param weights people of the standard in each stratum, 0 or more, on any scale; one of weight 0 counts in the means
 * @returns value, lower and upper per `per` person-years; with no events value and lower limit are 0; all are NaN where a
 * count is missing
 * @throws RangeError as `directRate` does
 *
 * Source: Tiwari RC, Clegg LX, Zou Z. Efficient interval estimation for age-adjusted cancer rates. Stat Methods Med Res
 * 2006;15:547–69.
 * Reference: `wspoissonTest(wmtype = "tcz")` of asht 1.0.1, to 1e-12 relative; the option of SEER*Stat.
 *
 * @example
 * tiwariLimits([10, 40], [10_000, 5_000], [60_000, 40_000])
 * // { value: 380, lower: 281.5439800406193, upper: 500.8868542029856 }
 */
export function tiwariLimits(
  events: ArrayLike<number>,
  population: ArrayLike<number>,
  weights: ArrayLike<number>,
  { per = 100_000, level = 0.95 }: RateOptions = {},
): Interval {
  const { rate, variance, meanWeight, meanSquare } = weightedRate("tiwariLimits", events, population, weights, per);
  requireLevel("tiwariLimits", level);
  const tail = (1 - level) / 2;
  return {
    value: rate,
    lower: fayFeuerLower(rate, variance, tail),
    upper: tiwariUpper(rate, variance, meanWeight, meanSquare, tail),
  };
}

/** The upper limit as a number, for kernels: one event more, spread over all strata. The lower one is Fay and Feuer's. */
export function tiwariUpper(
  rate: number,
  variance: number,
  meanWeight: number,
  meanSquare: number,
  tail: number,
): number {
  return gammaLimit(rate + meanWeight, variance + meanSquare, 1 - tail);
}
