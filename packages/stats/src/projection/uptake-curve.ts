import { requireChoice } from "../shared/require-choice.ts";

/** How a measure comes to take effect. */
export interface UptakeOptions {
  /** Years from the first who are reached to all who will be, above 0. Default 1. */
  readonly duration?: number;
  /** Years from being reached to the effect, 0 or more. Default 0. */
  readonly lag?: number;
  /** `linear` (default): as many more each year; `s-shaped`: slowly, faster, and slowly again. */
  readonly shape?: "linear" | "s-shaped";
  /** The share that is reached in the end, 0 to 1. Default 1. */
  readonly share?: number;
}

/**
 * What share of the full effect of a measure is there after some years: uptake, and a lag from uptake to effect.
 *
 * share × w, with w = (years − lag) ÷ duration kept between 0 and 1; s-shaped share × w² (3 − 2w), which is as far at the start, in the
 * middle and at the end, and level at both ends.
 *
 * @param years years since the measure began; below 0 before it
 * @param options `duration`, `lag`, `shape`, `share`
 * @returns a share from 0 to 1 for each; NaN for a missing year
 * @throws RangeError where duration is not above 0, lag is below 0, either is infinite, share is not from 0 to 1, or the shape is unknown
 *
 * Source: phased effects as in scenarios of the comparative risk assessment (Murray CJL et al. Popul Health Metr 2003;1:1).
 *
 * @example
 * uptakeCurve([0, 3, 5, 20], { duration: 4, lag: 2 }) // [0, 0.25, 0.75, 1]
 */
export function uptakeCurve(
  years: ArrayLike<number>,
  { duration = 1, lag = 0, shape = "linear", share = 1 }: UptakeOptions = {},
): Float64Array {
  if (!(duration > 0) || duration === Infinity)
    throw new RangeError(`uptakeCurve: duration must be above 0, got ${duration}`);
  if (!(lag >= 0) || lag === Infinity) throw new RangeError(`uptakeCurve: lag must be 0 or more, got ${lag}`);
  if (!(share >= 0 && share <= 1)) throw new RangeError(`uptakeCurve: share must be from 0 to 1, got ${share}`);
  requireChoice("uptakeCurve", "shape", shape, ["linear", "s-shaped"]);
  return Float64Array.from(years, (year) => {
    const way = Math.max(0, Math.min(1, (year - lag) / duration));
    return share * (shape === "linear" ? way : way * way * (3 - 2 * way));
  });
}
