import { calendarQuarterOf } from "./calendar-quarter.ts";
import type { Period } from "./period.ts";

/** Whether the names of months are written out, or cut to three letters. */
export interface MonthWords {
  /** `long` (the default): June; `short`: Jun. */
  readonly months?: "long" | "short";
}

/**
 * A calendar quarter in words: its first and last month, and its year.
 *
 * @param of a quarter, or a day (`yyyy-mm-dd`) or month within it
 * @throws PopneedsError as `calendarQuarterOf`
 *
 * Agrees with `qtr` of phsmethods in both formats, to the letter.
 *
 * @example
 * quarterInWords("2024-05-17") // "April to June 2024"
 * quarterInWords("2024-05-17", { months: "short" }) // "Apr-Jun 2024"
 */
export function quarterInWords(of: string | Period, { months = "long" }: MonthWords = {}): string {
  const { start, end } = calendarQuarterOf(of);
  const between = months === "long" ? " to " : "-";
  return `${monthOf(start, months)}${between}${monthOf(end, months)} ${end.slice(0, 4)}`;
}

/**
 * The month in which a calendar quarter ends, in words.
 *
 * @param of a quarter, or a day (`yyyy-mm-dd`) or month within it
 * @throws PopneedsError as `calendarQuarterOf`
 *
 * Agrees with `qtr_end` of phsmethods in both formats, to the letter.
 *
 * @example
 * quarterEndInWords("2024-05-17") // "June 2024"
 * quarterEndInWords("2024-05-17", { months: "short" }) // "Jun 2024"
 */
export function quarterEndInWords(of: string | Period, { months = "long" }: MonthWords = {}): string {
  const { end } = calendarQuarterOf(of);
  return `${monthOf(end, months)} ${end.slice(0, 4)}`;
}

const names = "January February March April May June July August September October November December".split(" ");

function monthOf(day: string, months: "long" | "short"): string {
  const name = names[Number(day.slice(5, 7)) - 1]!;
  return months === "long" ? name : name.slice(0, 3);
}
