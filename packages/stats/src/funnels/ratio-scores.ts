import { requireEvents, requireExpected, requireSameLength } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { requireTarget } from "./require-target.ts";
import { type RatioScale, ratioScales, type Scale } from "./scales.ts";

/** How far each area lies from the target, in standard errors, and those standard errors on the scale used. */
export interface FunnelScores {
  /** Distance in standard errors, positive above the target. */
  readonly scores: Float64Array;
  /** Standard error of each area under the target, on the scale used. */
  readonly standardErrors: Float64Array;
}

/** Against what, and on which scale, ratios are scored. */
export interface RatioScoresOptions {
  /** The ratio that areas are set against. Default 1. */
  readonly target?: number;
  /** `square root` (default; works with no events), `log` (−Infinity with no events) or `plain`. */
  readonly scale?: RatioScale;
}

/**
 * How many standard errors each observed-to-expected ratio lies from the target.
 *
 * z = (g(O ÷ E) − g(target)) ÷ s; square root: s = 1 ÷ 2√E; log: s = 1 ÷ √(E × target); plain: s = √(target ÷ E).
 *
 * @param observed events of each area, 0 or more
 * @param expected events expected of each area, 0 or more
 * @returns a score and a standard error for each area; NaN where a number is missing or nothing is expected
 * @throws RangeError where a number is negative or infinite, or the columns differ in length or are empty
 *
 * Source: Spiegelhalter DJ. Handling over-dispersion of performance indicators. Qual Saf Health Care 2005;14:347–51.
 * Reference: FunnelPlotR, `log` (its SHMI) to 1e-12 relative.
 *
 * @example
 * ratioScores([100, 150], [108, 112], { scale: "log" }).scores // [-0.799802600707036, 3.09168129454357]
 */
export function ratioScores(
  observed: ArrayLike<number>,
  expected: ArrayLike<number>,
  { target = 1, scale = "square root" }: RatioScoresOptions = {},
): FunnelScores {
  requireSameLength("ratioScores", { observed, expected });
  requireTarget("ratioScores", target);
  requireChoice("ratioScores", "scale", scale, ["square root", "log", "plain"]);
  for (let i = 0; i < observed.length; i++) {
    requireEvents("ratioScores", observed[i]!, ` in area ${i}`);
    requireExpected("ratioScores", expected[i]!);
  }
  return scoresOn(ratioScales[scale], observed, expected, target);
}

/** Scores parts among sizes on a scale; NaN where a size is 0. */
export function scoresOn(scale: Scale, part: ArrayLike<number>, size: ArrayLike<number>, target: number): FunnelScores {
  const scores = new Float64Array(part.length);
  const standardErrors = new Float64Array(part.length);
  const centre = scale.to(target);
  for (let i = 0; i < part.length; i++) {
    const known = size[i]! > 0 && !Number.isNaN(part[i]!);
    const error = known ? scale.standardError(size[i]!, target) : Number.NaN;
    standardErrors[i] = error;
    scores[i] = (scale.to(part[i]! / size[i]!) - centre) / error;
  }
  return { scores, standardErrors };
}
