import { normalDeviate } from "../distributions/normal-deviate.ts";
import type { Limits } from "../shared/interval.ts";
import { requireLevel, requirePer } from "../shared/require.ts";
import { binomialCountAbove, binomialCountBelow, binomialCountBetween } from "./control-counts.ts";
import { requireDeviate } from "./require-target.ts";

/**
 * How control limits of a proportion are placed.
 *
 * - `exact` the share up to which, or from which on, a binomial count has the chance (1 − level)/2, continued to counts
 *   that are not whole by the incomplete beta function
 * - `interpolated` straight lines between whole counts, after Spiegelhalter
 * - `score` target ∓ z √(target (1 − target) ÷ total): where Wilson's limits of an area meet the target
 * - `arcsine` sin²(arcsin √target ∓ z ÷ 2√total)
 */
export type ProportionControlMethod = "exact" | "interpolated" | "score" | "arcsine";

/** How control limits of a proportion are placed and expressed. */
export interface ProportionControlOptions {
  /** How the limits are placed. Default `exact`. */
  readonly method?: ProportionControlMethod;
  /** Chance that an area on target lies within, between 0 and 1. Default 0.95; the outer limits are those of 0.998. */
  readonly level?: number;
  /** A normal deviate in place of the level's, such as 1.96; for `score` and `arcsine`. Default none. */
  readonly deviate?: number;
  /** What the whole is expressed as: 1 for a share, 100 for per cent. Default 1. */
  readonly per?: number;
}

/**
 * The control limits of a proportion among so many: where an area lies that differs from the target by chance alone,
 * with the probability `level`.
 *
 * `exact`: l ÷ n and u ÷ n × per, where P(X ≤ l) = P(X ≥ u) = (1 − level)/2 under a binomial count of n and the target.
 *
 * @param total how many there are, above 0
 * @param target the proportion that areas are set against, from 0 to `per`
 * @returns limits on the scale of `per`, from 0 to `per`; both are the target where that is 0 or `per`; NaN where the
 * target is missing
 * @throws RangeError where the total is missing or not above 0, the target is outside 0 to `per`, or an option is
 * invalid
 *
 * Source: Spiegelhalter DJ. Funnel plots for comparing institutional performance. Stat Med 2005;24:1185–202, A.1.
 * Reference: `score` is `calculate_funnel_limits` of PHEindicatormethods 2.1.0, to 1e-12 relative (it cuts upper limits
 * at 100 whatever the scale; this at `per`); `interpolated` R's `pbinom` and `qbinom`, to 1e-10.
 *
 * @example
 * proportionControlLimits(50, 20, { per: 100, method: "score" }) // { lower: 8.91276940520258, upper:
 * 31.087230594797422 }
 */
export function proportionControlLimits(
  total: number,
  target: number,
  { method = "exact", level = 0.95, deviate, per = 1 }: ProportionControlOptions = {},
): Limits {
  if (!(total > 0) || total === Infinity) {
    throw new RangeError(`proportionControlLimits: total must be above 0, got ${total}`);
  }
  requireLevel("proportionControlLimits", level);
  requirePer("proportionControlLimits", per);
  requireProportionTarget("proportionControlLimits", target, per);
  requireDeviate("proportionControlLimits", deviate);
  const tail = (1 - level) / 2;
  const z = deviate ?? normalDeviate(level);
  return {
    lower: proportionControlShare(method, total, target / per, tail, z, -1) * per,
    upper: proportionControlShare(method, total, target / per, tail, z, 1) * per,
  };
}

/** The share on the lower (−1) or upper (1) control limit. */
export function proportionControlShare(
  method: ProportionControlMethod,
  total: number,
  target: number,
  tail: number,
  z: number,
  side: -1 | 1,
): number {
  if (Number.isNaN(target) || !(total > 0)) return Number.NaN;
  if (method === "score") {
    const reach = z * Math.sqrt((target * (1 - target)) / total);
    return Math.min(1, Math.max(0, target + side * reach));
  }
  if (method === "arcsine") {
    if (target === 0 || target === 1) return target;
    const angle = Math.asin(Math.sqrt(target)) + (side * z) / (2 * Math.sqrt(total));
    const sine = Math.sin(Math.min(Math.PI / 2, Math.max(0, angle)));
    return sine * sine;
  }
  if (method === "interpolated") return binomialCountBetween(total, target, tail, side) / total;
  return (side < 0 ? binomialCountBelow(total, target, tail) : binomialCountAbove(total, target, tail)) / total;
}

/** Refuses a target proportion outside its scale. NaN passes. */
export function requireProportionTarget(caller: string, target: number, per: number): void {
  if (target < 0 || target > per) {
    throw new RangeError(`${caller}: target must be from 0 to ${per}, got ${target}`);
  }
}
