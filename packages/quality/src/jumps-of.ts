import { type Age, addsUp, countBy, type Key, type KeyColumn, keyLabel, type Period, type Table } from "@popneeds/core";
import type { Jump } from "./quality.ts";
import { overlap } from "./totals/tilings.ts";

const before = 5;
const least = 8;

/** How jumps are found, in words that can be repeated by hand. */
export const jumpRule =
  `Counts of each series of at least ${least} periods, summed over ages and sexes, are set against two things: the figure before, and where a straight line leads that is fitted by least squares to log(count + 0.5) of the ${before} figures before. ` +
  `The distance from an expected figure e is (√x + √(x + 1) − √(4e + 1)) ÷ √(1 + h), 1 for chance alone (Freeman–Tukey); h is 1 for the figure before, and for the line the leverage of the new point. ` +
  `Of the two distances the smaller counts, and none where they have different signs. It is beyond the limit when it is more than 4 times the larger of 1 and 1.4826 × the median of the series' own distances, their sign aside.`;

/** How an area is called, by its code. */
type NameOfArea = (code: string) => string;

/** The jumps of a table's counts. */
export interface JumpsOfTable {
  readonly series: number;
  readonly figures: number;
  readonly beyond: readonly Jump[];
}

/**
 * Looks for figures that are further from the one before, and from the trend of the five before, than chance and the series' own history
 * allow.
 *
 * Only counts are looked at, since only of them is it known how chance moves them. Ages and sexes are summed where no two of them hold the
 * same people. Periods are those of the commonest length. A figure that is missing is passed over.
 *
 * @param name       how the table is called in what comes back
 * @param nameOfArea how its areas are called; default by their codes
 */
export function jumpsOf(table: Table, name: string, nameOfArea: NameOfArea = (code) => code): JumpsOfTable {
  const none = { series: 0, figures: 0, beyond: [] };
  const measures = Object.keys(table.measures).filter((measure) => addsUp(table.measures[measure]!.kind));
  if (!isPeriods(table.keys["period"]) || table.keys["period"]!.values.length < least || measures.length === 0)
    return none;
  const summed = counts(table, measures);
  const found = measures.map((measure) => jumpsOfMeasure(summed, measure, name, nameOfArea));
  return {
    series: found.reduce((sum, { series }) => sum + series, 0),
    figures: found.reduce((sum, { figures }) => sum + figures, 0),
    beyond: found.flatMap(({ beyond }) => beyond),
  };
}

function counts(table: Table, measures: readonly string[]): Table {
  const over = ["age", "sex"].filter((key) => {
    const column = table.keys[key];
    if (!column || measures.some((measure) => table.measures[measure]!.sharedOver?.includes(key))) return false;
    if (key === "sex") return !column.values.includes("all") || column.values.length === 1;
    return column.values.every(isAge) && !overlap(column.values as readonly Age[]);
  });
  const only = {
    ...table,
    measures: Object.fromEntries(measures.map((measure) => [measure, table.measures[measure]!])),
  };
  if (over.length === 0) return only;
  return countBy(
    only,
    Object.keys(table.keys).filter((key) => !over.includes(key)),
  );
}

function jumpsOfMeasure(table: Table, measure: string, name: string, nameOfArea: NameOfArea): JumpsOfTable {
  const periods = table.keys["period"]! as KeyColumn<Period>;
  const others = Object.entries(table.keys).filter(([key]) => key !== "period");
  const { values, reasons } = table.measures[measure]!;
  const kinds = periods.values.map(lengthOf);
  const kind = commonest(kinds);
  const series = new Map<string, number[]>();
  for (let i = 0; i < table.length; i++) {
    if (kinds[periods.codes[i]!] !== kind || (reasons && reasons[i] !== 0)) continue;
    const id = others.map(([, { codes }]) => codes[i]).join(" ");
    const rows = series.get(id);
    if (rows) rows.push(i);
    else series.set(id, [i]);
  }
  let long = 0;
  let figures = 0;
  const beyond: Jump[] = [];
  for (const rows of series.values()) {
    if (rows.length < least) continue;
    long++;
    const start = (i: number) => periods.values[periods.codes[i]!]!.start;
    const sorted = [...rows].sort((a, b) => (start(a) < start(b) ? -1 : 1));
    const years = sorted.map((i) => Date.parse(start(i)) / (365.25 * 86_400_000));
    const points = sorted.slice(before).map((_, k) => {
      const xs = years.slice(k, k + before);
      const counts = sorted.slice(k, k + before).map((i) => values[i]!);
      const { expected, leverage } = trend(xs, counts, years[k + before]!);
      const value = values[sorted[k + before]!]!;
      const fromLine = distanceFrom(expected, value, leverage);
      const fromLast = distanceFrom(counts.at(-1)!, value, 1);
      const distance = fromLine * fromLast <= 0 ? 0 : Math.abs(fromLine) < Math.abs(fromLast) ? fromLine : fromLast;
      return { row: sorted[k + before]!, value, last: counts.at(-1)!, expected, distance };
    });
    figures += points.length;
    const limit = 4 * Math.max(1, 1.4826 * median(points.map(({ distance }) => Math.abs(distance))));
    for (const { row, value, last, expected, distance } of points)
      if (Math.abs(distance) > limit)
        beyond.push({
          table: name,
          measure,
          series:
            others
              .map(([key, column]) => {
                const label = keyLabel(column.values[column.codes[row]!]!);
                return key === "area" ? nameOfArea(label) : label;
              })
              .join(", ") || "all",
          period: periods.values[periods.codes[row]!]!.label,
          value,
          before: last,
          expected: Number(expected.toPrecision(4)),
          distance: Number(distance.toFixed(1)),
        });
  }
  return { series: long, figures, beyond };
}

function distanceFrom(expected: number, value: number, leverage: number): number {
  const residual = Math.sqrt(value) + Math.sqrt(value + 1) - Math.sqrt(4 * expected + 1);
  return residual / Math.sqrt(1 + leverage);
}

/** Where a straight line through log(count + 0.5) leads at x, and how far from the points that is. */
function trend(xs: readonly number[], counts: readonly number[], x: number) {
  const n = xs.length;
  const mean = xs.reduce((sum, at) => sum + at, 0) / n;
  const logs = counts.map((count) => Math.log(count + 0.5));
  const level = logs.reduce((sum, log) => sum + log, 0) / n;
  let spread = 0;
  let together = 0;
  for (const [i, at] of xs.entries()) {
    spread += (at - mean) ** 2;
    together += (at - mean) * (logs[i]! - level);
  }
  const slope = spread === 0 ? 0 : together / spread;
  return {
    expected: Math.max(0, Math.exp(level + slope * (x - mean)) - 0.5),
    leverage: 1 / n + (spread === 0 ? 0 : (x - mean) ** 2 / spread),
  };
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The length of a period in months, or in days where it is shorter than a month. */
function lengthOf({ start, end }: Period): string {
  const days = (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1;
  return days < 28 ? `${days} days` : `${Math.round(days / 30.44)} months`;
}

function commonest(texts: readonly string[]): string | undefined {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function isPeriods(column: KeyColumn | undefined): boolean {
  return column?.values.every((value: Key) => typeof value === "object" && "start" in value) ?? false;
}

function isAge(value: Key): boolean {
  return typeof value === "object" && "from" in value;
}
