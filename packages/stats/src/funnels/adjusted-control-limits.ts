import { normalDeviate } from "../distributions/normal-deviate.ts";
import type { Limits } from "../shared/interval.ts";
import { requireDeviate, requireTarget } from "./require-target.ts";
import { type ProportionScale, proportionScales, type RatioScale, ratioScales, type Scale } from "./scales.ts";

/** How control limits are widened for what areas vary beyond chance. */
export interface DispersionAdjustment {
  /** φ of `overdispersion`, which the variance of every area is multiplied by, 1 or more; below 1 it counts as 1. Default 1. */
  readonly phi?: number;
  /** τ² of `overdispersion`, which is added to the variance of every area, 0 or more. Default 0. */
  readonly betweenVariance?: number;
  /** Chance that an area lies within, between 0 and 1. Default 0.95. */
  readonly level?: number;
  /** A normal deviate in place of the level's, such as 1.96. Default none. */
  readonly deviate?: number;
}

/**
 * The control limits of a ratio, allowing for what areas vary beyond chance.
 *
 * g⁻¹(g(target) ∓ z √(φ s² + τ²)): φ widens all areas alike (multiplicative), τ² the large areas most (additive, a random
 * effect). With φ = 1 and τ² = 0 these are the limits of chance alone on the same scale.
 *
 * @param expected events expected, above 0
 * @param target the ratio that areas are set against, 0 or more
 * @param options `phi`, `betweenVariance`, `level`, `deviate`; `scale`: the one on which both were found, default square root
 * @returns limits of the ratio, at least 0; NaN where a number is missing or nothing is expected
 * @throws RangeError where a number is negative or infinite, or an option is invalid
 *
 * Source: Spiegelhalter DJ. Qual Saf Health Care 2005;14:347–51; Stat Med 2005;24:1185–202, section 5.
 * Reference: FunnelPlotR, `log` with τ², to 1e-9 relative.
 *
 * @example
 * adjustedRatioLimits(25, 1, { deviate: 2, phi: 4 }) // { lower: 0.36, upper: 1.96 }
 */
export function adjustedRatioLimits(
  expected: number,
  target = 1,
  { scale = "square root", ...adjustment }: DispersionAdjustment & { readonly scale?: RatioScale } = {},
): Limits {
  if (expected < 0 || expected === Infinity) {
    throw new RangeError(`adjustedRatioLimits: expected events must be 0 or more, got ${expected}`);
  }
  requireTarget("adjustedRatioLimits", target);
  return adjusted("adjustedRatioLimits", ratioScales[scale], expected, target, adjustment);
}

/**
 * The control limits of a proportion, allowing for what areas vary beyond chance.
 *
 * g⁻¹(g(target) ∓ z √(φ s² + τ²)), as for `adjustedRatioLimits`.
 *
 * @param total how many there are, above 0
 * @param target the share that areas are set against, from 0 to 1
 * @param options `phi`, `betweenVariance`, `level`, `deviate`; `scale`: the one on which both were found, default arcsine
 * @returns limits of the share, from 0 to 1; NaN where a number is missing or the total is 0
 * @throws RangeError where the total is negative or infinite, the target outside 0 to 1, or an option is invalid
 *
 * Source: as for `adjustedRatioLimits`.
 * Reference: FunnelPlotR, `arcsine` with τ², to 1e-9 relative.
 *
 * @example
 * adjustedProportionLimits(100, 0.5, { deviate: 2, scale: "plain" }) // { lower: 0.4, upper: 0.6 }
 */
export function adjustedProportionLimits(
  total: number,
  target: number,
  { scale = "arcsine", ...adjustment }: DispersionAdjustment & { readonly scale?: ProportionScale } = {},
): Limits {
  if (total < 0 || total === Infinity) {
    throw new RangeError(`adjustedProportionLimits: total must be 0 or more, got ${total}`);
  }
  if (target < 0 || target > 1) {
    throw new RangeError(`adjustedProportionLimits: target must be from 0 to 1, got ${target}`);
  }
  return adjusted("adjustedProportionLimits", proportionScales[scale], total, target, adjustment);
}

function adjusted(
  caller: string,
  scale: Scale,
  size: number,
  target: number,
  { phi = 1, betweenVariance = 0, level = 0.95, deviate }: DispersionAdjustment,
): Limits {
  if (phi < 0 || phi === Infinity) throw new RangeError(`${caller}: phi must be 0 or more, got ${phi}`);
  if (betweenVariance < 0 || betweenVariance === Infinity) {
    throw new RangeError(`${caller}: betweenVariance must be 0 or more, got ${betweenVariance}`);
  }
  requireDeviate(caller, deviate);
  const z = deviate ?? normalDeviate(level);
  return {
    lower: adjustedLimit(scale, size, target, phi, betweenVariance, -z),
    upper: adjustedLimit(scale, size, target, phi, betweenVariance, z),
  };
}

/** The value z widened standard errors from the target; z is negative below it. */
export function adjustedLimit(
  scale: Scale,
  size: number,
  target: number,
  phi: number,
  betweenVariance: number,
  z: number,
): number {
  if (!(size > 0)) return Number.NaN;
  const error = scale.standardError(size, target);
  return scale.from(scale.to(target) + z * Math.sqrt(Math.max(1, phi) * error * error + betweenVariance));
}
