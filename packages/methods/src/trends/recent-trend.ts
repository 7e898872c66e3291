import {
  createTable,
  type Derived,
  type Exposed,
  type Keys,
  type MeasureColumn,
  type Missing,
  measureColumn,
  type Period,
  PopneedsError,
  type Table,
  withStep,
} from "@popneeds/core";
import {
  type RecentTrendOptions as Looking,
  normalDeviate,
  type RecentTrendColumns,
  type RecentTrendStatus,
  recentTrendStatuses,
  recentTrends,
} from "@popneeds/stats";
import type { Limited } from "../differences/estimate-difference.ts";
import { orMissing } from "../shared/figure.ts";
import { printLevel, requireScale } from "../shared/scale.ts";
import { checkedOptions } from "./checked-options.ts";
import { faultBook, firstReason, type SeriesByGroup, seriesByGroup, trendIssues } from "./series-by-group.ts";

/**
 * Where a series has been going: `direction` is 1 for increasing, −1 for decreasing, 0 for no significant change; see
 * `trendInWords`. `slope` is a year's change, of the log odds for proportions.
 */
export type RecentTrendMeasures<Kind extends Derived = Derived> = {
  readonly direction: "score";
  readonly slope: Kind;
  readonly chiSquare: "score";
  readonly probability: "score";
};

/** Recent trends, one for each combination of all keys but the period. */
export type RecentTrends<K extends Keys = Keys, Kind extends Derived = Derived> = Table<
  Omit<K, "period">,
  RecentTrendMeasures<Kind>
>;

/** How a recent trend is looked for: the choices of `recentTrends` of `@popneeds/stats`. */
export interface RecentTrendOptions extends Looking {
  /** The name of the convention that these options come from, for the provenance. */
  readonly convention?: string;
}

/** How the recent trend of estimates is looked for. */
export interface EstimateTrendOptions extends RecentTrendOptions {
  /** The coverage that the limits of the table have. Default 0.95. */
  readonly coverage?: number;
  /** The normal deviate of the limits of the table, in place of that of their coverage, such as 1.96. Default none. */
  readonly deviate?: number;
}

/**
 * Whether estimates have been going up or down in their latest periods, by a regression weighted by their limits.
 *
 * Standard errors are (upper − lower) ÷ (2z). There is a trend where χ² of the slope exceeds that of `level` and no single
 * point turns the slope round, or leaves it level, when it is left out. Running averages are refused: their periods share years.
 *
 * @param estimates values with limits by period, such as `crudeRate` or `directRate` give, or published ones
 * @param options   `points` 5, `level` 0.998, `threshold`, `spacing`, `missing`; `coverage`, `deviate`: of the limits
 * @returns by every key but the period: direction, slope a year, χ², probability. Missing as `incomplete` with fewer periods
 * than points, by its own reason where one of the latest is missing, as `not applicable` where periods overlap, as `not
 * available` where two end in one year or limits do not lie apart; issues say which
 * @throws PopneedsError `invalid-option`
 *
 * Source: Office for Health Improvement and Disparities. Fingertips technical guidance: recent trends.
 * Reference: `assign_trend_markers` of the branch `add_trend_markers` of PHEindicatormethods, through `recentTrends` of
 * `@popneeds/stats`.
 *
 * @example
 * recentTrend(directRate(over(deaths, people), esp2013))
 */
export function recentTrend<K extends Keys & { readonly period: Period }, Kind extends Derived>(
  estimates: Limited<K, Kind>,
  { coverage = 0.95, deviate, ...options }: EstimateTrendOptions = {},
): RecentTrends<K, Kind> {
  requireScale("recentTrend", { level: coverage });
  const table = estimates as unknown as Table<Keys & { readonly period: Period }>;
  const groups = seriesByGroup(table);
  const z = deviate ?? normalDeviate(coverage);
  if (!(z > 0 && z < Number.POSITIVE_INFINITY))
    throw new PopneedsError({
      code: "invalid-option",
      message: `recentTrend: invalid deviate: ${z}`,
      fix: "Give a number above 0, such as 1.96.",
    });
  const { value, lower, upper } = estimates.measures;
  const taken = (column: MeasureColumn) => Float64Array.from(groups.order, (row) => column.values[row]!);
  const [low, high] = [taken(lower), taken(upper)];
  const found = checkedOptions("recentTrend", () =>
    recentTrends(
      {
        values: taken(value),
        standardErrors: low.map((limit, i) => (high[i]! - limit) / (2 * z)),
        years: groups.years,
      },
      { starts: groups.starts },
      choices(options),
    ),
  );
  const said = `regression of values on years, weighted by standard errors from ${
    deviate === undefined ? `${printLevel(coverage)} limits` : `limits with z = ${deviate}`
  }`;
  return trendTable<K, Kind>(table, groups, found, value.kind, ["value", "lower", "upper"], said, options);
}

/**
 * Whether shares of a whole have been going up or down in their latest periods, from the counts.
 *
 * χ² is that of Cochran and Armitage for a trend in proportions; the direction is that of the log odds. There is a trend where
 * χ² exceeds that of `level` and no single point turns the slope round, or leaves it level, when it is left out. Periods that
 * overlap are refused.
 *
 * @param exposed events over all who could have them, by period
 * @param options `points` 5, `level` 0.998, `threshold`, `spacing`, `missing`
 * @returns as `recentTrend`, the slope being that of the log odds a year; also missing as `no population`
 * @throws PopneedsError `invalid-option`
 *
 * Source: Office for Health Improvement and Disparities. Fingertips technical guidance: recent trends; Armitage P. Biometrics
 * 1955;11:375–86.
 * Reference: as for `recentTrend`.
 *
 * @example
 * recentTrendOfProportions(over(smokers, adults))
 */
export function recentTrendOfProportions<K extends Keys & { readonly period: Period }>(
  exposed: Exposed<K>,
  options: RecentTrendOptions = {},
): RecentTrends<K, "score"> {
  const table = exposed as unknown as Table<Keys & { readonly period: Period }>;
  const groups = seriesByGroup(table);
  const { events, population } = exposed.measures;
  const taken = (column: MeasureColumn) => Float64Array.from(groups.order, (row) => column.values[row]!);
  const found = checkedOptions("recentTrendOfProportions", () =>
    recentTrends(
      { events: taken(events), totals: taken(population), years: groups.years },
      { starts: groups.starts },
      choices(options),
    ),
  );
  const said = "test of Cochran and Armitage, direction of the log odds";
  return trendTable<K, "score">(table, groups, found, "score", ["events", "population"], said, options);
}

function choices({ convention: _convention, ...rest }: RecentTrendOptions): Looking {
  return rest;
}

function trendTable<K extends Keys, Kind extends Derived>(
  table: Table<Keys & { readonly period: Period }>,
  groups: SeriesByGroup,
  found: RecentTrendColumns,
  kind: Kind,
  names: readonly string[],
  said: string,
  options: RecentTrendOptions,
): RecentTrends<K, Kind> {
  const { points = 5 } = options;
  const { faults, note } = faultBook();
  const reasons = Array.from(groups.first, (_, g): Missing | null => {
    if (groups.overlapping[g] === 1) return note("periods-overlap", g, "not applicable");
    const status: RecentTrendStatus = recentTrendStatuses[found.status[g]!]!;
    const rows = groups.order.subarray(groups.starts[g]!, groups.starts[g + 1]!);
    if (status === "computed") return null;
    if (status === "too few points") return firstReason(table, rows, names) ?? "incomplete";
    if (status === "missing") return firstReason(table, rows.subarray(-points), names) ?? "unknown";
    if (status === "no population") return "no population";
    return note(status === "impossible" ? "impossible-figure" : "repeated-year", g, "not available");
  });
  const column = (values: ArrayLike<number>) =>
    reasons.map((reason, g) => reason ?? orMissing(values[g]!, "not available"));
  return createTable({
    keys: groups.keys,
    measures: {
      direction: measureColumn("score", column(found.direction)),
      slope: measureColumn(kind, column(found.slope)),
      chiSquare: measureColumn("score", column(found.chiSquare)),
      probability: measureColumn("score", column(found.probability)),
    },
    issues: [...table.issues, ...trendIssues(groups.keys, faults)],
    provenance: withStep(table.provenance, describe(said, options)),
  }) as unknown as RecentTrends<K, Kind>;
}

/** The choices as a step prints them. */
function describe(said: string, options: RecentTrendOptions): string {
  const { points = 5, level = 0.998, threshold, spacing = "years", missing = "withhold", convention } = options;
  return [
    `recent trend of the latest ${points} periods: ${said}`,
    threshold === undefined
      ? `significant at ${printLevel(level)}`
      : `significant where chi-square exceeds ${threshold}`,
    "no trend where leaving out one period turns it round or levels it",
    spacing === "order" ? "periods taken to be one year apart" : null,
    missing === "leave out" ? "missing periods left out" : null,
    convention === undefined ? null : `by the convention ${convention}`,
  ]
    .filter((words) => words !== null)
    .join("; ");
}
