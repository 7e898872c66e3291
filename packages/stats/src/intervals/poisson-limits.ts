import type { Limits } from "../shared/interval.ts";
import { requireEvents, requireLevel } from "../shared/require.ts";
import { byarLimits } from "./byar-limits.ts";
import { exactPoissonLimits } from "./exact-poisson-limits.ts";

/**
 * The limits of a Poisson count as British public health tables give them: exact below 10 events, Byar's
 * from 10 upwards.
 *
 * @param events events counted, 0 or more, whole or apportioned
 * @param level coverage, between 0 and 1
 * @returns limits in events; the lower one is 0 where there are no events; NaN for a missing count
 * @throws RangeError where events are negative or infinite, or the level is not between 0 and 1
 *
 * Source: Association of Public Health Observatories. Technical Briefing 3: Commonly used public health statistics and
 * their confidence intervals, 2008.
 * Reference: `phe_rate` of PHEindicatormethods 2.1.0, to 1e-11 relative.
 *
 * @example
 * poissonLimits(5) // { lower: 1.6234863901184209, upper: 11.668332079322669 }
 */
export function poissonLimits(events: number, level = 0.95): Limits {
  requireEvents("poissonLimits", events);
  requireLevel("poissonLimits", level);
  return events < 10 ? exactPoissonLimits(events, level) : byarLimits(events, level);
}
