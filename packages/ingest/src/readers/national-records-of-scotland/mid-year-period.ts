import { type Period, parsePeriod } from "@popneeds/core";

/**
 * The period in a title or a header of estimates at the middle of a year: `mid-2019` is the year 2019; `mid-2018 to mid-2019` goes
 * from 1 July 2018 to 30 June 2019; `null` when there is none.
 */
export function midYearPeriod(text: string): Period | null {
  const run = /mid-(\d{4}) to mid-(\d{4})/i.exec(text);
  if (run) return fromMidYear(Number(run[1]), Number(run[2]));
  const ending = /year ending mid-(\d{4})/i.exec(text);
  if (ending) return fromMidYear(Number(ending[1]) - 1, Number(ending[1]));
  const year = /mid-(\d{4})/i.exec(text);
  return year ? parsePeriod(year[1]!) : null;
}

/** The time from the middle of one year to that of another; `null` when it does not come later. */
export function fromMidYear(from: number, to: number): Period | null {
  if (to <= from) return null;
  return Object.freeze({ label: `mid-${from} to mid-${to}`, start: `${from}-07-01`, end: `${to}-06-30` });
}
