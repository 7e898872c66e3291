import { chiSquareQuantile } from "../distributions/chi-square-quantile.ts";
import { twoSidedProbability } from "../distributions/two-sided-probability.ts";
import { type Groups, groupCount, requireGroups } from "../shared/groups.ts";
import { requireLevel, requireOneLength } from "../shared/require.ts";
import { trendScore } from "./trend-test.ts";

/** Series to look for a trend in: counts of a whole by year, or values with their standard errors by year. */
export type TrendSeries =
  | {
      readonly events: ArrayLike<number>;
      readonly totals: ArrayLike<number>;
      readonly years: ArrayLike<number>;
    }
  | {
      readonly values: ArrayLike<number>;
      readonly standardErrors: ArrayLike<number>;
      readonly years: ArrayLike<number>;
    };

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
 * What came of the trend of each group, in the order of their codes: 0 is a group that was computed.
 *
 * - `too few points` fewer years than the trend rests on
 * - `repeated year` two of the latest rows are of one year
 * - `missing` a figure of the latest points is not known
 * - `impossible` a count that is negative or more than the total, a standard error not above 0, a year that is no number
 * - `no population` a total of 0
 */
export const recentTrendStatuses = [
  "computed",
  "too few points",
  "repeated year",
  "missing",
  "impossible",
  "no population",
] as const;

/** What came of the trend of one group. */
export type RecentTrendStatus = (typeof recentTrendStatuses)[number];

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
  const window = new Window(series, points, spacing, missing === "leave out");
  for (let g = 0; g < count; g++) {
    const status = window.take(order, starts[g]!, starts[g + 1]!);
    found.status[g] = status;
    if (status !== 0) continue;
    const slope = window.slope(-1);
    const z = window.z(slope);
    const chiSquare = z * z;
    found.slope[g] = slope;
    found.chiSquare[g] = chiSquare;
    found.probability[g] = twoSidedProbability(z);
    if (!(chiSquare > least)) continue;
    found.outlier[g] = window.turns(slope);
    found.direction[g] = found.outlier[g] === 0 ? Math.sign(slope) : 0;
  }
  return found;
}

const code = (status: RecentTrendStatus) => recentTrendStatuses.indexOf(status);
const [tooFew, repeated, isMissing, impossible, noPopulation] = (
  ["too few points", "repeated year", "missing", "impossible", "no population"] as const
).map(code) as [number, number, number, number, number];

/** The latest points of one group after the other, in columns that are made once. */
class Window {
  readonly #first: ArrayLike<number>;
  readonly #second: ArrayLike<number>;
  readonly #years: ArrayLike<number>;
  readonly #ofShares: boolean;
  readonly #points: number;
  readonly #inOrder: boolean;
  readonly #leaveOut: boolean;
  readonly #rows: Int32Array;
  readonly #time: Float64Array;
  readonly #events: Float64Array;
  readonly #totals: Float64Array;
  readonly #height: Float64Array;
  readonly #weight: Float64Array;
  #unit = 1;

  constructor(series: TrendSeries, points: number, spacing: "years" | "order", leaveOut: boolean) {
    this.#ofShares = "events" in series;
    this.#first = "events" in series ? series.events : series.values;
    this.#second = "events" in series ? series.totals : series.standardErrors;
    this.#years = series.years;
    this.#points = points;
    this.#inOrder = spacing === "order";
    this.#leaveOut = leaveOut;
    this.#rows = new Int32Array(points);
    this.#time = new Float64Array(points);
    this.#events = new Float64Array(points);
    this.#totals = new Float64Array(points);
    this.#height = new Float64Array(points);
    this.#weight = new Float64Array(points);
  }

  /** Takes the latest points of the rows from `from` to `to`; the code of why not, else 0. */
  take(order: Int32Array | null, from: number, to: number): number {
    const rows = this.#rows;
    let size = 0;
    for (let k = from; k < to; k++) {
      const row = order === null ? k : order[k]!;
      const year = this.#years[row]!;
      if (!Number.isFinite(year)) return impossible;
      if (this.#leaveOut && !this.#known(row)) continue;
      if (size === this.#points && year <= this.#years[rows[0]!]!) continue;
      if (size < this.#points) size++;
      else rows.copyWithin(0, 1);
      let place = size - 1;
      while (place > 0 && this.#years[rows[place - 1]!]! > year) {
        rows[place] = rows[place - 1]!;
        place--;
      }
      rows[place] = row;
    }
    if (size < this.#points) return tooFew;
    if (this.#since(this.#years[rows[0]!]!, order, from, to) > size) return repeated;
    for (let p = 1; p < size; p++) if (this.#years[rows[p]!] === this.#years[rows[p - 1]!]) return repeated;
    for (let p = 0; p < size; p++) if (!this.#known(rows[p]!)) return isMissing;
    return this.#ofShares ? this.#takeShares() : this.#takeValues();
  }

  /** How many rows that count are of a year or later. */
  #since(year: number, order: Int32Array | null, from: number, to: number): number {
    let count = 0;
    for (let k = from; k < to; k++) {
      const row = order === null ? k : order[k]!;
      if (this.#years[row]! >= year && !(this.#leaveOut && !this.#known(row))) count++;
    }
    return count;
  }

  /** The trend in standard errors. */
  z(slope: number): number {
    if (this.#ofShares) return trendScore(this.#events, this.#totals, this.#time, this.#points, 1, 0);
    return (slope / this.#unit) * Math.sqrt(this.#spread(-1));
  }

  /** 1 where leaving out one point turns the slope round, or leaves it level to the rounding of its digits. */
  turns(slope: number): 0 | 1 {
    for (let p = 0; p < this.#points; p++) if (this.slope(p) / slope <= 1e-12) return 1;
    return 0;
  }

  /** The weighted least-squares slope of the heights on time, without one point; −1 leaves out none. */
  slope(without: number): number {
    const mean = this.#meanTime(without);
    let across = 0;
    let spread = 0;
    for (let p = 0; p < this.#points; p++) {
      if (p === without) continue;
      const reach = this.#weight[p]! * (this.#time[p]! - mean);
      // Heights from the first, so that a level series has a slope of exactly 0.
      across += reach * (this.#height[p]! - this.#height[without === 0 ? 1 : 0]!);
      spread += reach * (this.#time[p]! - mean);
    }
    return across / spread;
  }

  #spread(without: number): number {
    const mean = this.#meanTime(without);
    let spread = 0;
    for (let p = 0; p < this.#points; p++) {
      if (p !== without) spread += this.#weight[p]! * (this.#time[p]! - mean) * (this.#time[p]! - mean);
    }
    return spread;
  }

  #meanTime(without: number): number {
    let weight = 0;
    let moment = 0;
    for (let p = 0; p < this.#points; p++) {
      if (p === without) continue;
      weight += this.#weight[p]!;
      moment += this.#weight[p]! * this.#time[p]!;
    }
    return moment / weight;
  }

  #known(row: number): boolean {
    return !Number.isNaN(this.#first[row]! + this.#second[row]!);
  }

  #timeOf(p: number): number {
    return this.#inOrder ? p : this.#years[this.#rows[p]!]! - this.#years[this.#rows[0]!]!;
  }

  #takeShares(): number {
    let allBetween = true;
    for (let p = 0; p < this.#points; p++) {
      const r = this.#first[this.#rows[p]!]!;
      const n = this.#second[this.#rows[p]!]!;
      if (r < 0 || n < 0 || n === Infinity || r > n) return impossible;
      if (n === 0) return noPopulation;
      if (r === 0 || r === n) allBetween = false;
      this.#time[p] = this.#timeOf(p);
      this.#events[p] = r;
      this.#totals[p] = n;
      this.#weight[p] = 1;
    }
    // Where a share is 0 or 1 its log odds are infinite: half an event and half a non-event are added to every point.
    const added = allBetween ? 0 : 0.5;
    for (let p = 0; p < this.#points; p++) {
      this.#height[p] = Math.log((this.#events[p]! + added) / (this.#totals[p]! - this.#events[p]! + added));
    }
    return 0;
  }

  #takeValues(): number {
    this.#unit = Infinity;
    for (let p = 0; p < this.#points; p++) {
      const value = this.#first[this.#rows[p]!]!;
      const error = this.#second[this.#rows[p]!]!;
      if (!(error > 0) || error === Infinity || Math.abs(value) === Infinity) return impossible;
      if (error < this.#unit) this.#unit = error;
      this.#time[p] = this.#timeOf(p);
      this.#height[p] = value;
    }
    // Weights as shares of the largest, so that no standard error is too small to be squared.
    for (let p = 0; p < this.#points; p++) {
      const ratio = this.#unit / this.#second[this.#rows[p]!]!;
      this.#weight[p] = ratio * ratio;
    }
    return 0;
  }
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
