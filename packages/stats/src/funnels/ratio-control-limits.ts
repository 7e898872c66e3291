import { gammaQuantile } from "../distributions/gamma-quantile.ts";
import { normalDeviate } from "../distributions/normal-deviate.ts";
import type { Limits } from "../shared/interval.ts";
import { requireExpected, requireLevel, requirePer } from "../shared/require.ts";
import { poissonCountAbove, poissonCountBelow, poissonCountBetween } from "./control-counts.ts";
import { requireDeviate, requireTarget } from "./require-target.ts";

/**
 * How control limits of a ratio are placed.
 *
 * - `exact` the ratio up to which, or from which on, a Poisson count has the chance (1 − level)/2, continued to counts
 *   that   are not whole by the incomplete gamma function. It meets every whole count where its own exact limit meets
 *   the target
 * - `interpolated` straight lines between whole counts, after Spiegelhalter
 * - `limits of the expected` the exact limits that the expected events would have as a count
 * - `normal` target ∓ z √(target ÷ expected)
 */
export type RatioControlMethod = "exact" | "interpolated" | "limits of the expected" | "normal";

/** How control limits of a ratio or a rate are placed and expressed. */
export interface RatioControlOptions {
  /** How the limits are placed. Default `exact`. */
  readonly method?: RatioControlMethod;
  /** Chance that an area on target lies within, between 0 and 1. Default 0.95; the outer limits are those of 0.998. */
  readonly level?: number;
  /** A normal deviate in place of the level's, such as 1.96; for `normal` only. Default none. */
  readonly deviate?: number;
  /** The ratio that areas are set against, in units of `per`. Default `per`: as many events as expected. */
  readonly target?: number;
  /** The ratio of an area that has as many events as expected: 1, or 100. Default 1. */
  readonly per?: number;
}

/**
 * The control limits of an observed-to-expected ratio at one size: where an area lies that differs from the target by
 * chance alone, with the probability `level`.
 *
 * `exact`: l ÷ E and u ÷ E × per, where P(O ≤ l) = P(O ≥ u) = (1 − level)/2 under a Poisson count of mean E × target.
 *
 * @param expected events expected, above 0; it is the size of the area on the funnel's axis
 * @returns limits in units of `per`; the lower one is 0 where no events at all would be no surprise; NaN where the
 * expected events are 0 or missing, or the target is missing
 * @throws RangeError where the expected events or the target are negative or infinite, or an option is invalid
 *
 * Source: Spiegelhalter DJ. Funnel plots for comparing institutional performance. Stat Med 2005;24:1185–202, A.1.
 * Reference: `calculate_funnel_limits` of PHEindicatormethods 2.1.0 at each of its counts, to its 1e-6; `interpolated`
 * R's `ppois` and `qpois`, to 1e-10; `limits of the expected` FunnelPlotR, to 1e-12 relative.
 *
 * @example
 * ratioControlLimits(20) // { lower: 0.5623829046344374, upper: 1.4853161867530627 }
 */
export function ratioControlLimits(
  expected: number,
  { method = "exact", level = 0.95, deviate, per = 1, target = per }: RatioControlOptions = {},
): Limits {
  requireExpected("ratioControlLimits", expected);
  requireLevel("ratioControlLimits", level);
  requirePer("ratioControlLimits", per);
  requireTarget("ratioControlLimits", target);
  requireDeviate("ratioControlLimits", deviate);
  const tail = (1 - level) / 2;
  const z = deviate ?? normalDeviate(level);
  const mean = expected * (target / per);
  return {
    lower: (ratioControlCount(method, mean, tail, z, -1) / expected) * per,
    upper: (ratioControlCount(method, mean, tail, z, 1) / expected) * per,
  };
}

/** The count on the lower (−1) or upper (1) control limit of a Poisson mean; NaN where the mean is 0 or missing. */
export function ratioControlCount(
  method: RatioControlMethod,
  mean: number,
  tail: number,
  z: number,
  side: -1 | 1,
): number {
  if (!(mean > 0)) return Number.NaN;
  if (method === "normal") return Math.max(0, mean + side * z * Math.sqrt(mean));
  if (method === "interpolated") return poissonCountBetween(mean, tail, side);
  if (method === "limits of the expected")
    return side < 0 ? gammaQuantile(tail, mean) : gammaQuantile(1 - tail, mean + 1);
  return side < 0 ? poissonCountBelow(mean, tail) : poissonCountAbove(mean, tail);
}
