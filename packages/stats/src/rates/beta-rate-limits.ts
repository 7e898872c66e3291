import { betaQuantile } from "../distributions/beta-quantile.ts";
import type { Interval } from "../shared/interval.ts";
import { requireLevel, requirePer } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import type { RateOptions } from "./crude-rate.ts";
import { weightedRate } from "./weighted-rate.ts";

/** How a rate with beta limits is expressed. */
export interface BetaRateOptions extends RateOptions {
  /**
   * What both limits allow for beyond the events counted: `nothing` (default), or `one event`, spread over all strata
   * alike, as Tiwari, Clegg and Zou do.
   */
  readonly beyond?: "nothing" | "one event";
}

/**
 * A directly standardised rate with limits from a beta variable: the rate is taken as a share of people, as it is where
 * nobody has two events.
 *
 * With y = Σ W e, v = Σ W² e and W = w ÷ n ÷ Σ w (per person), the limits are the quantiles (1 ∓ level)/2 of a beta
 * variable with mean y and variance v, that is with shapes yk and (1 − y)k, k = y(1 − y)/v − 1. `one event` adds the mean
 * of W to y and the mean of W² to v, for both limits.
 *
 * @param events events in each stratum, 0 or more
 * @param population people in each stratum, above 0
 * @param weights people of the standard in each stratum, 0 or more, on any scale; one of weight 0 counts in the means
 * @returns value, lower and upper per `per` people. With no events the limits are NaN, except that with `one event` the
 * lower limit is 0; they are NaN too where no beta variable has such a mean and variance, as at rates of one event a person
 * and more; all are NaN where a count is missing
 * @throws RangeError as `directRate` does
 *
 * Source: Tiwari RC, Clegg LX, Zou Z. Efficient interval estimation for age-adjusted cancer rates. Stat Methods Med Res
 * 2006;15:547–69.
 * Reference: `dsrTest` 1.0.0, method beta, without and with the `tcz` form, to 1e-11 relative.
 *
 * @example
 * betaRateLimits([10, 40], [10_000, 5_000], [60_000, 40_000])
 * // { value: 380.00000000000006, lower: 281.5172136278261, upper: 492.9636090752647 }
 */
export function betaRateLimits(
  events: ArrayLike<number>,
  population: ArrayLike<number>,
  weights: ArrayLike<number>,
  { per = 100_000, level = 0.95, beyond = "nothing" }: BetaRateOptions = {},
): Interval {
  const { rate, variance, meanWeight, meanSquare } = weightedRate("betaRateLimits", events, population, weights, 1);
  requirePer("betaRateLimits", per);
  requireChoice("betaRateLimits", "beyond", beyond, ["nothing", "one event"]);
  requireLevel("betaRateLimits", level);
  const more = beyond === "one event";
  const mean = rate + (more ? meanWeight : 0);
  const spread = variance + (more ? meanSquare : 0);
  const tail = (1 - level) / 2;
  return {
    value: rate * per,
    lower: more && rate === 0 ? 0 : betaLimit(mean, spread, tail) * per,
    upper: betaLimit(mean, spread, 1 - tail) * per,
  };
}

function betaLimit(mean: number, variance: number, probability: number): number {
  const size = (mean * (1 - mean)) / variance - 1;
  return size > 0 && size < Infinity ? betaQuantile(probability, mean * size, (1 - mean) * size) : Number.NaN;
}
