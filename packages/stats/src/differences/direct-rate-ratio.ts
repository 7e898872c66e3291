import { normalDeviate } from "../distributions/normal-deviate.ts";
import { fayFeuerLimits } from "../rates/fay-feuer-limits.ts";
import { type WeightedRate, weightedRate } from "../rates/weighted-rate.ts";
import type { Interval } from "../shared/interval.ts";
import { requireLevel, requirePer } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { ratioOfIntervals } from "./ratio-of-intervals.ts";

/** What was counted in the strata of a population. */
export interface Strata {
  /** Events in each stratum, 0 or more. */
  readonly events: ArrayLike<number>;
  /** Person-years in each stratum, above 0. */
  readonly population: ArrayLike<number>;
}

/** How a ratio of directly standardised rates is expressed. */
export interface DirectRateRatioOptions {
  /** The ratio of equal rates: 1, or 100 as for a comparative mortality figure. Default 1. */
  readonly per?: number;
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
  /**
   * `fay-feuer` (default): recovered from the gamma limits of each rate, by `ratioOfIntervals`; `logarithm`: the ratio's
   * logarithm is taken as normal.
   */
  readonly limits?: "fay-feuer" | "logarithm";
}

/**
 * The ratio of two rates directly standardised by the same standard: the comparative mortality figure (CMF), where the
 * second population is the one that others are set against.
 *
 * value = y₁ ÷ y₂, with y = Σ W e and W = w ÷ n ÷ Σ w. By the logarithm the limits are value × e^(∓ z √(v₁/y₁² + v₂/y₂²)), v = Σ W² e.
 * Unlike indirectly standardised ratios, such figures of several populations can be compared with each other.
 *
 * The populations must not share events.
 *
 * @param first events and person-years by stratum
 * @param second events and person-years by stratum, in the same strata
 * @param weights people of the standard in each stratum, 0 or more, on any scale
 * @returns first ÷ second in units of `per`, with limits. With no events in the second, value and upper limit are Infinity;
 * with none in either the value is NaN. By the logarithm the limits are NaN where either has no events. All are NaN where a
 * count is missing
 * @throws RangeError as `directRate` does
 *
 * Source: Breslow NE, Day NE. Statistical methods in cancer research, vol. II. IARC, 1987, 2.2 (the figure and its
 * logarithm); Donner A, Zou GY. Stat Methods Med Res 2012;21:347–59.
 * Reference: R 4.2.2, the formulas written out, to 1e-12 relative.
 *
 * @example
 * directRateRatio({ events: [10, 40], population: [1e4, 5e3] }, { events: [9, 30], population: [1e4, 5e3] }, [60, 40])
 * // { value: 1.2925170068027212, lower: 0.83589635810263, upper: 2.0089864090145153 }
 */
export function directRateRatio(
  first: Strata,
  second: Strata,
  weights: ArrayLike<number>,
  { per = 1, level = 0.95, limits = "fay-feuer" }: DirectRateRatioOptions = {},
): Interval {
  requireChoice("directRateRatio", "limits", limits, ["fay-feuer", "logarithm"]);
  requireLevel("directRateRatio", level);
  requirePer("directRateRatio", per);
  const [one, two] = [first, second].map(({ events, population }) =>
    weightedRate("directRateRatio", events, population, weights, 1),
  ) as [WeightedRate, WeightedRate];
  const value = (one.rate / two.rate) * per;
  if (limits === "logarithm") {
    const spread = Math.sqrt(one.variance / one.rate / one.rate + two.variance / two.rate / two.rate);
    const factor = Math.exp(normalDeviate(level) * spread);
    return { value, lower: value / factor, upper: value * factor };
  }
  const [numerator, denominator] = [first, second].map(({ events, population }) =>
    fayFeuerLimits(events, population, weights, { per: 1, level }),
  ) as [Interval, Interval];
  const { lower, upper } = ratioOfIntervals(numerator, denominator);
  return { value, lower: lower * per, upper: upper * per };
}
