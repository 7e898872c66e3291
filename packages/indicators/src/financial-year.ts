import { type Period, parsePeriod } from "@popneeds/core";

/** The financial year, April to March, that begins in a calendar year. */
export function financialYear(from: number): Period {
  return parsePeriod(`${from}/${String((from + 1) % 100).padStart(2, "0")}`)!;
}

/** The calendar year in which the financial year of a month begins. */
export function financialYearOf(month: Period): number {
  const [year, number] = month.start.split("-").map(Number) as [number, number];
  return number >= 4 ? year : year - 1;
}
