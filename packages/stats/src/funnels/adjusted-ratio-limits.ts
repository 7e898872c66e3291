import type { Limits } from "../shared/interval.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { adjustedLimits, type DispersionAdjustment } from "./adjusted-limit.ts";
import { requireTarget } from "./require-target.ts";
import { type RatioScale, ratioScales } from "./scales.ts";

/**
 * The control limits of a ratio, allowing for what areas vary beyond chance.
 *
 * g⁻¹(g(target) ∓ z √(φ s² + τ²)): φ widens all areas alike (multiplicative), τ² the large areas most (additive, a
 * random effect). With φ = 1 and τ² = 0 these are the limits of chance alone on the same scale.
 *
 * @param expected events expected, above 0
 * @param target the ratio that areas are set against, 0 or more
 * @param options `phi`, `betweenVariance`, `level`, `deviate`; `scale`: the one on which both were found, default
 * square root
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
  requireChoice("adjustedRatioLimits", "scale", scale, ["square root", "log", "plain"]);
  return adjustedLimits("adjustedRatioLimits", ratioScales[scale], expected, target, adjustment);
}
