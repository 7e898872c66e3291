import { poissonLimits } from "../intervals/poisson-limits.ts";
import type { Interval } from "../shared/interval.ts";
import { requireEvents, requireLevel, requirePer, requirePopulation } from "../shared/require.ts";

/** How a rate is expressed. */
export interface RateOptions {
  /** Person-years (or people) the rate is expressed per. Default 100 000. */
  readonly per?: number;
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/**
 * Events per so many person-years.
 *
 * value = events ÷ population × per; the limits are those of the count (exact below 10 events, Byar's from 10), on the
 * same scale.
 *
 * @param events events counted, 0 or more
 * @param population person-years in which they could have happened, above 0
 * @returns value and limits per `per` person-years; with no events the value and the lower limit are 0; all are NaN for
 * a missing count
 * @throws RangeError where events are negative, the population is missing or not above 0, or an option is invalid
 *
 * Source: Association of Public Health Observatories. Technical Briefing 3, 2008.
 * Reference: `phe_rate` of PHEindicatormethods 2.1.0, to 1e-11 relative.
 *
 * @example
 * crudeRate(50, 15_000) // { value: 333.3333333333333, lower: 247.3873360602279, upper: 439.4677112930514 }
 */
export function crudeRate(
  events: number,
  population: number,
  { per = 100_000, level = 0.95 }: RateOptions = {},
): Interval {
  requireEvents("crudeRate", events);
  requirePopulation("crudeRate", population);
  requirePer("crudeRate", per);
  requireLevel("crudeRate", level);
  const { lower, upper } = poissonLimits(events, level);
  return { value: (events / population) * per, lower: (lower / population) * per, upper: (upper / population) * per };
}
