import { type Age, ageBand } from "@popneeds/core";

/**
 * The band of ages that a code of the Global Health Estimates stands for: `YEARS0-4`, `YEARS85PLUS`; `null` for all ages
 * together, for rates that are standardised for age, and for bands of days and months.
 */
export function ageOfCode(code: string): Age | null {
  const band = /^YEARS(\d{1,3})-(\d{1,3})$/i.exec(code);
  if (band) return Number(band[2]) >= Number(band[1]) ? ageBand(Number(band[1]), Number(band[2]) + 1) : null;
  const open = /^YEARS(\d{1,3})(?:PLUS|\+)$/i.exec(code);
  return open ? ageBand(Number(open[1]), Number.POSITIVE_INFINITY) : null;
}
