import { normalDeviate } from "../distributions/normal-deviate.ts";
import { requireLevel, requireOneLength } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { onScale, type Scale } from "./slope-fit.ts";

/**
 * Standard errors read off limits: (upper − lower) ÷ 2z, on the scale on which the limits lie evenly about the value.
 *
 * @param lower lower limit of each value
 * @param upper upper limit of each value
 * @param options `scale`: `log` for rates, `logit` for proportions, default `linear`; `level`: coverage, default 0.95
 * @returns a standard error for each value, on the scale; NaN where a limit is missing or does not fit the scale
 * @throws RangeError where columns differ in length or the level is not between 0 and 1
 *
 * Source: Altman DG, Bland JM. BMJ 2011;343:d2090.
 * Reference: the errors that `phe_sii` of PHEindicatormethods 2.1.0 works with, 29 cases to 1e-12 relative.
 *
 * @example
 * standardErrorsFromLimits([80.4], [119.6]) // [10.000183755723219]
 */
export function standardErrorsFromLimits(
  lower: ArrayLike<number>,
  upper: ArrayLike<number>,
  { scale = "linear", level = 0.95 }: { readonly scale?: Scale; readonly level?: number } = {},
): Float64Array {
  requireOneLength("standardErrorsFromLimits", { lower, upper });
  requireLevel("standardErrorsFromLimits", level);
  requireChoice("standardErrorsFromLimits", "scale", scale, ["linear", "log", "logit"]);
  const z = normalDeviate(level);
  return Float64Array.from(lower, (low, i) => {
    const error = (onScale(upper[i]!, scale) - onScale(low, scale)) / 2 / z;
    return error >= 0 && error < Infinity ? error : Number.NaN;
  });
}
