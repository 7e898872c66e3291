import { daySpan } from "./day-span.ts";
import { type Period, parsePeriod } from "./period.ts";
import { PopneedsError } from "./popneeds-error.ts";

/**
 * The financial year, 1 April to 31 March, that begins in a calendar year.
 *
 * @param from the calendar year in which it begins, a whole number from 1000 to 9998
 * @throws PopneedsError `invalid-period` when `from` is not such a year
 *
 * @example
 * financialYear(2022).label // "2022/23"
 * financialYear(1999).label // "1999/00"
 */
export function financialYear(from: number): Period {
  if (!Number.isInteger(from) || from < 1000 || from > 9998)
    throw new PopneedsError({
      code: "invalid-period",
      message: `financialYear: the year in which a financial year begins is a whole number from 1000 to 9998; found ${from}`,
      fix: "Give the calendar year of its April: financialYear(2022) is 2022/23.",
    });
  return parsePeriod(`${from}/${String((from + 1) % 100).padStart(2, "0")}`)!;
}

/**
 * The financial year, 1 April to 31 March, that holds a day, or the whole of a shorter period.
 *
 * @param of a day as `yyyy-mm-dd`, or a period within one financial year: a day, a month, a calendar quarter
 * @returns a period; its `label` is printed `2023/24`
 * @throws PopneedsError `invalid-date` when a text is no day of the calendar; `invalid-period` when a period lies in more
 * than one financial year, as a calendar year does
 *
 * Agrees with `extract_fin_year` of phsmethods, to the letter.
 *
 * @example
 * financialYearOf("2024-03-31").label // "2023/24"
 * financialYearOf("2024-04-01").label // "2024/25"
 */
export function financialYearOf(of: string | Period): Period {
  const { first, last } = daySpan(of, "financialYearOf");
  const from = beginning(first);
  if (beginning(last) !== from)
    throw new PopneedsError({
      code: "invalid-period",
      message: `financialYearOf: a period must lie in one financial year; found ${(of as Period).label}, from ${first} to ${last}`,
      fix: "Give a day, a month or a quarter; figures of a calendar year cannot be turned into those of a financial year.",
    });
  return financialYear(from);
}

function beginning(day: string): number {
  return Number(day.slice(0, 4)) - (day.slice(5) < "04-01" ? 1 : 0);
}
