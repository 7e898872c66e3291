import type { Interval } from "../shared/interval.ts";
import { requireEvents, requireExpected, requireLevel, requireReferenceRate } from "../shared/require.ts";
import { scaledLimits } from "./indirect-ratio.ts";

/** How an indirectly standardised rate is given. */
export interface IndirectRateOptions {
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/**
 * The indirectly standardised ratio, as a rate: what the reference's crude rate would be with that ratio.
 *
 * value = O ÷ E × R; the limits are those of `indirectRatio`, times R. R is taken as known, as E is.
 *
 * @param observed      events counted, 0 or more
 * @param expected      events expected, 0 or more, as `expectedEvents` gives them
 * @param referenceRate crude rate of the reference, 0 or more, per as many people as the result is to be
 * @returns value and limits in the unit of the reference rate; with no events observed the value and the lower limit are
 * 0; all are NaN where no events are expected (the reference gives NaN or Inf), or where a number is missing
 * @throws RangeError where a number is negative or infinite, or the level is invalid
 *
 * Source: Breslow NE, Day NE. Statistical methods in cancer research, vol. II. IARC, 1987, 2.3; Association of Public
 * Health Observatories. Technical Briefing 3, 2008.
 * Reference: `calculate_ISRate` of PHEindicatormethods 2.1.0, to 1e-11 relative.
 *
 * @example
 * indirectRate(60, 50, 400) // { value: 480, lower: 366.2700761240835, upper: 617.8657915788739 }
 */
export function indirectRate(
  observed: number,
  expected: number,
  referenceRate: number,
  { level = 0.95 }: IndirectRateOptions = {},
): Interval {
  requireEvents("indirectRate", observed);
  requireExpected("indirectRate", expected);
  requireReferenceRate("indirectRate", referenceRate);
  requireLevel("indirectRate", level);
  return scaledLimits(observed, expected, referenceRate, level);
}
