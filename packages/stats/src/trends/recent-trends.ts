import { chiSquareQuantile } from "../distributions/chi-square-quantile.ts";
import { twoSidedProbability } from "../distributions/two-sided-probability.ts";
import { type Groups, groupCount, requireGroups } from "../shared/groups.ts";
import { requireLevel, requireOneLength } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { LatestPoints, type TrendSeries } from "./latest-points.ts";

/** How a recent trend is looked for. */
export interface RecentTrendOptions {
  /** How many of the latest points it rests on, a whole number of 3 or more. Default 5. */
  readonly points?: number;
  /** 1 − level is the probability below which a trend is called significant. Default 0.998. */
  readonly level?: number;
  /** The χ² that must be exceeded, in place of that of the level, such as the rounded 9.5495. Default none. */
  readonly threshold?: number;
  /** `years` (default): points lie as far apart as their years; `order`: one apart, whatever years are missing between. */
  readonly spacing?: "years" | "order";
  /** `withhold` (default): no trend where one of the latest points is missing; `leave out`: the latest that are there. */
  readonly missing?: "withhold" | "leave out";
}

/** Recent trends in columns, a row for each group. */
export interface RecentTrendColumns {
  /** 1 increasing, −1 decreasing, 0 no significant change, or not computed: `status` tells. */
  readonly direction: Int8Array;
  /** By how much the value moves a year, or the log odds of a share. */
  readonly slope: Float64Array;
  readonly chiSquare: Float64Array;
  /** Chance of a χ² at least as large if there were no trend. */
  readonly probability: Float64Array;
  /** 1 where χ² is large enough, but leaving out one point turns the slope round or leaves it level: no trend then. */
  readonly outlier: Uint8Array;
  /** What came of each group: a code of `recentTrendStatuses`. */
  readonly status: Uint8Array;
}

/**
 * Recent trends of many groups at once, over typed columns: what `recentTrend` and `recentTrendOfProportions` do for one.
 *
 * @param series columns of rows: `events`, `totals` and `years`, or `values`, `standardErrors` and `years`
 * @param groups which rows belong to which group, in any order of years
 * @param options `points`, `level`, `threshold`, `spacing`, `missing`
 * @returns columns with a row for each group; slope, χ² and probability are NaN where the status says why
 * @throws RangeError where columns differ in length, groups do not cover the rows, or an option is invalid
 *
 * Source and reference: as for `recentTrend` and `recentTrendOfProportions`.
 *
 * @example
 * recentTrends(
 *   { events: [10, 20, 30, 40, 50, 5], totals: [99, 99, 99, 99, 99, 9], years: [1, 2, 3, 4, 5, 1] },
 *   { starts: [0, 5, 6] },
 * ).direction // [1, 0]
 */
export function recentTrends(
  series: TrendSeries,
  groups: Groups,
  options: RecentTrendOptions = {},
): RecentTrendColumns {
  return trendsOf("recentTrends", series, groups, options);
}

/** As `recentTrends`, refusing in the name of another. */
export function trendsOf(
  caller: string,
  series: TrendSeries,
  groups: Groups,
  { points = 5, level = 0.998, threshold, spacing = "years", missing = "withhold" }: RecentTrendOptions,
): RecentTrendColumns {
  requireOneLength(caller, series as unknown as Readonly<Record<string, ArrayLike<number>>>);
  requireGroups(caller, groups, series.years.length);
  requireLevel(caller, level);
  requireChoice(caller, "spacing", spacing, ["years", "order"]);
  requireChoice(caller, "missing", missing, ["withhold", "leave out"]);
  if (!(Number.isInteger(points) && points >= 3)) {
    throw new RangeError(`${caller}: points must be a whole number of 3 or more, got ${points}`);
  }
  if (threshold !== undefined && !(threshold >= 0 && threshold < Infinity)) {
    throw new RangeError(`${caller}: threshold must be 0 or more, such as 9.5495, got ${threshold}`);
  }
  const count = groupCount(groups);
  const found = {
    direction: new Int8Array(count),
    slope: new Float64Array(count).fill(Number.NaN),
    chiSquare: new Float64Array(count).fill(Number.NaN),
    probability: new Float64Array(count).fill(Number.NaN),
    outlier: new Uint8Array(count),
    status: new Uint8Array(count),
  };
  const least = threshold ?? chiSquareQuantile(level, 1);
  const { order, starts } = rowsOf(groups, series.years.length);
  const latest = new LatestPoints(series, points, spacing, missing === "leave out");
  for (let g = 0; g < count; g++) {
    const status = latest.take(order, starts[g]!, starts[g + 1]!);
    found.status[g] = status;
    if (status !== 0) continue;
    const slope = latest.slope(-1);
    const z = latest.z(slope);
    const chiSquare = z * z;
    found.slope[g] = slope;
    found.chiSquare[g] = chiSquare;
    found.probability[g] = twoSidedProbability(z);
    if (!(chiSquare > least)) continue;
    found.outlier[g] = latest.turns(slope);
    found.direction[g] = found.outlier[g] === 0 ? Math.sign(slope) : 0;
  }
  return found;
}

/** Rows in order of their groups; `null` where they are so already. */
function rowsOf(groups: Groups, rows: number): { order: Int32Array | null; starts: ArrayLike<number> } {
  if ("starts" in groups) return { order: null, starts: groups.starts };
  const { of, count } = groups;
  const starts = new Int32Array(count + 1);
  for (let i = 0; i < rows; i++) starts[of[i]! + 1]!++;
  for (let g = 0; g < count; g++) starts[g + 1]! += starts[g]!;
  const next = starts.slice();
  const order = new Int32Array(rows);
  for (let i = 0; i < rows; i++) order[next[of[i]!]!++] = i;
  return { order, starts };
}
