import { normalDeviate } from "../distributions/normal-deviate.ts";
import { cube } from "../shared/cube.ts";
import type { Limits } from "../shared/interval.ts";
import { requireEvents } from "../shared/require.ts";

/**
 * Byar's approximate limits of a Poisson count.
 *
 * lower = x (1 − 1/9x − z/3√x)³; upper = (x + 1) (1 − 1/9(x + 1) + z/3√(x + 1))³.
 *
 * Good from about 10 events upwards; below that `exactPoissonLimits` is the better choice, and `poissonLimits` makes it.
 *
 * @param events events counted, 0 or more, whole or apportioned
 * @param level coverage, between 0 and 1
 * @returns limits in events; the lower one is 0 where the formula falls below 0, as at no events; NaN for a missing count
 * @throws RangeError where events are negative or infinite, or the level is not between 0 and 1
 *
 * Source: Breslow NE, Day NE. Statistical Methods in Cancer Research, vol. II, 1987, p. 69.
 * Reference: `phe_rate` of PHEindicatormethods 2.1.0 (10 events and more), to 1e-11 relative.
 *
 * @example
 * byarLimits(50) // { lower: 37.108100409034186, upper: 65.92015669395772 }
 */
export function byarLimits(events: number, level = 0.95): Limits {
  requireEvents("byarLimits", events);
  const z = normalDeviate(level);
  return { lower: byarLower(events, z), upper: byarUpper(events, z) };
}

/** The lower limit alone, a number without an object around it, for kernels; `z` is the normal deviate. */
export function byarLower(events: number, z: number): number {
  return events === 0 ? 0 : Math.max(0, events * cube(1 - 1 / (9 * events) - z / (3 * Math.sqrt(events))));
}

/** The upper limit alone. */
export function byarUpper(events: number, z: number): number {
  const next = events + 1;
  return next * cube(1 - 1 / (9 * next) + z / (3 * Math.sqrt(next)));
}
