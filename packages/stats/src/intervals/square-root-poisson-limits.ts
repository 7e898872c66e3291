import type { Limits } from "../shared/interval.ts";
import { requireEvents } from "../shared/require.ts";
import { type DeviateOptions, deviateOf } from "./deviate.ts";

/**
 * The limits of a Poisson count by its square root, whose variance is close to a quarter whatever the mean.
 *
 * lower = (√x − z/2)²; upper = (√(x + 1) + z/2)². With one event more above they are close to the exact limits from a
 * handful of events.
 *
 * @param events events counted, 0 or more, whole or apportioned
 * @param level coverage, between 0 and 1
 * @param options `deviate`: 1.96, say, in place of the level's
 * @returns limits in events; the lower one is 0 where √x is less than z/2; NaN for a missing count
 * @throws RangeError where events are negative or infinite, the level is not between 0 and 1, or the deviate not above 0
 *
 * Source: Bartlett MS. The square root transformation in analysis of variance. Suppl JRSS 1936;3:68–78; Vandenbroucke JP.
 * A shortcut method for calculating the 95 per cent confidence interval of the standardized mortality ratio. Am J
 * Epidemiol 1982;115:303–4.
 * Reference: R 4.2.2, the formula written out, to 1e-13 relative.
 *
 * @example
 * squareRootPoissonLimits(99, 0.95, { deviate: 2 }).upper // 121
 */
export function squareRootPoissonLimits(events: number, level = 0.95, { deviate }: DeviateOptions = {}): Limits {
  requireEvents("squareRootPoissonLimits", events);
  const half = deviateOf("squareRootPoissonLimits", level, deviate) / 2;
  const root = Math.sqrt(events);
  const next = Math.sqrt(events + 1) + half;
  return { lower: root <= half ? 0 : (root - half) * (root - half), upper: next * next };
}
