import { daySpan } from "./day-span.ts";
import { type Period, parsePeriod } from "./period.ts";
import { PopneedsError } from "./popneeds-error.ts";

/**
 * The calendar quarter that holds a day, or the whole of a shorter period.
 *
 * @param of a day as `yyyy-mm-dd`, or a period within one quarter: a day, a month, a quarter
 * @returns a period; its `label` is printed `2024Q2` (April to June 2024), its words are given by `quarterInWords`
 * @throws PopneedsError `invalid-date` when a text is no day of the calendar; `invalid-period` when a period lies in more
 * than one quarter
 *
 * Agrees with `qtr` of phsmethods, to the letter.
 *
 * @example
 * calendarQuarterOf("2024-06-30").label // "2024Q2"
 */
export function calendarQuarterOf(of: string | Period): Period {
  const { first, last } = daySpan(of, "calendarQuarterOf");
  const quarter = quarterAt(indexOf(first));
  if (last > quarter.end)
    throw new PopneedsError({
      code: "invalid-period",
      message: `calendarQuarterOf: a period must lie in one calendar quarter; found ${(of as Period).label}, from ${first} to ${last}`,
      fix: "Give a day, a month or a quarter.",
    });
  return quarter;
}

/**
 * The calendar quarter after the one that holds a day or a period.
 *
 * @throws PopneedsError as `calendarQuarterOf`; `invalid-period` after the last quarter of 9999
 *
 * Agrees with `qtr_next` of phsmethods, to the letter.
 *
 * @example
 * nextQuarter("2024-12-31").label // "2025Q1"
 */
export function nextQuarter(of: string | Period): Period {
  return quarterAt(indexOf(calendarQuarterOf(of).start) + 1);
}

/**
 * The calendar quarter before the one that holds a day or a period.
 *
 * @throws PopneedsError as `calendarQuarterOf`; `invalid-period` before the first quarter of 1000
 *
 * Agrees with `qtr_prev` of phsmethods, to the letter.
 *
 * @example
 * previousQuarter("2024-01-01").label // "2023Q4"
 */
export function previousQuarter(of: string | Period): Period {
  return quarterAt(indexOf(calendarQuarterOf(of).start) - 1);
}

/** Quarters since the year 0. */
function indexOf(day: string): number {
  return Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
}

function quarterAt(index: number): Period {
  const label = `${Math.floor(index / 4)}Q${(index % 4) + 1}`;
  const quarter = parsePeriod(label);
  if (quarter === null)
    throw new PopneedsError({
      code: "invalid-period",
      message: `a quarter must lie in the years 1000 to 9999; found ${label}`,
      fix: "Correct the date.",
    });
  return quarter;
}
