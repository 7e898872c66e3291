import { poissonLimits } from "../intervals/poisson-limits.ts";
import type { Interval } from "../shared/interval.ts";
import { requireEvents, requireExpected, requireLevel, requirePer } from "../shared/require.ts";

/** How an indirectly standardised ratio is expressed. */
export interface IndirectRatioOptions {
  /** The ratio of a population that has as many events as expected: 1, or 100. Default 1. */
  readonly per?: number;
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/**
 * Events observed for each event expected: the indirectly standardised ratio, as the standardised mortality ratio is.
 *
 * value = O ÷ E × per; the limits are those of the observed count (exact below 10 events, Byar's from 10), divided by E,
 * on the same scale. The expected events are taken as known: the error of the reference is left out.
 *
 * Ratios of two populations are not comparable with each other, since each is weighted by its own ages.
 *
 * @param observed events counted, 0 or more
 * @param expected events expected, 0 or more, as `expectedEvents` gives them
 * @returns value and limits in units of `per`; with no events observed the value and the lower limit are 0; all are NaN
 * where no events are expected, whatever was observed (the reference gives Inf), or where either number is missing
 * @throws RangeError where a number is negative or infinite, or an option is invalid
 *
 * Source: Breslow NE, Day NE. Statistical methods in cancer research, vol. II. IARC, 1987, 2.3 (ratio, Byar's limits);
 * Association of Public Health Observatories. Technical Briefing 3, 2008.
 * Reference: `calculate_ISRatio` of PHEindicatormethods 2.1.0, to 1e-11 relative.
 *
 * @example
 * indirectRatio(60, 50) // { value: 1.2, lower: 0.9156751903102088, upper: 1.5446644789471848 }
 */
export function indirectRatio(
  observed: number,
  expected: number,
  { per = 1, level = 0.95 }: IndirectRatioOptions = {},
): Interval {
  requireEvents("indirectRatio", observed);
  requireExpected("indirectRatio", expected);
  requirePer("indirectRatio", per);
  requireLevel("indirectRatio", level);
  return scaledLimits(observed, expected, per, level);
}

/** A count and its limits for each expected event, `scale` times; NaN where nothing is expected. */
export function scaledLimits(observed: number, expected: number, scale: number, level: number): Interval {
  const { lower, upper } = poissonLimits(observed, level);
  const each = expected === 0 ? Number.NaN : scale / expected;
  return { value: observed * each, lower: lower * each, upper: upper * each };
}
