import { normalDeviate } from "../distributions/normal-deviate.ts";
import type { Limits } from "../shared/interval.ts";
import { requireDeviate } from "./require-target.ts";
import type { Scale } from "./scales.ts";

/** How control limits are widened for what areas vary beyond chance. */
export interface DispersionAdjustment {
  /** φ of `overdispersion`, which multiplies the variance of every area; below 1 it counts as 1. Default 1. */
  readonly phi?: number;
  /** τ² of `overdispersion`, which is added to the variance of every area, 0 or more. Default 0. */
  readonly betweenVariance?: number;
  /** Chance that an area lies within, between 0 and 1. Default 0.95. */
  readonly level?: number;
  /** A normal deviate in place of the level's, such as 1.96. Default none. */
  readonly deviate?: number;
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

/** Both limits of one size, with the refusals that they share. */
export function adjustedLimits(
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
