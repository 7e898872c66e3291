import { byarLimits } from "../intervals/byar-limits.ts";
import { exactPoissonLimits } from "../intervals/exact-poisson-limits.ts";
import type { Interval } from "../shared/interval.ts";
import { requireLevel, requirePer } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import type { RateOptions } from "./crude-rate.ts";
import { weightedRate } from "./weighted-rate.ts";

/** How a rate with Dobson's limits is expressed. */
export interface DobsonOptions extends RateOptions {
  /** Whose limits of all events are scaled: `exact` (default) or `byar`. */
  readonly count?: "exact" | "byar";
}

/**
 * A directly standardised rate with Dobson's limits: those of the count of all events, scaled to the rate.
 *
 * value + √(v/E) (limit of E − E), with v = Σ W² e and W = w ÷ n ÷ Σ w. With `byar` this is `directRate`; with `exact`, as
 * Dobson and others wrote it, the limits of E are Garwood's, which is better below some 10 events.
 *
 * @param events events in each stratum, 0 or more
 * @param population person-years in each stratum, above 0
 * @param weights people of the standard in each stratum, 0 or more, on any scale
 * @returns value, lower and upper per `per` person-years; with no events the value is 0 and the limits are NaN, since
 * nothing tells the scale; all are NaN where a count is missing
 * @throws RangeError as `directRate` does
 *
 * Source: Dobson AJ, Kuulasmaa K, Eberle E, Scherer J. Confidence intervals for weighted sums of Poisson parameters.
 * Stat Med 1991;10:457–62.
 * Reference: `dsrTest` 1.0.0, method Dobson, to 1e-12 relative.
 *
 * @example
 * dobsonLimits([10, 40], [10_000, 5_000], [60_000, 40_000])
 * // { value: 380.00000000000006, lower: 281.50212318339993, upper: 501.65104403758454 }
 */
export function dobsonLimits(
  events: ArrayLike<number>,
  population: ArrayLike<number>,
  weights: ArrayLike<number>,
  { per = 100_000, level = 0.95, count = "exact" }: DobsonOptions = {},
): Interval {
  const { rate, variance, events: total } = weightedRate("dobsonLimits", events, population, weights, 1);
  requirePer("dobsonLimits", per);
  requireChoice("dobsonLimits", "count", count, ["exact", "byar"]);
  requireLevel("dobsonLimits", level);
  const { lower, upper } = count === "exact" ? exactPoissonLimits(total, level) : byarLimits(total, level);
  return {
    value: rate * per,
    lower: dobsonLimit(rate, variance, total, lower) * per,
    upper: dobsonLimit(rate, variance, total, upper) * per,
  };
}

/** A limit as a number, for kernels: that of the count of all events, Byar's or exact, scaled to the rate. */
export function dobsonLimit(rate: number, variance: number, events: number, limit: number): number {
  return rate + Math.sqrt(variance / events) * (limit - events);
}
