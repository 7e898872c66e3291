import { requireLevel, requireSameLength } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { type Coefficient, coefficientsOf } from "./coefficient.ts";
import { design, type Terms, unscaled } from "./design.ts";
import { inverseOfSquare, triangular } from "./triangular.ts";

/** How a least-squares regression is fitted. */
export interface LeastSquaresOptions {
  /** Weight of each value, above 0, on any scale: the inverse of its variance. Default all alike. */
  readonly weights?: ArrayLike<number>;
  /**
   * `from residuals` (default): the weights say how precise values are relative to each other, and the scatter around the
   * line says how precise; limits are Student's. `as weighted`: the variance of a value is 1 ÷ its weight, as when its
   * standard error is known; limits are normal.
   */
  readonly variance?: "from residuals" | "as weighted";
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/** A least-squares regression. */
export interface LeastSquares {
  /** The intercept, then one for each term. */
  readonly coefficients: readonly Coefficient[];
  /** Value that the regression gives in each row. */
  readonly fitted: Float64Array;
  /** Σ w (y − fitted)². */
  readonly residualSquares: number;
  /** Rows less coefficients. */
  readonly degreesOfFreedom: number;
  /** The share of the weighted variance that the terms explain, R². */
  readonly explained: number;
  /** Of the coefficients, column after column. */
  readonly covariance: Float64Array;
}

/**
 * Linear regression by weighted least squares.
 *
 * The coefficients b minimise Σ w (y − x·b)²; their covariance is s² (Σ w x xᵀ)⁻¹, s² = Σ w (y − x·b)² ÷ (n − k). It is solved
 * by Householder reflections on columns moved to their means, so that calendar years lose no digits.
 *
 * @param values what is explained, in any unit
 * @param terms what it is explained by: columns by name, to which an intercept is added; none for a weighted mean
 * @param options `weights`, `variance`, `level`
 * @returns coefficients with standard errors and limits, R², residual squares; standard errors are NaN where there are as
 * many coefficients as rows; all coefficients are NaN where a value or weight is missing
 * @throws RangeError where a weight is not above 0, a term is missing, infinite, constant or made up of others, there are
 * fewer rows than coefficients, or columns differ in length
 *
 * Source: Golub GH, Van Loan CF. Matrix Computations, 4th ed. 2013, 5.3.
 * Reference: R 4.2.2 `lm(y ~ x, weights = w)`, to 1e-10 relative.
 *
 * @example
 * weightedLeastSquares([1, 3, 5], { year: [2020, 2021, 2022] }).coefficients[1].value // 2
 */
export function weightedLeastSquares(
  values: ArrayLike<number>,
  terms: Terms,
  { weights, variance = "from residuals", level = 0.95 }: LeastSquaresOptions = {},
): LeastSquares {
  requireSameLength("weightedLeastSquares", weights ? { values, weights } : { values });
  requireLevel("weightedLeastSquares", level);
  requireChoice("weightedLeastSquares", "variance", variance, ["from residuals", "as weighted"]);
  const rows = values.length;
  const { names, columns, means, scales } = design("weightedLeastSquares", terms, rows);
  const width = names.length;
  const roots = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const w = weights ? weights[i]! : 1;
    if (w <= 0 || w === Infinity || Math.abs(values[i]!) === Infinity) {
      throw new RangeError(
        `weightedLeastSquares: values must be finite and weights above 0, got ${values[i]} weighing ${w} in row ${i}`,
      );
    }
    roots[i] = Math.sqrt(w);
  }
  // Values from the first, so that what is level has slopes of exactly 0.
  const origin = values[0]!;
  const right = Float64Array.from(roots, (root, i) => root * (values[i]! - origin));
  const { triangle, solution, residual } = triangular(
    columns.map((x, at) => x * roots[at % rows]!),
    right.slice(),
    rows,
    width,
  );
  const degreesOfFreedom = rows - width;
  const scale = variance === "as weighted" ? 1 : degreesOfFreedom > 0 ? residual / degreesOfFreedom : Number.NaN;
  const own = unscaled({ means, scales }, solution, inverseOfSquare(triangle, width));
  own.coefficients[0] = own.coefficients[0]! + origin;
  const covariance = own.covariance.map((c) => c * scale);
  const fitted = new Float64Array(rows).fill(origin);
  for (let k = 0; k < width; k++) {
    for (let i = 0; i < rows; i++) fitted[i] = fitted[i]! + solution[k]! * columns[k * rows + i]!;
  }
  return {
    coefficients: coefficientsOf(names, own.coefficients, covariance, {
      reference: variance === "as weighted" ? "normal" : "student",
      degrees: degreesOfFreedom,
      level,
    }),
    fitted,
    residualSquares: residual,
    degreesOfFreedom,
    explained: 1 - residual / totalSquares(right, roots),
    covariance,
  };
}

/** Σ w (y − ȳ)², from values that are multiplied by the roots of their weights. */
function totalSquares(right: Float64Array, roots: Float64Array): number {
  let weight = 0;
  let sum = 0;
  for (let i = 0; i < right.length; i++) {
    weight += roots[i]! * roots[i]!;
    sum += roots[i]! * right[i]!;
  }
  let squares = 0;
  for (let i = 0; i < right.length; i++) squares += (right[i]! - (roots[i]! * sum) / weight) ** 2;
  return squares;
}
