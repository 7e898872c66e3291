import { type Age, ageBand } from "./age.ts";
import { PopneedsError } from "./popneeds-error.ts";

/** Which bands `ageGroup` puts ages into. */
export interface AgeGroupOptions {
  /** Youngest completed age of the first band, in years; 0 by default. */
  readonly from?: number;
  /** Age at which the last, open band starts, in years; 90 by default. Off the grid, it is taken down to it. */
  readonly to?: number;
  /** Width of a band in years, 1 or more; 5 by default. */
  readonly by?: number;
}

/**
 * The band of equal width that an age falls in; the last band is open.
 *
 * Bands start at `from`, `from + by`, `from + 2 by` … as long as that is not above `to`; each holds its own start and not
 * that of the next.
 *
 * @param age age in years; parts of a year are allowed, and 4.99 is in 0-4
 * @returns the band; `null` when the age is below `from`, or is missing (NaN)
 * @throws PopneedsError `invalid-bands` when `from`, `to` or `by` are not whole years, 0 or more and in order
 *
 * Agrees with `create_age_groups` of phsmethods, where a band of one year is printed twice (`21-21`) and here once (`21`).
 *
 * @example
 * ageGroup(87)?.label // "85-89"
 * ageGroup(70, { from: 16, to: 72, by: 10 })?.label // "66+"
 * ageGroup(12, { from: 16 }) // null
 */
export function ageGroup(age: number, { from = 0, to = 90, by = 5 }: AgeGroupOptions = {}): Age | null {
  if (![from, to, by].every(Number.isInteger) || from < 0 || to < from || by < 1)
    throw new PopneedsError({
      code: "invalid-bands",
      message: `ageGroup: bands must start and end at whole years, 0 or more, and be 1 or more wide; found from ${from} to ${to} by ${by}`,
      fix: "Write the youngest age, the start of the open band and the width: ageGroup(age, { from: 0, to: 90, by: 5 }).",
    });
  if (!Number.isFinite(age) || age < from) return null;
  const band = Math.floor((age - from) / by);
  const last = Math.floor((to - from) / by);
  const start = from + Math.min(band, last) * by;
  return ageBand(start, band < last ? start + by : Infinity);
}
