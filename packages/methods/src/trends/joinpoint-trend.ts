import {
  calendarYears,
  createTable,
  type Key,
  type KeyColumn,
  type Keys,
  keyColumn,
  type Missing,
  measureColumn,
  type Period,
  type Table,
  takeRows,
  withStep,
} from "@popneeds/core";
import {
  type AnnualChange,
  normalDeviate,
  type JoinpointTrend as Segmented,
  joinpointTrend as segmented,
} from "@popneeds/stats";
import type { Limited } from "../differences/estimate-difference.ts";
import { orMissing } from "../shared/figure.ts";
import { printLevel, requireScale } from "../shared/scale.ts";
import type { AnnualChangeMeasures } from "./annual-change.ts";
import { checkedOptions, requireOneOf } from "./checked-options.ts";
import { faultBook, firstReason, seriesByGroup, trendIssues } from "./series-by-group.ts";

/** The average change a year of a whole series, and how many times its trend changed. */
export type AverageChangeMeasures = {
  readonly value: "percentage";
  readonly lower: "limit";
  readonly upper: "limit";
  readonly joinpoints: "score";
};

/** Series as straight stretches of their logarithms. */
export interface JoinpointTrends<K extends Keys = Keys> {
  /** A row for each stretch, whose period is from the first to the last year of it: the change a year within it. */
  readonly segments: Table<K, AnnualChangeMeasures>;
  /** A row for each series: the average change a year over all of it. */
  readonly averages: Table<Omit<K, "period">, AverageChangeMeasures>;
}

/** How joinpoints are looked for. */
export interface JoinpointTrendOptions {
  /** At most how many joinpoints in a series. Default 0 below 7 values, 1 below 12, 2 below 17, else 3. */
  readonly most?: number;
  /** `bic` (default) or `bic3`, which finds fewer. */
  readonly selection?: "bic" | "bic3";
  /** At least how many values lie between a joinpoint and either end. Default 2. */
  readonly ends?: number;
  /** At least how many values lie between two joinpoints. Default 2. */
  readonly between?: number;
  /** `by limits` (default): a value weighs by the standard error that its limits tell; `alike`: all weigh the same. */
  readonly weights?: "by limits" | "alike";
  /** The coverage that the limits of the table have. Default 0.95. */
  readonly coverage?: number;
  /** Coverage of the limits of the changes, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/**
 * The years at which the trend of estimates changes, and the change a year between them, series by series.
 *
 * Every placement of joinpoints on the years of a series is tried; of the best of each number the one with the smallest
 * criterion is kept: see `joinpointTrend` of `@popneeds/stats`. Running averages are refused: their periods share years.
 *
 * @param estimates values above 0 with limits by period, at least four in each series
 * @param options   `most`, `selection`, `ends`, `between`, `weights`, `coverage`, `level`
 * @returns `segments`: per cent a year in each stretch; `averages`: per cent a year over all of a series, and the number of its
 * joinpoints. A series without a trend has one row in each, missing as `incomplete` with fewer than four periods, by its own
 * reason where a value is missing, as `too few events` where a value is 0, as `not applicable` where periods overlap, as `not
 * available` where figures cannot be; issues say which
 * @throws PopneedsError `invalid-option`
 *
 * Source: Kim HJ, Fay MP, Feuer EJ, Midthune DN. Stat Med 2000;19:335–51; Clegg LX et al. Stat Med 2009;28:3670–82.
 * Reference: R 4.2.2 `lm` for every placement, through `joinpointTrend` of `@popneeds/stats`.
 *
 * @example
 * joinpointTrend(directRate(over(deaths, people), esp2013)).segments
 */
export function joinpointTrend<K extends Keys & { readonly period: Period }>(
  estimates: Limited<K>,
  { weights = "by limits", coverage = 0.95, level = 0.95, ...search }: JoinpointTrendOptions = {},
): JoinpointTrends<K> {
  requireScale("joinpointTrend", { level });
  requireScale("joinpointTrend", { level: coverage });
  requireOneOf("joinpointTrend", "weights", weights, ["by limits", "alike"]);
  // A series that has a trend: what is refused here is an option.
  checkedOptions("joinpointTrend", () => segmented([1, 2, 4, 8], [1, 2, 3, 4], search));
  const table = estimates as unknown as Table<Keys & { readonly period: Period }>;
  const groups = seriesByGroup(table);
  const { value, lower, upper } = estimates.measures;
  const byLimits = weights === "by limits";
  const reach = 2 * normalDeviate(coverage);
  const { faults, note } = faultBook();

  const found = Array.from(groups.first, (_, g): Segmented | Missing => {
    const rows = groups.order.subarray(groups.starts[g]!, groups.starts[g + 1]!);
    const years = groups.years.subarray(groups.starts[g]!, groups.starts[g + 1]!);
    if (groups.overlapping[g] === 1) return note("periods-overlap", g, "not applicable");
    const reason = firstReason(table, rows, byLimits ? ["value", "lower", "upper"] : ["value"]);
    if (reason !== null) return reason;
    if (rows.length < 4) return "incomplete";
    if (new Set(years).size < years.length) return note("repeated-year", g, "not available");
    const rates = Array.from(rows, (row) => value.values[row]!);
    if (rates.includes(0)) return "too few events";
    const standardErrors = Array.from(rows, (row) => (upper.values[row]! - lower.values[row]!) / reach);
    if (rates.some((rate) => !(rate > 0)) || (byLimits && standardErrors.some((error) => !(error > 0))))
      return note("impossible-figure", g, "not available");
    return segmented(rates, years, { ...search, level, ...(byLimits ? { standardErrors } : {}) });
  });

  const periodOf = (k: number) => table.keys.period.values[table.keys.period.codes[groups.order[k]!]!]!;
  const segments = found.flatMap((trend, g): readonly Stretch[] => {
    const [from, to] = [groups.starts[g]!, groups.starts[g + 1]!];
    if (typeof trend === "string") return [{ g, period: between(periodOf(from), periodOf(to - 1)), change: trend }];
    const at = (year: number) => periodOf(from + groups.years.subarray(from, to).indexOf(year));
    return trend.segments.map(({ change, ...ends }) => ({ g, period: between(at(ends.from), at(ends.to)), change }));
  });
  const part = (name: keyof AnnualChangeMeasures) =>
    segments.map(({ change }) => (typeof change === "string" ? change : orMissing(change[name], "not available")));
  const average = (name: "value" | "lower" | "upper") =>
    found.map((trend) => (typeof trend === "string" ? trend : orMissing(trend.average[name], "not available")));
  const shared = {
    issues: [...table.issues, ...trendIssues(groups.keys, faults)],
    provenance: withStep(table.provenance, describe({ weights, coverage, level, ...search })),
  };
  const { keys } = takeRows(
    table as unknown as Table,
    segments.map(({ g }) => groups.first[g]!),
  );
  return {
    segments: createTable({
      keys: { ...keys, period: keyColumn(segments.map(({ period }) => period)) } as Readonly<
        Record<string, KeyColumn<Key>>
      >,
      measures: {
        value: measureColumn("percentage", part("value")),
        lower: measureColumn("limit", part("lower")),
        upper: measureColumn("limit", part("upper")),
        probability: measureColumn("score", part("probability")),
      },
      ...shared,
    }),
    averages: createTable({
      keys: groups.keys,
      measures: {
        value: measureColumn("percentage", average("value")),
        lower: measureColumn("limit", average("lower")),
        upper: measureColumn("limit", average("upper")),
        joinpoints: measureColumn(
          "score",
          found.map((trend) => (typeof trend === "string" ? trend : trend.joinpoints.length)),
        ),
      },
      ...shared,
    }),
  } as unknown as JoinpointTrends<K>;
}

/** One row of the segments. */
interface Stretch {
  readonly g: number;
  readonly period: Period;
  readonly change: AnnualChange | Missing;
}

/** From the first day of one period to the last of another. */
function between(first: Period, last: Period): Period {
  const ofYears = [first, last].every(({ label }) => /^\d{4}$/.test(label));
  if (ofYears) return calendarYears(Number(first.label), Number(last.label));
  return { label: `${first.label} to ${last.label}`, start: first.start, end: last.end };
}

/** The choices as a step prints them. */
function describe({
  most,
  selection = "bic",
  ends = 2,
  between = 2,
  weights,
  coverage = 0.95,
  level = 0.95,
}: JoinpointTrendOptions): string {
  return [
    `joinpoints of ln(value), ${most === undefined ? "none to three at most by length of the series" : `${most} at most`}`,
    `chosen by ${selection === "bic" ? "BIC" : "BIC with three terms a joinpoint"}`,
    `at least ${ends} values before the first and after the last, ${between} between two`,
    weights === "alike"
      ? "all years weighing the same"
      : `weighted by standard errors from ${printLevel(coverage)} limits`,
    `${printLevel(level)} limits`,
  ].join("; ");
}
