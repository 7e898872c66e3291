import type { Coefficient } from "../models/coefficient.ts";
import { type LeastSquaresOptions, weightedLeastSquares } from "../models/weighted-least-squares.ts";

/** A straight line through values by year. */
export interface TrendLine {
  /** By how much the value moves a year, with limits. */
  readonly slope: Omit<Coefficient, "name">;
  /** The value at year 0, with limits. */
  readonly intercept: Omit<Coefficient, "name">;
  /** The share of the weighted variance that the line explains, R². */
  readonly explained: number;
  readonly degreesOfFreedom: number;
}

/**
 * A straight line through values by year, by weighted least squares.
 *
 * slope = Σ w (t − t̄) y ÷ Σ w (t − t̄)², t̄ = Σ w t ÷ Σ w; its standard error is s ÷ √(Σ w (t − t̄)²), where s² = Σ w (y − line)² ÷
 * (n − 2), and limits are Student's. Where the weights are inverses of known variances, say `variance: "as weighted"`: s is 1
 * and limits are normal.
 *
 * @param values in any unit, at least two
 * @param years  when they are, not all the same
 * @param options `weights`, `variance`, `level`
 * @returns slope a year and intercept with limits, and R²; of two values the standard errors are NaN; all are NaN where a value
 * is missing
 * @throws RangeError where a weight is not above 0, a year is missing, all years are the same, there are fewer than two values,
 * columns differ in length, or the level is invalid
 *
 * Source: Draper NR, Smith H. Applied regression analysis, 3rd ed. 1998, 1.4 and 9.2.
 * Reference: R 4.2.2 `lm(y ~ year, weights = w)`, to 1e-10 relative.
 *
 * @example
 * trendLine([1, 2, 4, 5], [2020, 2021, 2022, 2023]).slope.value // 1.4
 */
export function trendLine(
  values: ArrayLike<number>,
  years: ArrayLike<number>,
  options: LeastSquaresOptions = {},
): TrendLine {
  const { coefficients, explained, degreesOfFreedom } = named("trendLine", () =>
    weightedLeastSquares(values, { years }, options),
  );
  const [intercept, slope] = coefficients.map(({ name: _name, ...rest }) => rest);
  return { slope: slope!, intercept: intercept!, explained, degreesOfFreedom };
}

/** Runs another function, and refuses what it refuses in one's own name. */
export function named<Result>(caller: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RangeError(error.message.replace(/^\w+/, caller));
  }
}
