import { type Period, parsePeriod } from "@popneeds/core";

/**
 * Reads a day written day first, as `31/12/2023`, `31-12-2023` or `31.12.2023`; `null` for any other text.
 *
 * Give it to `period()` for a file whose dates are so written. Nothing else reads such a date: whether `03/04/2023` is in March or
 * in April is for a person to say.
 *
 * @example
 * parseDayFirst("03/04/2023")?.label // "2023-04-03"
 */
export function parseDayFirst(text: string): Period | null {
  const found = dayFirst.exec(text.trim());
  if (!found) return null;
  const [day, month, year] = found.slice(1) as [string, string, string];
  return parsePeriod(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}

/** Two numbers and a year: day and month, or month and day. */
export const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
