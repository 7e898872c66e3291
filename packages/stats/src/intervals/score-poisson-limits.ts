import type { Limits } from "../shared/interval.ts";
import { requireEvents } from "../shared/require.ts";
import { type DeviateOptions, deviateOf } from "./deviate.ts";

/**
 * The score limits of a Poisson count: the means that a score test at this level would not reject, as Wilson's limits
 * are for a proportion.
 *
 * x + z²/2 ∓ z √(x + z²/4), the lower one written so that nothing cancels.
 *
 * @param events events counted, 0 or more, whole or apportioned
 * @param level coverage, between 0 and 1
 * @param options `deviate`: 1.96, say, in place of the level's
 * @returns limits in events; 0 below and z² above for no events; NaN for a missing count
 * @throws RangeError where events are negative or infinite, the level is not between 0 and 1, or the deviate not above 0
 *
 * Source: Rao CR. Large sample tests of statistical hypotheses concerning several parameters. Proc Camb Phil Soc
 * 1948;44:50–7; Barker L. A comparison of nine confidence intervals for a Poisson parameter when the expected number of
 * events is ≤ 5. The American Statistician 2002;56:85–9.
 * Reference: R 4.2.2, the formula written out, to 1e-13 relative.
 *
 * @example
 * scorePoissonLimits(8, 0.95, { deviate: 2 }) // { lower: 4, upper: 16 }
 */
export function scorePoissonLimits(events: number, level = 0.95, { deviate }: DeviateOptions = {}): Limits {
  requireEvents("scorePoissonLimits", events);
  const z = deviateOf("scorePoissonLimits", level, deviate);
  const upper = events + (z * z) / 2 + z * Math.sqrt(events + (z * z) / 4);
  return { lower: events === 0 ? 0 : events * (events / upper), upper };
}
