import { PopneedsError } from "./popneeds-error.ts";

/** A stretch of time that a figure is about: a calendar year, a financial year, several years, a month, a day. */
export interface Period {
  /** As printed: `2023`, `2022/23`, `2019-2023`, `2016-07`. */
  readonly label: string;
  /** First day, as `yyyy-mm-dd`. */
  readonly start: string;
  /** Last day, as `yyyy-mm-dd`. */
  readonly end: string;
}

/**
 * The calendar year, or the calendar years `from` to `to`.
 *
 * @throws PopneedsError `invalid-period` when a year is not a whole number from 1000 to 9999, or `to` comes before `from`
 *
 * @example
 * calendarYears(2019, 2023).label // "2019-2023"
 */
export function calendarYears(from: number, to: number = from): Period {
  if (![from, to].every((year) => Number.isInteger(year) && year >= 1000 && year <= 9999) || to < from)
    throw new PopneedsError({
      code: "invalid-period",
      message: `calendarYears: invalid years: ${from} to ${to}`,
      fix: "Give whole years in order: calendarYears(2019, 2023).",
    });
  return period(from === to ? `${from}` : `${from}-${to}`, `${from}-01-01`, `${to}-12-31`);
}

/**
 * Reads the ways in which publishers print a period, or gives `null` when the text is none of them.
 *
 * Understood: `2023`, `2019-2023`, `2019 to 2023`, `2022/23` and `2022/2023` (April to March), `2022/23 Q4` (quarter of a
 * financial year, Q1 = April to June), `2017Q4` (calendar quarter), `201607` and `2016-07` (month), `20200105` and
 * `2020-01-05` (day).
 */
export function parsePeriod(text: string): Period | null {
  const plain = text.trim();
  if (/^0/.test(plain)) return null;
  const parts = (pattern: RegExp) => pattern.exec(plain)?.slice(1).map(Number);
  let found = parts(/^(\d{4})$/);
  if (found) return calendarYears(found[0]!);
  found = parts(/^(\d{4})\s*(?:-|–|to)\s*(\d{4})$/);
  if (found) return found[1]! >= found[0]! ? calendarYears(found[0]!, found[1]!) : null;
  found = parts(/^(\d{4})\/(\d{2}|\d{4})(?:\s*Q([1-4]))?$/);
  if (found) {
    const [year, next, quarter] = found as [number, number, number];
    if (next !== (next < 100 ? (year + 1) % 100 : year + 1)) return null;
    const label = `${year}/${String(next % 100).padStart(2, "0")}`;
    if (Number.isNaN(quarter)) return period(label, `${year}-04-01`, `${year + 1}-03-31`);
    return months(`${label} Q${quarter}`, quarter === 4 ? year + 1 : year, quarter === 4 ? 1 : quarter * 3 + 1, 3);
  }
  found = parts(/^(\d{4})\s*Q([1-4])$/);
  if (found) return months(`${found[0]}Q${found[1]}`, found[0]!, found[1]! * 3 - 2, 3);
  found = parts(/^(\d{4})-?(0[1-9]|1[0-2])$/);
  if (found) return months(`${found[0]}-${String(found[1]).padStart(2, "0")}`, found[0]!, found[1]!, 1);
  found = parts(/^(?=\d{8}$|\d{4}-\d\d-\d\d$)(\d{4})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])$/);
  if (found) {
    const day = [found[0], ...found.slice(1).map((part) => String(part).padStart(2, "0"))].join("-");
    return daysIn(found[0]!, found[1]!) >= found[2]! ? period(day, day, day) : null;
  }
  return null;
}

/** The calendar year in which a period ends; the year that trends are ordered and named by. */
export function endYear(of: Period): number {
  return Number(of.end.slice(0, 4));
}

/** Orders periods by their first day, then by their last. */
export function byTime(a: Period, b: Period): number {
  return a.start < b.start ? -1 : a.start > b.start ? 1 : a.end < b.end ? -1 : a.end > b.end ? 1 : 0;
}

function period(label: string, start: string, end: string): Period {
  return Object.freeze({ label, start, end });
}

function months(label: string, year: number, first: number, count: number): Period {
  const last = first + count - 1;
  const two = (n: number) => String(n).padStart(2, "0");
  return period(label, `${year}-${two(first)}-01`, `${year}-${two(last)}-${daysIn(year, last)}`);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
