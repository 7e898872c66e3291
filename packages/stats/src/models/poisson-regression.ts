import { deviance } from "../distributions/poisson-density.ts";
import { stirlingError } from "../distributions/stirling-error.ts";
import { requireLevel, requireSameLength } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { type Coefficient, coefficientsOf, type Reference } from "./coefficient.ts";
import { type Design, design, type Terms, unscaled } from "./design.ts";
import { inverseOfSquare, solvedSquare, triangular } from "./triangular.ts";

/** How a Poisson regression is fitted. */
export interface PoissonRegressionOptions {
  /**
   * `poisson` (default): the variance of a count is its mean. `quasi-poisson`: it is φ times its mean, φ being Pearson's χ²
   * over the degrees of freedom; below 1 too.
   */
  readonly dispersion?: "poisson" | "quasi-poisson";
  /** Where limits and probabilities come from. Default `normal` for Poisson, `student` where φ is estimated. */
  readonly limits?: Reference;
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/** A fitted Poisson regression. */
export interface PoissonRegression {
  /** On the scale of logarithms: the intercept, then one for each term. */
  readonly coefficients: readonly Coefficient[];
  /** Events that the regression expects in each row. */
  readonly fitted: Float64Array;
  /** 2 Σ (e ln(e ÷ fitted) − (e − fitted)). */
  readonly deviance: number;
  /** Pearson's χ²: Σ (e − fitted)² ÷ fitted. */
  readonly pearson: number;
  /** Rows less coefficients. */
  readonly degreesOfFreedom: number;
  /** φ: 1, or Pearson's χ² ÷ degrees of freedom. */
  readonly dispersion: number;
  readonly logLikelihood: number;
  /** Akaike's information criterion, 2k − 2 ln L; NaN for quasi-Poisson, which has no likelihood. */
  readonly informationCriterion: number;
  /** Of the coefficients, φ included, column after column. */
  readonly covariance: Float64Array;
  /** The distribution that limits are taken from, and their coverage. */
  readonly limits: Reference;
  readonly level: number;
  /** The same in columns moved to their means and scaled, in which `expectedByRegression` loses no digits. */
  readonly scaled: ScaledRegression;
}

/** Coefficients of columns that were moved by their means and divided by their scales. */
export interface ScaledRegression {
  readonly means: Float64Array;
  readonly scales: Float64Array;
  readonly coefficients: Float64Array;
  readonly covariance: Float64Array;
}

/**
 * Poisson regression of counts with an offset for the population: ln(mean ÷ population) = b₀ + Σ b x.
 *
 * The coefficients maximise the likelihood, so that Σ x (e − fitted) = 0 for every column; they are found by Newton's steps
 * (iteratively reweighted least squares), halved as long as the deviance would rise. exp(b) is a ratio of rates: `rateRatios`.
 *
 * @param events counts, 0 or more
 * @param population person-years, or expected events, of each row, above 0; 1 in each row for counts alone
 * @param terms columns by name, numbers without gaps, to which an intercept is added
 * @param options `dispersion`, `limits`, `level`
 * @returns coefficients with limits, fitted events, deviance, Pearson's χ², φ, information criterion and covariance; with as
 * many coefficients as rows φ is NaN for quasi-Poisson; all numbers are NaN where a count is missing
 * @throws RangeError where events are negative, a population is not above 0, a term is missing, constant or made
 * up of others, there are fewer rows than coefficients, or some coefficient has no finite value, as where all rows of a group
 * have no events
 *
 * Source: Frome EL. The analysis of rates using Poisson regression models. Biometrics 1983;39:665–74; McCullagh P, Nelder JA.
 * Generalized linear models, 2nd ed. 1989, 6.2.
 * Reference: R 4.2.2 `glm(family = poisson)` and `quasipoisson` with `offset = log(population)`, to 1e-10 relative.
 *
 * @example
 * poissonRegression([10, 20], [100, 100], { later: [0, 1] }).coefficients[1].value // Math.LN2
 */
export function poissonRegression(
  events: ArrayLike<number>,
  population: ArrayLike<number>,
  terms: Terms,
  { dispersion = "poisson", limits, level = 0.95 }: PoissonRegressionOptions = {},
): PoissonRegression {
  const caller = "poissonRegression";
  requireSameLength(caller, { events, population });
  requireLevel(caller, level);
  requireChoice(caller, "dispersion", dispersion, ["poisson", "quasi-poisson"]);
  if (limits !== undefined) requireChoice(caller, "limits", limits, ["normal", "student"]);
  requireCounts(caller, events, population);
  const columns = design(caller, terms, events.length);
  const { fitted, solution, triangle, offset } = fit(caller, events, population, columns);
  const { names, rows } = columns;
  const degreesOfFreedom = rows - names.length;
  let pearson = 0;
  let deviances = 0;
  let logLikelihood = 0;
  for (let i = 0; i < rows; i++) {
    const e = events[i]!;
    const mean = fitted[i]!;
    pearson += ((e - mean) * (e - mean)) / mean;
    deviances += 2 * devianceOf(e, mean);
    logLikelihood -= e === 0 ? mean : stirlingError(e) + deviance(e, mean) + Math.log(2 * Math.PI * e) / 2;
  }
  const quasi = dispersion === "quasi-poisson";
  const phi = !quasi ? 1 : degreesOfFreedom > 0 ? pearson / degreesOfFreedom : Number.NaN;
  const reference = limits ?? (quasi ? "student" : "normal");
  const ofScaled = inverseOfSquare(triangle, names.length).map((value) => value * phi);
  solution[0] = solution[0]! - offset;
  const own = unscaled(columns, solution, ofScaled);
  return {
    coefficients: coefficientsOf(names, own.coefficients, own.covariance, {
      reference,
      degrees: degreesOfFreedom,
      level,
    }),
    fitted,
    deviance: deviances,
    pearson,
    degreesOfFreedom,
    dispersion: phi,
    logLikelihood,
    informationCriterion: quasi ? Number.NaN : 2 * names.length - 2 * logLikelihood,
    covariance: own.covariance,
    limits: reference,
    level,
    scaled: { means: columns.means, scales: columns.scales, coefficients: solution, covariance: ofScaled },
  };
}

const mostSteps = 100;

/**
 * Newton's steps from the rate of all rows together. The gradient Xᵀ(e − fitted) is formed from the counts themselves, and the
 * triangle only tells how far to go, so that rows of very different size lose no digits.
 */
function fit(caller: string, events: ArrayLike<number>, population: ArrayLike<number>, design: Design) {
  const { rows, names, columns } = design;
  const width = names.length;
  // Populations as shares of the largest: their unit is the intercept's, and cannot be too large or too small for it.
  let most = 0;
  for (let i = 0; i < rows; i++) most = Math.max(most, population[i]!);
  const offset = Math.log(most);
  const exposure = Float64Array.from(population, (n) => Math.log(n / most));
  if (Number.isNaN(sumOf(events))) {
    const missing = (length: number) => new Float64Array(length).fill(Number.NaN);
    return { fitted: missing(rows), solution: missing(width), triangle: missing(width * width), offset };
  }
  let solution = new Float64Array(width);
  solution[0] = Math.log(sumOf(events) / sumOf(exposure.map(Math.exp)));
  let predicted = linear(design, solution, exposure);
  let before = devianceAt(events, predicted);
  let last = false;
  for (let step = 0; step < mostSteps; step++) {
    const fitted = predicted.map(Math.exp);
    const roots = fitted.map(Math.sqrt);
    const weighted = columns.map((x, at) => x * roots[at % rows]!);
    const { triangle, dependent } = triangular(weighted, new Float64Array(rows), rows, width);
    if (dependent !== -1) throw apart(caller, names[dependent]!);
    if (last) {
      const row = rowWithoutBound(events, triangle, design);
      if (row !== -1) throw apart(caller, farthest(design, row));
      return { fitted, solution, triangle, offset };
    }
    const gradient = new Float64Array(width);
    for (let at = 0; at < columns.length; at++) {
      const k = Math.floor(at / rows);
      gradient[k] = gradient[k]! + columns[at]! * (events[at % rows]! - fitted[at % rows]!);
    }
    const towards = solvedSquare(triangle, gradient);
    let share = 2;
    let next = predicted;
    let nextSolution = solution;
    let rose = Infinity;
    while (!(rose <= before + 1e-9 * (1 + before)) && share > 1e-6) {
      share /= 2;
      nextSolution = solution.map((value, k) => value + share * towards[k]!);
      next = linear(design, nextSolution, exposure);
      rose = devianceAt(events, next);
    }
    let moved = 0;
    let at = 0;
    for (let i = 0; i < rows; i++) {
      const by = Math.abs(next[i]! - predicted[i]!);
      if (by > moved) [moved, at] = [by, i];
    }
    [predicted, solution, before] = [next, nextSolution, rose];
    // What is left after a small step is about its square; where rounding keeps steps from shrinking, it is near enough.
    last = share === 1 && moved < (step < 50 ? 1e-10 : 1e-8);
    if (!last && step === mostSteps - 1) throw apart(caller, farthest(design, at));
  }
  throw apart(caller, names[0]!);
}

/**
 * A row without events of whose fitted logarithm nothing is known, or −1. Where rows are set apart, their fitted events fall until
 * they are lost in the rounding of the gradient, and steps end; their variance times all events is then 1e15 and more.
 */
function rowWithoutBound(events: ArrayLike<number>, triangle: Float64Array, { rows, names, columns }: Design): number {
  const width = names.length;
  const all = sumOf(events);
  const covariance = inverseOfSquare(triangle, width);
  for (let i = 0; i < rows; i++) {
    if (events[i] !== 0) continue;
    let variance = 0;
    for (let k = 0; k < width; k++) {
      for (let j = 0; j < width; j++) {
        variance += columns[k * rows + i]! * columns[j * rows + i]! * covariance[k * width + j]!;
      }
    }
    if (variance * all > 1e13) return i;
  }
  return -1;
}

function sumOf(numbers: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += numbers[i]!;
  return sum;
}

function linear({ columns, rows, names }: Design, solution: Float64Array, exposure: Float64Array): Float64Array {
  const found = exposure.slice();
  for (let k = 0; k < names.length; k++) {
    for (let i = 0; i < rows; i++) found[i] = found[i]! + solution[k]! * columns[k * rows + i]!;
  }
  return found;
}

function devianceAt(events: ArrayLike<number>, predicted: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < predicted.length; i++) sum += 2 * devianceOf(events[i]!, Math.exp(predicted[i]!));
  return sum;
}

function devianceOf(count: number, mean: number): number {
  return count === 0 ? mean : deviance(count, mean);
}

/** The term that sets a row farthest apart from the others. */
function farthest({ columns, rows, names }: Design, row: number): string {
  let k = Math.min(1, names.length - 1);
  for (let j = 1; j < names.length; j++) {
    if (Math.abs(columns[j * rows + row]!) > Math.abs(columns[k * rows + row]!)) k = j;
  }
  return names[k]!;
}

function apart(caller: string, name: string): RangeError {
  return new RangeError(
    `${caller}: every coefficient must have a finite value, got none of ${name}: rows that it sets apart have no events`,
  );
}

function requireCounts(caller: string, events: ArrayLike<number>, population: ArrayLike<number>): void {
  let total = 0;
  for (let i = 0; i < events.length; i++) {
    if (events[i]! < 0 || events[i] === Infinity) {
      throw new RangeError(`${caller}: events must be 0 or more, got ${events[i]} in row ${i}`);
    }
    if (!(population[i]! > 0) || population[i] === Infinity) {
      throw new RangeError(`${caller}: population must be above 0, got ${population[i]} in row ${i}`);
    }
    total += events[i]!;
  }
  if (total === 0) throw new RangeError(`${caller}: some row must have events, got none`);
}
