import {
  createTable,
  type Exposed,
  type Keys,
  type Missing,
  measureColumn,
  type Period,
  type Table,
  withStep,
} from "@popneeds/core";
import {
  type AnnualChange,
  annualChangeOfCounts as changeOfCounts,
  normalDeviate,
  annualChange as rateChange,
} from "@popneeds/stats";
import type { Limited } from "../differences/estimate-difference.ts";
import { orMissing } from "../shared/figure.ts";
import { printLevel, requireScale } from "../shared/scale.ts";
import { requireOneOf } from "./checked-options.ts";
import { faultBook, firstReason, type SeriesByGroup, seriesByGroup, trendIssues } from "./series-by-group.ts";

/** By how much a rate changes a year, in per cent of the year before, with limits and the test that it does not. */
export type AnnualChangeMeasures = {
  readonly value: "percentage";
  readonly lower: "limit";
  readonly upper: "limit";
  readonly probability: "score";
};

/** Annual changes, one for each combination of all keys but the period. */
export type AnnualChanges<K extends Keys = Keys> = Table<Omit<K, "period">, AnnualChangeMeasures>;

/** How the annual change of counts is estimated. */
export interface CountChangeOptions {
  /** `quasi-poisson` (default): years may differ by more than chance; `poisson`: by chance alone. */
  readonly dispersion?: "poisson" | "quasi-poisson";
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/** How the annual change of estimates is estimated. */
export interface EstimateChangeOptions {
  /** `by limits` (default): a value weighs by the standard error that its limits tell; `alike`: all weigh the same. */
  readonly weights?: "by limits" | "alike";
  /** The coverage that the limits of the table have. Default 0.95. */
  readonly coverage?: number;
  /** Coverage of the limits of the change, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/**
 * The annual percentage change of rates from their counts, by Poisson regression on the year.
 *
 * ln(events ÷ population) = b₀ + b · year; the change is 100 (exp(b) − 1) per cent a year. By default the limits allow for years
 * that differ by more than chance (quasi-Poisson, Student's t). Years without events count in full; periods must not overlap.
 *
 * @param exposed events over people or person-years, by period, at least three in each group
 * @param options `dispersion`, `level`
 * @returns by every key but the period: per cent a year with limits and probability. Missing as `incomplete` with fewer than
 * three periods, by its own reason where a count is missing, as `no population`, as `too few events` where events are too few
 * for an estimate, as `not applicable` where periods overlap; issues say which
 * @throws PopneedsError `invalid-option`
 *
 * Source: Frome EL. The analysis of rates using Poisson regression models. Biometrics 1983;39:665–74.
 * Reference: R 4.2.2 `glm`, through `annualChangeOfCounts` of `@popneeds/stats`.
 *
 * @example
 * annualChangeOfCounts(over(deaths, people))
 */
export function annualChangeOfCounts<K extends Keys & { readonly period: Period }>(
  exposed: Exposed<K>,
  { dispersion = "quasi-poisson", level = 0.95 }: CountChangeOptions = {},
): AnnualChanges<K> {
  requireScale("annualChangeOfCounts", { level });
  requireOneOf("annualChangeOfCounts", "dispersion", dispersion, ["quasi-poisson", "poisson"]);
  const table = exposed as unknown as Table<Keys & { readonly period: Period }>;
  const { events, population } = exposed.measures;
  const said = `annual change by ${dispersion === "poisson" ? "Poisson" : "quasi-Poisson"} regression of counts on years; ${printLevel(level)} limits`;
  return changeTable<K>(table, ["events", "population"], said, (rows, years, note) => {
    const e = Array.from(rows, (row) => events.values[row]!);
    const n = Array.from(rows, (row) => population.values[row]!);
    if (
      e.some((count) => !(count >= 0) || count === Infinity) ||
      n.some((count) => !(count >= 0) || count === Infinity)
    )
      return note("impossible-figure", "not available");
    if (n.includes(0)) return "no population";
    return (
      estimated(() => changeOfCounts(e, n, years, { dispersion, level })) ?? note("events-apart", "too few events")
    );
  });
}

/**
 * The annual percentage change of estimates, by log-linear regression weighted by their limits.
 *
 * ln(value) = b₀ + b · year, each weighing (value ÷ standard error)², the standard error being (upper − lower) ÷ (2z); the change
 * is 100 (exp(b) − 1) per cent a year, its limits Student's. Where counts are known, `annualChangeOfCounts` is better: it takes
 * years without events.
 *
 * @param estimates values above 0 with limits by period, at least three in each group
 * @param options   `weights`, `coverage`, `level`
 * @returns as `annualChangeOfCounts`; missing as `too few events` where a value is 0
 * @throws PopneedsError `invalid-option`
 *
 * Source: Fay MP, Tiwari RC, Feuer EJ, Zou Z. Biometrics 2006;62:847–54 (the log-linear case).
 * Reference: R 4.2.2 `lm(log(value) ~ year, weights = w)`, through `annualChange` of `@popneeds/stats`.
 *
 * @example
 * annualChange(directRate(over(deaths, people), esp2013))
 */
export function annualChange<K extends Keys & { readonly period: Period }>(
  estimates: Limited<K>,
  { weights = "by limits", coverage = 0.95, level = 0.95 }: EstimateChangeOptions = {},
): AnnualChanges<K> {
  requireScale("annualChange", { level });
  requireScale("annualChange", { level: coverage });
  requireOneOf("annualChange", "weights", weights, ["by limits", "alike"]);
  const table = estimates as unknown as Table<Keys & { readonly period: Period }>;
  const { value, lower, upper } = estimates.measures;
  const byLimits = weights === "by limits";
  const said = `annual change by log-linear regression on years, ${
    byLimits ? `weighted by standard errors from ${printLevel(coverage)} limits` : "all years weighing the same"
  }; ${printLevel(level)} limits`;
  const reach = 2 * normalDeviate(coverage);
  return changeTable<K>(table, byLimits ? ["value", "lower", "upper"] : ["value"], said, (rows, years, note) => {
    const rates = Array.from(rows, (row) => value.values[row]!);
    if (rates.includes(0)) return "too few events";
    const standardErrors = Array.from(rows, (row) => (upper.values[row]! - lower.values[row]!) / reach);
    return (
      estimated(() => rateChange(rates, years, byLimits ? { standardErrors, level } : { level })) ??
      note("impossible-figure", "not available")
    );
  });
}

type Note = (fault: Parameters<ReturnType<typeof faultBook>["note"]>[0], reason: Missing) => Missing;

/** Estimates the change of each group; a group that has none is missing for a reason, and the others go on. */
function changeTable<K extends Keys>(
  table: Table<Keys & { readonly period: Period }>,
  names: readonly string[],
  said: string,
  estimate: (rows: Int32Array, years: Float64Array, note: Note) => AnnualChange | Missing,
): AnnualChanges<K> {
  const groups: SeriesByGroup = seriesByGroup(table);
  const { faults, note } = faultBook();
  const found = Array.from(groups.first, (_, g): AnnualChange | Missing => {
    const [from, to] = [groups.starts[g]!, groups.starts[g + 1]!];
    const rows = groups.order.subarray(from, to);
    const years = groups.years.subarray(from, to);
    if (groups.overlapping[g] === 1) return note("periods-overlap", g, "not applicable");
    const reason = firstReason(table, rows, names);
    if (reason !== null) return reason;
    if (rows.length < 3) return "incomplete";
    if (new Set(years).size < years.length) return note("repeated-year", g, "not available");
    return estimate(rows, years, (fault, missing) => note(fault, g, missing));
  });
  const part = (name: keyof AnnualChange) =>
    found.map((change) => (typeof change === "string" ? change : orMissing(change[name], "not available")));
  return createTable({
    keys: groups.keys,
    measures: {
      value: measureColumn("percentage", part("value")),
      lower: measureColumn("limit", part("lower")),
      upper: measureColumn("limit", part("upper")),
      probability: measureColumn("score", part("probability")),
    },
    issues: [...table.issues, ...trendIssues(groups.keys, faults)],
    provenance: withStep(table.provenance, said),
  }) as unknown as AnnualChanges<K>;
}

/** The estimate of one group, or `null` where its figures have none. */
function estimated(run: () => AnnualChange): AnnualChange | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
