import type { Limits } from "../shared/interval.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { adjustedLimits, type DispersionAdjustment } from "./adjusted-limit.ts";
import { type ProportionScale, proportionScales } from "./scales.ts";

/**
 * The control limits of a proportion, allowing for what areas vary beyond chance.
 *
 * g⁻¹(g(target) ∓ z √(φ s² + τ²)), as for `adjustedRatioLimits`.
 *
 * @param total how many there are, above 0
 * @param target the share that areas are set against, from 0 to 1
 * @param options `phi`, `betweenVariance`, `level`, `deviate`; `scale`: the one on which both were found, default
 * arcsine
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
  requireChoice("adjustedProportionLimits", "scale", scale, ["arcsine", "plain"]);
  return adjustedLimits("adjustedProportionLimits", proportionScales[scale], total, target, adjustment);
}
