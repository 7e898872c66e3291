import { requireEvents, requireSameLength } from "../shared/require.ts";
import { requireProportionTarget } from "./proportion-control-limits.ts";
import { type FunnelScores, scoresOn } from "./ratio-scores.ts";
import { type ProportionScale, proportionScales } from "./scales.ts";

/** On which scale proportions are scored. */
export interface ProportionScoresOptions {
  /** `arcsine` (default) or `plain`. */
  readonly scale?: ProportionScale;
}

/**
 * How many standard errors each proportion lies from the target.
 *
 * z = (g(x ÷ n) − g(target)) ÷ s; arcsine: g = arcsin √, s = 1 ÷ 2√n; plain: s = √(target (1 − target) ÷ n).
 *
 * @param events how many have it in each area, from 0 to the total
 * @param totals how many there are in each area, 0 or more
 * @param target the share that areas are set against, from 0 to 1
 * @returns a score and a standard error for each area; NaN where a number is missing or the total is 0
 * @throws RangeError where events are negative or more than the total, the target is outside 0 to 1, or the columns
 * differ in length or are empty
 *
 * Source: Spiegelhalter DJ. Qual Saf Health Care 2005;14:347–51.
 * Reference: FunnelPlotR, `arcsine` to 1e-12 relative.
 *
 * @example
 * proportionScores([100], [208], 171 / 340).scores // [-0.639674037607559]
 */
export function proportionScores(
  events: ArrayLike<number>,
  totals: ArrayLike<number>,
  target: number,
  { scale = "arcsine" }: ProportionScoresOptions = {},
): FunnelScores {
  requireSameLength("proportionScores", { events, totals });
  requireProportionTarget("proportionScores", target, 1);
  for (let i = 0; i < events.length; i++) {
    requireEvents("proportionScores", events[i]!, ` in area ${i}`);
    if (events[i]! > totals[i]! || totals[i] === Infinity) {
      throw new RangeError(
        `proportionScores: events must not exceed the total of ${totals[i]}, got ${events[i]} in area ${i}`,
      );
    }
  }
  return scoresOn(proportionScales[scale], events, totals, target);
}
