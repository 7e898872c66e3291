import {
  byTime,
  firstThree,
  type Keys,
  keyColumn,
  type Measures,
  type Missing,
  measureColumn,
  missingAt,
  type OnlyCounts,
  type Period,
  PopneedsError,
  type Table,
  takeRows,
  uncheckedTable,
  withStep,
} from "@popneeds/core";
import { groupsBeside } from "../shared/groups-beside.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { onlyCount } from "../shared/require-counts.ts";
import { dayNumber, type MidYear, midYearsOf } from "./mid-years.ts";

/** How the mean population of a span of time is found. */
export interface PersonYearsOptions {
  /**
   * `as usual` (default): the mid-year for each calendar year, a trapezium for any other span. `mid-years`: the mean of the
   * mid-years that fall within the span, so 2022 for the financial year 2022/23. `trapezium`: also for calendar years.
   */
  readonly mean?: "as usual" | "mid-years" | "trapezium";
}

/**
 * Years lived by people in spans of time, from mid-year estimates: what events of several years, or of a financial year, are
 * set against.
 *
 * Calendar years: the sum of their mid-years, Σ P(y), as is usual. Other spans: length × the mean of a line drawn from
 * mid-year to mid-year (30 June), which is the area of trapeziums below it; length is in years, counted in whole months where the
 * span is made of such (a financial year is 1, a quarter 0.25), else days ÷ 365.25. For 2022/23: 1 × (90.5 days at the mean of
 * the line from 1 April to 30 June 2022 + 274.5 days at that from there to 31 March 2023) ÷ 365.
 *
 * Never goes beyond the mid-years that are there: the financial year 2023/24 needs the mid-years 2022 to 2024. A missing mid-year
 * passes its reason; a group that lacks one is `incomplete`, unless an absent row means zero.
 *
 * @param table   one count of people by calendar year, of any keys beside
 * @param spans   the spans wanted: `calendarYears(2019, 2023)`, `financialYear(2022)`, any `Period`
 * @param options `mean`: see `PersonYearsOptions`
 * @returns the same keys, the periods being the spans; `personYears`
 * @throws PopneedsError `beyond-estimates` when a span needs mid-years that the table has not; `not-calendar-years`,
 * `no-mid-year` when `mid-years` is asked of a span that holds none; `unknown-key`, `one-measure`, `not-additive`, `invalid-option`
 *
 * @example
 * over(deaths, personYearsAtRisk(people, [financialYear(2021), financialYear(2022)]))
 */
export function personYearsAtRisk<K extends Keys & { readonly period: Period }, M extends Measures>(
  table: Table<K, M> & OnlyCounts<M>,
  spans: readonly Period[],
  { mean = "as usual" }: PersonYearsOptions = {},
): Table<K, { readonly personYears: "person-years" }> {
  const plain = table as unknown as Table;
  const groups = groupsBeside(plain, "period", "personYearsAtRisk");
  const [, column] = onlyCount(plain, "personYearsAtRisk");
  requireChoice("personYearsAtRisk", "mean", mean, ["as usual", "mid-years", "trapezium"]);
  const years = midYearsOf(plain, "personYearsAtRisk");
  const weights = spans.map((span) => weightsOf(span, years, mean));
  const figures = groups.rows.flatMap((rows) =>
    weights.map((own): number | Missing => {
      let sum = 0;
      for (const { slot, weight } of own) {
        const row = rows[slot]!;
        if (row === -1 && column.absent === "zero") continue;
        const missing = row === -1 ? "incomplete" : missingAt(column, row);
        if (missing) return missing;
        sum += weight * column.values[row]!;
      }
      return sum;
    }),
  );
  const spread = takeRows(
    plain,
    groups.first.flatMap((row) => spans.map(() => row)),
  );
  const how = new Set(spans.map((span) => (isSumOfMidYears(span, mean) ? "sums of mid-years" : saidOf(mean))));
  return uncheckedTable({
    keys: { ...spread.keys, period: keyColumn(groups.first.flatMap(() => spans)) },
    measures: { personYears: measureColumn("person-years", figures, { absent: column.absent }) },
    issues: table.issues,
    provenance: withStep(
      table.provenance,
      `person-years of ${firstThree([...spans].sort(byTime).map(({ label }) => label)).join(", ")}: ${[...how].join("; ")}`,
    ),
  }) as unknown as Table<K, { readonly personYears: "person-years" }>;
}

type Mean = "as usual" | "mid-years" | "trapezium";

interface Weight {
  readonly slot: number;
  readonly weight: number;
}

function saidOf(mean: Mean): string {
  return mean === "mid-years"
    ? "length × the mean of the mid-years within"
    : "length × the mean of the line from mid-year to mid-year (trapezium)";
}

/** Whether a span is made of whole calendar years, each of which counts with its mid-year. */
function isSumOfMidYears({ start, end }: Period, mean: Mean): boolean {
  return mean !== "trapezium" && start.endsWith("-01-01") && end.endsWith("-12-31");
}

/** What each mid-year counts in a span: Σ weight × people are its person-years. */
function weightsOf(span: Period, years: readonly MidYear[], mean: Mean): readonly Weight[] {
  const [from, to] = [dayNumber(span.start), dayNumber(span.end) + 1];
  if (mean === "mid-years" || isSumOfMidYears(span, mean)) {
    const within = years.filter(({ at }) => from < at && at < to);
    const [first, last] = [firstMidYear(span.start), lastMidYear(span.end)];
    if (last < first)
      throw new PopneedsError({
        code: "no-mid-year",
        message: `personYearsAtRisk: ${span.label} holds no mid-year, 30 June`,
        fix: 'Use mean: "trapezium", which draws a line between the mid-years around it.',
      });
    if (within.length !== last - first + 1) throw beyond(span, years, first, last);
    return within.map(({ slot }) => ({ slot, weight: yearsIn(span) / within.length }));
  }
  const inside = years.filter(({ at }) => from < at && at < to);
  const before = years.filter(({ at }) => at <= from).at(-1);
  const after = years.find(({ at }) => at >= to);
  const points = [...(before ? [before] : []), ...inside, ...(after ? [after] : [])];
  const gap = points.some((point, i) => i > 0 && point.year !== points[i - 1]!.year + 1);
  if (!before || !after || gap) throw beyond(span, years, firstMidYear(span.start) - 1, lastMidYear(span.end) + 1);
  const sums = new Map<number, number>(points.map(({ slot }) => [slot, 0]));
  for (let i = 1; i < points.length; i++) {
    const [left, right] = [points[i - 1]!, points[i]!];
    const [a, b] = [Math.max(from, left.at), Math.min(to, right.at)];
    if (b <= a) continue;
    const share = ((a + b) / 2 - left.at) / (right.at - left.at);
    sums.set(left.slot, sums.get(left.slot)! + (b - a) * (1 - share));
    sums.set(right.slot, sums.get(right.slot)! + (b - a) * share);
  }
  return [...sums].map(([slot, days]) => ({ slot, weight: (yearsIn(span) * days) / (to - from) }));
}

/** The first mid-year on or after a day, and the last on or before one. */
function firstMidYear(day: string): number {
  return Number(day.slice(0, 4)) + (day.slice(5) > "06-30" ? 1 : 0);
}

function lastMidYear(day: string): number {
  return Number(day.slice(0, 4)) - (day.slice(5) < "06-30" ? 1 : 0);
}

/** The length of a span in years: in whole months, or in days ÷ 365.25. */
function yearsIn({ start, end }: Period): number {
  const next = new Date((dayNumber(end) + 1) * 86_400_000).toISOString().slice(0, 10);
  if (start.slice(8) !== "01" || next.slice(8) !== "01") return (dayNumber(end) + 1 - dayNumber(start)) / 365.25;
  const months = (day: string) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));
  return (months(next) - months(start)) / 12;
}

function beyond({ label }: Period, years: readonly MidYear[], first: number, last: number): PopneedsError {
  const known = years.map(({ year }) => `${year}`);
  return new PopneedsError({
    code: "beyond-estimates",
    message: `personYearsAtRisk: ${label} needs the mid-years ${first === last ? first : `${first} to ${last}`}; the table has ${known.length > 3 ? `${known[0]} to ${known.at(-1)}, ${known.length} years` : known.join(", ") || "none"}`,
    fix: "Give people of those years, or ask for spans that lie between the mid-years; nothing is carried beyond them.",
  });
}
