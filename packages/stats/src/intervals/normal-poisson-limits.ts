import type { Limits } from "../shared/interval.ts";
import { requireEvents } from "../shared/require.ts";
import { type DeviateOptions, deviateOf } from "./deviate.ts";

/**
 * The normal limits of a Poisson count, for comparison with tables that have them: x ∓ z √x.
 *
 * They fall short of their level below some 100 events, and the lower one is below 0 under 4: `exactPoissonLimits` are
 * the better choice.
 *
 * @param events events counted, 0 or more, whole or apportioned
 * @param level coverage, between 0 and 1
 * @param options `deviate`: 1.96, say, in place of the level's
 * @returns limits in events, the lower one as it falls; both 0 for no events; NaN for a missing count
 * @throws RangeError where events are negative or infinite, the level is not between 0 and 1, or the deviate not above 0
 *
 * Source: Altman DG et al. Statistics with Confidence, 2nd ed., 2000, ch. 7.
 * Reference: the five-year means of a published table of deaths, x ∓ 1.96 √x, to its decimals; `pois.approx` of epitools
 * 0.5-10.1, to 1e-14 relative.
 *
 * @example
 * normalPoissonLimits(100, 0.95, { deviate: 2 }) // { lower: 80, upper: 120 }
 */
export function normalPoissonLimits(events: number, level = 0.95, { deviate }: DeviateOptions = {}): Limits {
  requireEvents("normalPoissonLimits", events);
  const reach = deviateOf("normalPoissonLimits", level, deviate) * Math.sqrt(events);
  return { lower: events - reach, upper: events + reach };
}
