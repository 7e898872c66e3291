import { normalDeviate } from "../distributions/normal-deviate.ts";
import type { Interval } from "../shared/interval.ts";
import { requireLevel } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import type { RateOptions } from "./crude-rate.ts";
import { weightedRate } from "./weighted-rate.ts";

/** How a rate with normal limits is expressed. */
export interface NormalRateOptions extends RateOptions {
  /** What is taken as normal: the `rate` (default) or its `logarithm`. */
  readonly normal?: "rate" | "logarithm";
}

/**
 * A directly standardised rate with normal limits, for comparison with tables that have them: y ∓ z √v, or
 * y e^(∓ z √v ÷ y) where its logarithm is taken as normal.
 *
 * y = Σ W e and v = Σ W² e, with W = w ÷ n ÷ Σ w. With few events the limits of the rate lie too low, and can be below 0:
 * `fayFeuerLimits` are the better choice.
 *
 * @param events events in each stratum, 0 or more
 * @param population person-years in each stratum, above 0
 * @param weights people of the standard in each stratum, 0 or more, on any scale
 * @returns value, lower and upper per `per` person-years; with no events the value is 0 and the limits are NaN; all are
 * NaN where a count is missing
 * @throws RangeError as `directRate` does
 *
 * Source: Breslow NE, Day NE. Statistical methods in cancer research, vol. II. IARC, 1987, 2.2 (both).
 * Reference: `dsrTest` 1.0.0, methods asymptotic and lognormal, to 1e-12 relative.
 *
 * @example
 * normalRateLimits([10, 40], [10_000, 5_000], [60_000, 40_000])
 * // { value: 380, lower: 274.08937845321253, upper: 485.91062154678747 }
 */
export function normalRateLimits(
  events: ArrayLike<number>,
  population: ArrayLike<number>,
  weights: ArrayLike<number>,
  { per = 100_000, level = 0.95, normal = "rate" }: NormalRateOptions = {},
): Interval {
  const { rate, variance } = weightedRate("normalRateLimits", events, population, weights, per);
  requireChoice("normalRateLimits", "normal", normal, ["rate", "logarithm"]);
  requireLevel("normalRateLimits", level);
  const reach = rate === 0 ? Number.NaN : normalDeviate(level) * Math.sqrt(variance);
  if (normal === "rate") return { value: rate, lower: rate - reach, upper: rate + reach };
  const factor = Math.exp(reach / rate);
  return { value: rate, lower: rate / factor, upper: rate * factor };
}
