import { type Key, type Period, PopneedsError, type Table } from "@popneeds/core";
import type { TimeCovered } from "./quality.ts";

/**
 * What time tables are about, and how old their last figures are on a day.
 *
 * @param asOf the day on which the data are judged, as yyyy-mm-dd; the clock is never asked
 * @returns `null` where no table has periods
 * @throws PopneedsError `invalid-date` when `asOf` is no day
 */
export function timeCovered(tables: readonly Table[], asOf: string | null): TimeCovered | null {
  if (asOf !== null) refuseOther(asOf);
  const periods = new Map<string, Period>();
  for (const { keys } of tables)
    for (const { values } of Object.values(keys))
      for (const value of values) if (isPeriod(value)) periods.set(`${value.start} ${value.end}`, value);
  if (periods.size === 0) return null;
  const all = [...periods.values()];
  const from = all.map(({ start }) => start).sort()[0]!;
  const to = all
    .map(({ end }) => end)
    .sort()
    .at(-1)!;
  return { from, to, periods: periods.size, asOf, monthsOld: asOf === null ? null : months(to, asOf) };
}

/** Whole months from one day to another; below 0 where the other comes first. */
function months(from: string, to: string): number {
  const [y1, m1, d1] = from.split("-").map(Number) as [number, number, number];
  const [y2, m2, d2] = to.split("-").map(Number) as [number, number, number];
  const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
  const whole = (y2 - y1) * 12 + m2 - m1;
  return d2 >= Math.min(d1, lastDay(y2, m2)) ? whole : whole - 1;
}

function isPeriod(value: Key): value is Period {
  return typeof value === "object" && "start" in value;
}

function refuseOther(text: string): void {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  if (date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return;
  throw new PopneedsError({
    code: "invalid-date",
    message: `qualityOf: asOf must be a day, as yyyy-mm-dd; found ${JSON.stringify(text)}`,
    fix: 'Write the day on which the data are judged: { asOf: "2026-04-01" }.',
  });
}
