import { type RecentTrendStatus, recentTrendStatuses } from "./recent-trend-status.ts";
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

/** The latest points of one group after the other, in columns that are made once. */
export class LatestPoints {
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

const code = (status: RecentTrendStatus) => recentTrendStatuses.indexOf(status);
const [tooFew, repeated, isMissing, impossible, noPopulation] = (
  ["too few points", "repeated year", "missing", "impossible", "no population"] as const
).map(code) as [number, number, number, number, number];
