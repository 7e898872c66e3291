import { studentDistribution } from "../distributions/student-distribution.ts";
import { reachOf } from "../models/coefficient.ts";
import { triangular } from "../models/triangular.ts";
import { weightedLeastSquares } from "../models/weighted-least-squares.ts";
import type { Interval } from "../shared/interval.ts";
import { requireLevel, requireSameLength } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { type AnnualChange, changeOf, logarithms, weighing } from "./annual-change.ts";
import { placements } from "./placements.ts";
import { named } from "./trend-line.ts";

/** One stretch of a broken line, between two joinpoints. */
export interface TrendSegment {
  readonly from: number;
  readonly to: number;
  /** Per cent a year within it. */
  readonly change: AnnualChange;
}

/** A series of rates as straight stretches of ln(rate) that meet. */
export interface JoinpointTrend {
  /** The years at which the trend changes. */
  readonly joinpoints: readonly number[];
  readonly segments: readonly TrendSegment[];
  /** The change a year over the whole series: the segments' slopes averaged by their length, as per cent. */
  readonly average: Interval;
  /** Rates on the line, a row for each of those given. */
  readonly fitted: Float64Array;
  /** Σ w (ln rate − line)² of the line chosen. */
  readonly residualSquares: number;
  /** The criterion of the best line with 0, 1, 2 … joinpoints; the line chosen has the smallest. */
  readonly criteria: readonly number[];
}

/** How joinpoints are looked for. */
export interface JoinpointOptions {
  /** At most how many joinpoints. Default 0 below 7 rates, 1 below 12, 2 below 17, else 3. */
  readonly most?: number;
  /** `bic` (default) or `bic3`, which asks more of each joinpoint: 3 in place of 2 terms of ln(n). */
  readonly selection?: "bic" | "bic3";
  /** At least how many rates lie between a joinpoint and either end of the series, itself not counted. Default 2. */
  readonly ends?: number;
  /** At least how many rates lie between two joinpoints, themselves not counted. Default 2. */
  readonly between?: number;
  /** Standard errors of the rates, above 0; each ln(rate) weighs (rate ÷ its standard error)². Default all alike. */
  readonly standardErrors?: ArrayLike<number>;
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/**
 * The years at which the trend of rates changes, and the change a year between them: joinpoint regression.
 *
 * ln(rate) = b₀ + b₁ t + Σ d (t − τ)₊. For each number k of joinpoints every placement on the years given is tried and the one
 * with the least S = Σ w (ln rate − line)² kept. Of these the k with the smallest criterion is chosen, the smaller k where two
 * are equal: bic = ln(S/n) + 2(k + 1) ln(n)/n; bic3 has 3k + 2 in place of 2(k + 1). There is no simulation: the same rates
 * give the same line. In simulated series of 10 to 20 rates without any change of trend bic finds one in about every fifth,
 * bic3 in about every twelfth: take bic3 where a false turn is worse than one that is missed.
 *
 * Limits are Student's with n − 2(k + 1) degrees of freedom, the variance of the line being S over these. The average change is
 * 100 (exp(Σ l b ÷ Σ l) − 1), l the length of each segment in years, with all covariances of the slopes. Limits take the
 * joinpoints as known, and so are too narrow where they are in doubt.
 *
 * @param rates one a year, above 0, in order of time
 * @param years rising; joinpoints lie on some of them
 * @param options `most`, `selection`, `ends`, `between`, `standardErrors`, `level`
 * @returns joinpoints, segments and average change in per cent a year; limits are NaN where no degrees of freedom are left;
 * one segment of NaN where a rate or standard error is missing
 * @throws RangeError where a rate or standard error is not above 0, years do not rise, there are fewer than 4 rates,
 * or an option is invalid
 *
 * Source: Kim HJ, Fay MP, Feuer EJ, Midthune DN. Permutation tests for joinpoint regression. Stat Med 2000;19:335–51; Lerman PM.
 * Appl Stat 1980;29:77–84 (the search); Clegg LX, Hankey BF, Tiwari R, Feuer EJ, Edwards BK. Stat Med 2009;28:3670–82 (the
 * average); Kim HJ, Kim J. Stat Med 2017;36:4059–74 (selection).
 * Reference: R 4.2.2 `lm` for every placement, to 1e-10 relative; the standard errors of `lm` times √((n − k − 2) ÷ (n − 2k − 2)).
 *
 * @example
 * joinpointTrend([8, 16, 32, 64, 32, 16, 8], [2015, 2016, 2017, 2018, 2019, 2020, 2021]).joinpoints // [2018]
 */
export function joinpointTrend(
  rates: ArrayLike<number>,
  years: ArrayLike<number>,
  options: JoinpointOptions = {},
): JoinpointTrend {
  const { selection = "bic", ends = 2, between = 2, standardErrors, level = 0.95 } = options;
  const n = rates.length;
  requireSeries(rates, years);
  requireLevel("joinpointTrend", level);
  requireChoice("joinpointTrend", "selection", selection, ["bic", "bic3"]);
  const most = mostJoinpoints(n, options.most, ends, between);
  const logs = logarithms("joinpointTrend", rates);
  const { weights } = weighing("joinpointTrend", rates, standardErrors);
  const total = spreadOf(logs, weights);
  if (Number.isNaN(total)) return describe(logs, years, [], weights, level, [Number.NaN]);
  const fits = Array.from({ length: most + 1 }, (_, k) => {
    let best: { at: readonly number[]; squares: number } | null = null;
    for (const at of placements(n, k, ends, between)) {
      const residualSquares = residualsAt(logs, years, at, weights);
      // What is left of an exact line is rounding: it is nothing, and no reason to prefer a line to another.
      const squares = residualSquares > 1e-24 * total ? residualSquares : 0;
      if (best === null || squares < best.squares) best = { at, squares };
    }
    return best;
  }).filter((fit) => fit !== null);
  const criteria = fits.map(({ squares }, k) => {
    const terms = selection === "bic" ? 2 * (k + 1) : 3 * k + 2;
    return Math.log(squares / n) + (terms * Math.log(n)) / n;
  });
  let chosen = 0;
  for (let k = 1; k < criteria.length; k++) if (criteria[k]! < criteria[chosen]!) chosen = k;
  return describe(logs, years, fits[chosen]!.at, weights, level, criteria);
}

function describe(
  logs: Float64Array,
  years: ArrayLike<number>,
  at: readonly number[],
  weights: Float64Array | undefined,
  level: number,
  criteria: readonly number[],
): JoinpointTrend {
  const n = logs.length;
  const k = at.length;
  const { coefficients, covariance, residualSquares, fitted, degreesOfFreedom } = fitAt(logs, years, at, weights);
  const degrees = n - 2 * (k + 1);
  const scale = degrees > 0 ? degreesOfFreedom / degrees : Number.NaN;
  const reach = reachOf("student", degrees, level);
  const width = k + 2;
  const limited = (shares: readonly number[]) => {
    let value = 0;
    let variance = 0;
    for (let i = 0; i <= k; i++) {
      value += shares[i]! * coefficients[i + 1]!.value;
      for (let j = 0; j <= k; j++) variance += shares[i]! * shares[j]! * covariance[(i + 1) * width + j + 1]!;
    }
    const standardError = Math.sqrt(Math.max(0, variance) * scale);
    return { value, lower: value - reach * standardError, upper: value + reach * standardError, standardError };
  };
  const edges = [years[0]!, ...at.map((i) => years[i]!), years[n - 1]!];
  const whole = edges[k + 1]! - edges[0]!;
  // The slope of segment s is the sum of the first s + 1 coefficients; coefficient j counts from its joinpoint on.
  const segments = Array.from({ length: k + 1 }, (_, s) => {
    const slope = limited(Array.from({ length: k + 1 }, (_slope, j) => (j <= s ? 1 : 0)));
    const statistic = slope.value / slope.standardError;
    return {
      from: edges[s]!,
      to: edges[s + 1]!,
      change: changeOf({ ...slope, statistic, probability: twoSided(statistic, degrees) }),
    };
  });
  const average = limited(Array.from({ length: k + 1 }, (_, j) => (edges[k + 1]! - edges[j]!) / whole));
  return {
    joinpoints: at.map((i) => years[i]!),
    segments,
    average: {
      value: 100 * Math.expm1(average.value),
      lower: 100 * Math.expm1(average.lower),
      upper: 100 * Math.expm1(average.upper),
    },
    fitted: fitted.map(Math.exp),
    residualSquares,
    criteria,
  };
}

function fitAt(logs: Float64Array, years: ArrayLike<number>, at: readonly number[], weights: Float64Array | undefined) {
  const terms: Record<string, Float64Array> = { year: Float64Array.from(years) };
  for (const i of at) terms[`after ${years[i]}`] = Float64Array.from(years, (t) => Math.max(0, t - years[i]!));
  return named("joinpointTrend", () => weightedLeastSquares(logs, terms, weights ? { weights } : {}));
}

/** Σ w (y − line)² alone, for the search. */
function residualsAt(
  logs: Float64Array,
  years: ArrayLike<number>,
  at: readonly number[],
  weights: Float64Array | undefined,
): number {
  const n = logs.length;
  const columns = new Float64Array(n * (at.length + 2));
  const right = new Float64Array(n);
  const middle = (years[0]! + years[n - 1]!) / 2;
  for (let i = 0; i < n; i++) {
    const root = weights ? Math.sqrt(weights[i]!) : 1;
    columns[i] = root;
    columns[n + i] = root * (years[i]! - middle);
    for (let k = 0; k < at.length; k++) columns[(k + 2) * n + i] = root * Math.max(0, years[i]! - years[at[k]!]!);
    right[i] = root * (logs[i]! - logs[0]!);
  }
  return triangular(columns, right, n, at.length + 2).residual;
}

/** Σ w (y − ȳ)². */
function spreadOf(values: Float64Array, weights: Float64Array | undefined): number {
  let weight = 0;
  let sum = 0;
  values.forEach((y, i) => {
    weight += weights?.[i] ?? 1;
    sum += (weights?.[i] ?? 1) * y;
  });
  return values.reduce((total, y, i) => total + (weights?.[i] ?? 1) * (y - sum / weight) * (y - sum / weight), 0);
}

function twoSided(statistic: number, degrees: number): number {
  if (!(degrees > 0) || Number.isNaN(statistic)) return Number.NaN;
  return Math.min(1, 2 * studentDistribution(-Math.abs(statistic), degrees));
}

function mostJoinpoints(rates: number, most: number | undefined, ends: number, between: number): number {
  for (const [name, value] of Object.entries({ most, ends, between })) {
    if (value !== undefined && !(Number.isInteger(value) && value >= 0)) {
      throw new RangeError(`joinpointTrend: ${name} must be a whole number of 0 or more, got ${value}`);
    }
  }
  if (ends < 1) throw new RangeError(`joinpointTrend: ends must be 1 or more, got ${ends}`);
  const room = Math.max(0, Math.floor((rates - 1 - 2 * ends) / (between + 1)) + (rates - 1 - 2 * ends >= 0 ? 1 : 0));
  const wanted = most ?? (rates < 7 ? 0 : rates < 12 ? 1 : rates < 17 ? 2 : 3);
  // A joinpoint takes two parameters; without a degree of freedom left, a line fits whatever it is given.
  return Math.min(wanted, room, Math.max(0, Math.floor((rates - 1) / 2) - 1));
}

function requireSeries(rates: ArrayLike<number>, years: ArrayLike<number>): void {
  requireSameLength("joinpointTrend", { rates, years });
  if (rates.length < 4) throw new RangeError(`joinpointTrend: needs at least 4 rates, got ${rates.length}`);
  for (let i = 0; i < rates.length; i++) {
    if (!Number.isFinite(years[i]!) || (i > 0 && !(years[i]! > years[i - 1]!))) {
      throw new RangeError(`joinpointTrend: years must rise, got ${years[i]} after ${years[i - 1]}`);
    }
  }
}
