import { exactPoissonLimits } from "../intervals/exact-poisson-limits.ts";
import { requireEvents, requireLevel } from "../shared/require.ts";

/** How many events must be expected for a count to lie exactly on a control limit. */
export interface ExpectedOnLimits {
  /** Expected events at which the count lies on the lower limit: it is so few that fewer are expected only by chance. */
  readonly onLower: number;
  /** Expected events at which the count lies on the upper limit. */
  readonly onUpper: number;
}

/**
 * The sizes at which a whole count of events lies exactly on the lower and on the upper control limit: the corners by
 * which an exact funnel of ratios or rates is drawn.
 *
 * P(O ≤ observed) = (1 − level)/2 at `onLower`, P(O ≥ observed) = (1 − level)/2 at `onUpper`: the exact limits of the
 * count, upper and lower. The point (E, observed ÷ E) is on the funnel; for rates E ÷ target is the population.
 *
 * @param observed events, 0 or more
 * @param level chance that an area on target lies within, between 0 and 1
 * @returns expected events; `onUpper` is 0 for no events, which lie above nothing; NaN for a missing count
 * @throws RangeError where the events are negative or infinite, or the level is not between 0 and 1
 *
 * Source: Spiegelhalter DJ. Stat Med 2005;24:1185–202; Garwood F. Biometrika 1936;28:437–42.
 * Reference: `calculate_funnel_limits` of PHEindicatormethods 2.1.0, to the 1e-6 of its bisection.
 *
 * @example
 * expectedOnLimits(1) // { onLower: 5.57164339093889, onUpper: 0.02531780798428983 }
 */
export function expectedOnLimits(observed: number, level = 0.95): ExpectedOnLimits {
  requireEvents("expectedOnLimits", observed);
  requireLevel("expectedOnLimits", level);
  const { lower, upper } = exactPoissonLimits(observed, level);
  return { onLower: upper, onUpper: lower };
}
