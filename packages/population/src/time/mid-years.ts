import { type KeyColumn, type Keys, type Measures, type Period, PopneedsError, type Table } from "@popneeds/core";

/** A mid-year estimate: the people of 30 June of a calendar year. */
export interface MidYear {
  readonly year: number;
  /** The middle of 30 June, in days. */
  readonly at: number;
  /** The code of its period among those of the table. */
  readonly slot: number;
}

/**
 * The mid-year estimates of a table, in order of time.
 *
 * @throws PopneedsError `not-calendar-years` when a period is not one calendar year
 */
export function midYearsOf(table: Table<Keys, Measures>, verb: string): readonly MidYear[] {
  const { values } = table.keys["period"] as KeyColumn<Period>;
  const odd = values.filter((period) => !isCalendarYear(period));
  if (odd.length > 0)
    throw new PopneedsError({
      code: "not-calendar-years",
      message: `${verb}: people must be mid-year estimates, each of one calendar year; ${odd.length} of ${values.length} periods are not:`,
      where: odd.map(({ label }) => label),
      fix: "Give the estimates as published, before they are pooled.",
    });
  return values
    .map((period, slot) => {
      const year = Number(period.start.slice(0, 4));
      return { year, at: dayNumber(`${year}-06-30`) + 0.5, slot };
    })
    .sort((a, b) => a.year - b.year);
}

/** Whether a period is one calendar year. */
export function isCalendarYear({ start, end }: Period): boolean {
  return start.slice(0, 4) === end.slice(0, 4) && start.endsWith("-01-01") && end.endsWith("-12-31");
}

/** The number of a day, `yyyy-mm-dd`, counted from 1 January 1970: its first moment. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}
