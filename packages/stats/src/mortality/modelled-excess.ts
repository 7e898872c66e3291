import { reachOf } from "../models/coefficient.ts";
import { type PoissonRegression, poissonRegression } from "../models/poisson-regression.ts";
import type { Interval } from "../shared/interval.ts";
import { requireLevel, requireSameLength } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";

/** Deaths of one week or month a row. */
export interface DeathsInTime {
  readonly deaths: ArrayLike<number>;
  /** People alive, or person-time, on one scale throughout; 1 in each row to leave the population out. */
  readonly population: ArrayLike<number>;
  /** When, on any even scale: the number of the week, or the year and its fraction. */
  readonly time: ArrayLike<number>;
  /** The part of the year, `1` to `12` or `"winter"`: each has a level of its own. */
  readonly season: ArrayLike<string | number>;
}

/** Deaths set against those that a model of earlier years expects. */
export interface ModelledExcess {
  /** Deaths expected in each row, with the limits within which a row's deaths should lie. */
  readonly expected: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Deaths − expected in each row. */
  readonly excess: Float64Array;
  /** All rows together. */
  readonly total: {
    readonly deaths: number;
    readonly expected: number;
    readonly excess: Interval;
    /** Excess in per cent of those expected. */
    readonly percentage: Interval;
  };
  /** φ: how much more the deaths of the baseline vary than chance alone would have them. */
  readonly dispersion: number;
}

/** How deaths are expected and set against what is. */
export interface ModelledExcessOptions {
  /** `linear` (default): the death rate moves by the same share every year; `none`: it stays. */
  readonly trend?: "linear" | "none";
  /**
   * `prediction` (default): limits take in the chance that moves further deaths about, φ times Poisson, and the doubt about the
   * model's coefficients; `baseline`: that doubt alone.
   */
  readonly limits?: "prediction" | "baseline";
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/**
 * Excess deaths by week or month against a model of earlier years: quasi-Poisson regression on trend and season.
 *
 * ln(expected ÷ population) = b₀ + b·time + the level of the season, fitted to the baseline alone. With x the columns of a row and
 * C the covariance of the coefficients, the variance of deaths − expected over rows is Σᵢ φμᵢ + Σᵢⱼ μᵢμⱼ xᵢᵀ C xⱼ; limits are excess
 * ∓ t √variance, Student's t with the degrees of freedom of the fit. Leave out of the baseline what should not be expected
 * again, such as the months of a pandemic: rows need not be consecutive.
 *
 * For several ages or areas fit each and add up deaths and expected; limits of sums need one call with all rows of the model.
 *
 * @param baseline deaths, population, time and season of each week or month of the years before, such as five years
 * @param later    the same of what is set against them; only seasons that the baseline has
 * @param options  `trend`, `limits`, `level`
 * @returns expected deaths by row with limits, and excess in deaths and per cent over all rows with limits; NaN where a count is
 * missing: one of the baseline takes away all
 * @throws RangeError where a count is negative, a population is not above 0, a season has no deaths at all or is not
 * in the baseline, there are fewer rows than coefficients, or columns differ in length
 *
 * Source: Office for National Statistics. Estimating excess deaths in the UK, methodology changes: February 2024 (the kind of
 * model; this is one stratum of it).
 * Reference: R 4.2.2 `glm(family = quasipoisson)`, its `vcov` and `model.matrix`, to 1e-10 relative.
 *
 * @example
 * modelledExcess(
 *   { deaths: [10, 20, 10, 20], population: [1, 1, 1, 1], time: [1, 2, 3, 4], season: [1, 2, 1, 2] },
 *   { deaths: [13, 23], population: [1, 1], time: [5, 6], season: [1, 2] },
 *   { trend: "none" },
 * ).excess // [3, 3]
 */
export function modelledExcess(
  baseline: DeathsInTime,
  later: DeathsInTime,
  { trend = "linear", limits = "prediction", level = 0.95 }: ModelledExcessOptions = {},
): ModelledExcess {
  requireLevel("modelledExcess", level);
  requireChoice("modelledExcess", "trend", trend, ["linear", "none"]);
  requireChoice("modelledExcess", "limits", limits, ["prediction", "baseline"]);
  requireSameLength("modelledExcess", { ...baseline });
  requireSameLength("modelledExcess", { ...later });
  const seasons = [...new Set(Array.from(baseline.season))];
  requireLater(later, seasons);
  const regression = fitted(baseline, seasons, trend);
  const { names, x } = rowsOf(later, seasons, trend, regression);
  const reach = reachOf("student", regression.degreesOfFreedom, level);
  const rows = later.deaths.length;
  const width = names.length;
  const { coefficients, covariance } = regression.scaled;
  const expected = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let log = Math.log(later.population[i]!);
    for (let k = 0; k < width; k++) log += x[i * width + k]! * coefficients[k]!;
    expected[i] = Math.exp(log);
  }
  // Σ μ x over the rows taken together, whose quadratic form in C is the variance of the expected deaths.
  const spread = (from: number, to: number) => {
    const pull = new Float64Array(width);
    let mean = 0;
    for (let i = from; i < to; i++) {
      mean += expected[i]!;
      for (let k = 0; k < width; k++) pull[k] = pull[k]! + expected[i]! * x[i * width + k]!;
    }
    let variance = limits === "prediction" ? regression.dispersion * mean : 0;
    for (let k = 0; k < width; k++) {
      for (let j = 0; j < width; j++) variance += pull[k]! * pull[j]! * covariance[k * width + j]!;
    }
    return reach * Math.sqrt(Math.max(0, variance));
  };
  const reaches = expected.map((_, i) => spread(i, i + 1));
  const excess = expected.map((mean, i) => later.deaths[i]! - mean);
  const deaths = Array.from(later.deaths).reduce((sum, count) => sum + count, 0);
  const all = expected.reduce((sum, mean) => sum + mean, 0);
  const whole = spread(0, rows);
  const around = (value: number, by: number, scale: number): Interval => ({
    value: value * scale,
    lower: (value - by) * scale,
    upper: (value + by) * scale,
  });
  return {
    expected,
    lower: expected.map((mean, i) => Math.max(0, mean - reaches[i]!)),
    upper: expected.map((mean, i) => mean + reaches[i]!),
    excess,
    total: {
      deaths,
      expected: all,
      excess: around(deaths - all, whole, 1),
      percentage: around(deaths - all, whole, 100 / all),
    },
    dispersion: regression.dispersion,
  };
}

type Season = string | number;

function termsOf({ time, season }: DeathsInTime, seasons: readonly Season[], trend: "linear" | "none") {
  const terms: Record<string, ArrayLike<number>> = trend === "linear" ? { time } : {};
  for (const one of seasons.slice(1)) terms[`season ${one}`] = Array.from(season, (own) => (own === one ? 1 : 0));
  return terms;
}

function fitted(baseline: DeathsInTime, seasons: readonly Season[], trend: "linear" | "none"): PoissonRegression {
  try {
    return poissonRegression(baseline.deaths, baseline.population, termsOf(baseline, seasons, trend), {
      dispersion: "quasi-poisson",
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RangeError(`${error.message.replace(/^\w+/, "modelledExcess")}, in the baseline`);
  }
}

/** The columns of later rows, moved and scaled as those of the fit. */
function rowsOf(
  later: DeathsInTime,
  seasons: readonly Season[],
  trend: "linear" | "none",
  { scaled }: PoissonRegression,
) {
  const terms = termsOf(later, seasons, trend);
  const names = ["intercept", ...Object.keys(terms)];
  const rows = later.deaths.length;
  const x = new Float64Array(rows * names.length).fill(1);
  for (let i = 0; i < rows; i++) {
    for (let k = 1; k < names.length; k++) {
      x[i * names.length + k] = (terms[names[k]!]![i]! - scaled.means[k]!) / scaled.scales[k]!;
    }
  }
  return { names, x };
}

function requireLater({ deaths, population, time, season }: DeathsInTime, seasons: readonly Season[]): void {
  for (let i = 0; i < deaths.length; i++) {
    if (deaths[i]! < 0 || deaths[i] === Infinity || !(population[i]! > 0) || population[i] === Infinity) {
      throw new RangeError(
        `modelledExcess: deaths must be 0 or more among people above 0, got ${deaths[i]} among ${population[i]} in row ${i}`,
      );
    }
    if (!Number.isFinite(time[i]!))
      throw new RangeError(`modelledExcess: time must be a number, got ${time[i]} in row ${i}`);
    if (!seasons.includes(season[i]!)) {
      throw new RangeError(
        `modelledExcess: season must be one of the baseline's, ${seasons.join(", ")}; got ${season[i]} in row ${i}`,
      );
    }
  }
}
