import { normalDeviate } from "../distributions/normal-deviate.ts";
import type { Limits } from "../shared/interval.ts";
import { requireLevel, requirePer, requirePopulation } from "../shared/require.ts";
import { type RatioControlMethod, ratioControlCount } from "./ratio-control-limits.ts";
import { requireDeviate, requireTarget } from "./require-target.ts";

/** How control limits of a rate are placed and expressed. */
export interface RateControlOptions {
  /** How the limits are placed; see `ratioControlLimits`. Default `exact`. */
  readonly method?: RatioControlMethod;
  /** Chance that an area on target lies within, between 0 and 1. Default 0.95. */
  readonly level?: number;
  /** A normal deviate in place of the level's; for `normal` only. Default none. */
  readonly deviate?: number;
  /** Person-years that rates are expressed per. Default 100 000. */
  readonly per?: number;
}

/**
 * The control limits of a rate among so many people: where an area lies that differs from the target by chance alone.
 *
 * Those of `ratioControlLimits` with target × population ÷ per events expected, times the target. For a directly
 * standardised rate the population is the one in which its events would give it as a crude rate, per × events ÷ rate.
 *
 * @param population person-years, above 0
 * @param target the rate that areas are set against, per `per` person-years, 0 or more
 * @returns limits per `per` person-years; NaN where the target is 0 or missing
 * @throws RangeError where the population is missing or not above 0, the target negative or infinite, or an option
 * invalid
 *
 * Source and reference: as for `ratioControlLimits`.
 *
 * @example
 * rateControlLimits(20_000, 100) // { lower: 56.23829046344374, upper: 148.53161867530628 }
 */
export function rateControlLimits(
  population: number,
  target: number,
  { method = "exact", level = 0.95, deviate, per = 100_000 }: RateControlOptions = {},
): Limits {
  requirePopulation("rateControlLimits", population);
  requireTarget("rateControlLimits", target);
  requireLevel("rateControlLimits", level);
  requirePer("rateControlLimits", per);
  requireDeviate("rateControlLimits", deviate);
  const mean = (target / per) * population;
  const tail = (1 - level) / 2;
  const z = deviate ?? normalDeviate(level);
  return {
    lower: (ratioControlCount(method, mean, tail, z, -1) / population) * per,
    upper: (ratioControlCount(method, mean, tail, z, 1) / population) * per,
  };
}
