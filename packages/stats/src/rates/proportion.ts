import { normalDeviate } from "../distributions/normal-deviate.ts";
import { requireShare, wilsonLimitsAt } from "../intervals/wilson-limits.ts";
import type { Interval } from "../shared/interval.ts";
import { requireDeviate, requireLevel, requirePer } from "../shared/require.ts";

/** How a proportion is expressed. */
export interface ProportionOptions {
  /** What the whole is expressed as: 1 for a share, 100 for per cent. Default 1. */
  readonly per?: number;
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
  /** A normal deviate in place of that of the level, such as 1.96. Default none. */
  readonly deviate?: number;
}

/**
 * The share of a group that has something, with Wilson's limits.
 *
 * value = events ÷ total × per.
 *
 * The limits are those of a sample, or of a count seen as one outcome of an underlying chance. A full count that is
 * meant only as itself has none.
 *
 * @param events how many have it, from 0 to `total`
 * @param total how many there are, above 0
 * @returns value and limits on the scale of `per`; all are NaN for a missing count
 * @throws RangeError where events are negative or more than the total, the total is not above 0, or an option is invalid
 *
 * Source and reference: as for `wilsonLimits`.
 *
 * @example
 * proportion(15, 20, { per: 100 }) // { value: 75, lower: 53.12991223812561, upper: 88.81382985923344 }
 */
export function proportion(
  events: number,
  total: number,
  { per = 1, level = 0.95, deviate }: ProportionOptions = {},
): Interval {
  requireShare("proportion", events, total);
  requirePer("proportion", per);
  requireLevel("proportion", level);
  if (deviate !== undefined) requireDeviate("proportion", deviate);
  const { lower, upper } = wilsonLimitsAt(events, total, deviate ?? normalDeviate(level));
  return { value: (events / total) * per, lower: lower * per, upper: upper * per };
}
