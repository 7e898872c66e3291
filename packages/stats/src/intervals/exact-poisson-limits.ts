import { gammaQuantile } from "../distributions/gamma-quantile.ts";
import type { Limits } from "../shared/interval.ts";
import { requireEvents, requireLevel } from "../shared/require.ts";

/**
 * The exact limits of a Poisson count: the means under which a count so high, or so low, has the chance (1 − level) / 2.
 *
 * lower = χ²((1 − level)/2; 2x) / 2; upper = χ²((1 + level)/2; 2x + 2) / 2.
 *
 * @param events events counted, 0 or more, whole or apportioned
 * @param level coverage, between 0 and 1
 * @returns limits in events; the lower one is 0 where there are no events; NaN for a missing count
 * @throws RangeError where events are negative or infinite, or the level is not between 0 and 1
 *
 * Source: Garwood F. Fiducial limits for the Poisson distribution. Biometrika 1936;28:437–42.
 * Reference: `phe_rate` of PHEindicatormethods 2.1.0 (below 10 events), to 1e-11 relative.
 *
 * @example
 * exactPoissonLimits(5) // { lower: 1.6234863901184209, upper: 11.668332079322669 }
 */
export function exactPoissonLimits(events: number, level = 0.95): Limits {
  requireEvents("exactPoissonLimits", events);
  requireLevel("exactPoissonLimits", level);
  const tail = (1 - level) / 2;
  return {
    lower: events === 0 ? 0 : gammaQuantile(tail, events),
    upper: gammaQuantile(1 - tail, events + 1),
  };
}
