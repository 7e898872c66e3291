import { gammaQuantile } from "../distributions/gamma-quantile.ts";
import type { Interval } from "../shared/interval.ts";
import { requireLevel } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import type { RateOptions } from "./crude-rate.ts";
import { weightedRate } from "./weighted-rate.ts";

/** How a rate with Fay and Feuer's limits is expressed. */
export interface FayFeuerOptions extends RateOptions {
  /**
   * What the upper limit takes an event to weigh where it weighs most: `as the rate` (default) on the scale of the rate;
   * `per person` leaves it per person while the rate is per `per`, so that it all but vanishes. Some published tables do
   * so; it is a slip of units, and their upper limits are too low.
   */
  readonly largestWeight?: "as the rate" | "per person";
}

/**
 * A directly standardised rate with Fay and Feuer's gamma limits, which keep their level even where few events carry
 * much weight, and exist where there are none.
 *
 * With W = w ÷ n ÷ Σ w, y = Σ W e and v = Σ W² e, the lower limit is the quantile (1 − level)/2 of a gamma variable with
 * mean y and variance v; the upper limit is the quantile (1 + level)/2 of one with mean y + m and variance v + m², where
 * m is the largest W: as if one event more had happened where it weighs most. With one stratum both are exact Poisson.
 *
 * @param events events in each stratum, 0 or more
 * @param population person-years in each stratum, above 0
 * @param weights people of the standard in each stratum, 0 or more, on any scale
 * @returns value, lower and upper per `per` person-years; with no events value and lower limit are 0 and the upper limit
 * is −m ln((1 − level)/2); all are NaN where a count is missing
 * @throws RangeError as `directRate` does
 *
 * Source: Fay MP, Feuer EJ. Confidence intervals for directly standardized rates: a method based on the gamma
 * distribution. Stat Med 1997;16:791–801.
 * Reference: `ageadjust.direct` of epitools 0.5-10.1 and `wspoissonTest(wmtype = "max")` of asht 1.0.1, to 1e-12
 * relative.
 *
 * @example
 * fayFeuerLimits([10, 40], [10_000, 5_000], [60_000, 40_000])
 * // { value: 380, lower: 281.5439800406193, upper: 502.1533804171697 }
 */
export function fayFeuerLimits(
  events: ArrayLike<number>,
  population: ArrayLike<number>,
  weights: ArrayLike<number>,
  { per = 100_000, level = 0.95, largestWeight = "as the rate" }: FayFeuerOptions = {},
): Interval {
  const sums = weightedRate("fayFeuerLimits", events, population, weights, per);
  requireChoice("fayFeuerLimits", "largestWeight", largestWeight, ["as the rate", "per person"]);
  requireLevel("fayFeuerLimits", level);
  const tail = (1 - level) / 2;
  const largest = largestWeight === "per person" ? sums.largestWeight / per : sums.largestWeight;
  return {
    value: sums.rate,
    lower: fayFeuerLower(sums.rate, sums.variance, tail),
    upper: fayFeuerUpper(sums.rate, sums.variance, largest, tail),
  };
}

/** The lower limit as a number, for kernels: the gamma variable with the rate's mean and variance. */
export function fayFeuerLower(rate: number, variance: number, tail: number): number {
  return rate === 0 ? 0 : gammaLimit(rate, variance, tail);
}

/** The upper limit as a number: as if one event more had happened where an event weighs most. */
export function fayFeuerUpper(rate: number, variance: number, largestWeight: number, tail: number): number {
  return gammaLimit(rate + largestWeight, variance + largestWeight * largestWeight, 1 - tail);
}

/** The quantile of a gamma variable with a mean and a variance, both above 0. */
export function gammaLimit(mean: number, variance: number, probability: number): number {
  return (variance / mean) * gammaQuantile(probability, mean * (mean / variance));
}
