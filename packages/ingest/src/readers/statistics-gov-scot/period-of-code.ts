import { type Period, parsePeriod } from "@popneeds/core";

/**
 * The period of a date code of statistics.gov.scot: `2017`, `2012-2015`, `2014/2015` (April to March), `2012/2013-2014/2015`,
 * `2016-Q1`, `2016-04`; `null` for a text that is none.
 */
export function periodOfCode(code: string): Period | null {
  const plain = code.trim();
  const run = /^(\d{4}\/\d{4})-(\d{4}\/\d{4})$/.exec(plain);
  if (!run) return parsePeriod(plain.replace(/^(\d{4})-(Q[1-4])$/, "$1$2"));
  const [first, last] = [parsePeriod(run[1]!), parsePeriod(run[2]!)];
  if (!first || !last || last.start < first.start) return null;
  return { label: `${first.label} to ${last.label}`, start: first.start, end: last.end };
}
