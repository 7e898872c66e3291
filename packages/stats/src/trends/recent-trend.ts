import type { TrendSeries } from "./latest-points.ts";
import { recentTrendStatuses } from "./recent-trend-status.ts";
import { type RecentTrendOptions, trendsOf } from "./recent-trends.ts";

/** Which way a series has been going of late. */
export type TrendDirection = "increasing" | "decreasing" | "no significant change" | "cannot be calculated";

/** The recent trend of one series. */
export interface RecentTrend {
  readonly direction: TrendDirection;
  /** Why it is so: `significant`, `not significant`, `outlier` (one point makes the trend), or why there is none. */
  readonly reason: "significant" | "not significant" | "outlier" | "too few points" | "repeated year" | "missing";
  /** By how much the value moves a year, or the log odds of a share. */
  readonly slope: number;
  readonly chiSquare: number;
  /** Chance of a χ² at least as large if there were no trend. */
  readonly probability: number;
}

/**
 * Whether the latest values of a series, each with its standard error, have been going up or down.
 *
 * slope b = Σ w (t − t̄) y ÷ Σ w (t − t̄)² with w = 1/se²; χ² = b² Σ w (t − t̄)², since the standard errors are known. There is
 * a trend where χ² exceeds that of the level with 1 degree of freedom (9.54953570608324 at 0.998) and no single point turns
 * the slope round, or leaves it level, when it is left out. Values must rest on periods that do not overlap.
 *
 * A standard error is (upper − lower) ÷ (2z); one publisher takes 3.92 for 2z, and points one apart: `spacing: "order"`.
 *
 * @param values         one a year, in any unit, in any order
 * @param standardErrors of the values, above 0
 * @param years          when they are, all different
 * @param options        `points` 5, `level` 0.998, `threshold`, `spacing`, `missing`
 * @returns direction, the reason for it, slope in the unit of the values a year, χ² and probability; these are NaN where
 * there are too few points, a year comes twice, or a value or standard error is missing among the latest
 * @throws RangeError where a standard error is not above 0, a value or year is infinite, columns differ in length, or an
 * option is invalid
 *
 * Source: Office for Health Improvement and Disparities. Fingertips technical guidance: recent trends.
 * Reference: `assign_trend_markers` of the branch `add_trend_markers` of PHEindicatormethods (`threshold: 9.5495`), in all
 * cases; the C# of FingertipsNext (`spacing: "order"`, standard errors of 3.92).
 *
 * @example
 * recentTrend([10, 12, 14, 16, 18], [1, 1, 1, 1, 1], [2019, 2020, 2021, 2022, 2023])
 * // { direction: "increasing", reason: "significant", slope: 2, chiSquare: 40, probability: 2.53962858947086e-10 }
 */
export function recentTrend(
  values: ArrayLike<number>,
  standardErrors: ArrayLike<number>,
  years: ArrayLike<number>,
  options: RecentTrendOptions = {},
): RecentTrend {
  return only("recentTrend", { values, standardErrors, years }, options);
}

/**
 * Whether a share of a whole has been going up or down in the latest years.
 *
 * χ² is that of Cochran and Armitage for a trend in proportions, by `trendOfProportions`; the direction is that of the
 * least-squares slope of ln(p ÷ (1 − p)). There is a trend where χ² exceeds that of the level with 1 degree of freedom and no
 * single point turns the slope round, or leaves it level, when it is left out. Where a share is 0 or 1, half an event and
 * half a non-event are added to every point for the slope. The periods must not overlap.
 *
 * @param events  how many have it, one count a year, in any order
 * @param totals  of how many, above 0
 * @param years   when they were counted, all different
 * @param options `points` 5, `level` 0.998, `threshold`, `spacing`, `missing`
 * @returns direction, the reason for it, slope of the log odds a year, χ² and probability; these are NaN where there are too
 * few points, a year comes twice, or a count is missing among the latest
 * @throws RangeError where events are negative or more than the total, a total is not above 0, a year is infinite, columns
 * differ in length, or an option is invalid
 *
 * Source: Office for Health Improvement and Disparities. Fingertips technical guidance: recent trends.
 * Reference: `assign_trend_markers` of the branch `add_trend_markers` of PHEindicatormethods (`threshold: 9.5495`), in all
 * cases.
 *
 * @example
 * recentTrendOfProportions([10, 12, 14], [100, 100, 100], [2019, 2020, 2021], { points: 3 }).direction
 * // "no significant change"
 */
export function recentTrendOfProportions(
  events: ArrayLike<number>,
  totals: ArrayLike<number>,
  years: ArrayLike<number>,
  options: RecentTrendOptions = {},
): RecentTrend {
  return only("recentTrendOfProportions", { events, totals, years }, options);
}

function only(caller: string, series: TrendSeries, options: RecentTrendOptions): RecentTrend {
  const { length } = series.years;
  const found = trendsOf(caller, series, { starts: [0, length] }, options);
  const [slope, chiSquare, probability] = [found.slope[0]!, found.chiSquare[0]!, found.probability[0]!];
  const status = recentTrendStatuses[found.status[0]!]!;
  if (status === "impossible" || status === "no population") {
    const held =
      "events" in series
        ? "events must be from 0 to a total above 0"
        : "values must be finite and standard errors above 0";
    throw new RangeError(`${caller}: ${held}, in years that are numbers; got others among the latest`);
  }
  if (status !== "computed") {
    return { direction: "cannot be calculated", reason: status, slope, chiSquare, probability };
  }
  const way = found.direction[0]!;
  const direction = way > 0 ? "increasing" : way < 0 ? "decreasing" : "no significant change";
  const reason = way !== 0 ? "significant" : found.outlier[0] === 1 ? "outlier" : "not significant";
  return { direction, reason, slope, chiSquare, probability };
}
