import { studentQuantile } from "../distributions/student-quantile.ts";
import type { Interval } from "../shared/interval.ts";
import { requireLevel } from "../shared/require.ts";

/** A mean with its limits, and how far the values lie from it. */
export interface Mean extends Interval {
  /** Standard deviation of the values, with n − 1 below. */
  readonly standardDeviation: number;
}

/** How a mean is expressed. */
export interface StudentMeanOptions {
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/**
 * The mean of values with Student's limits.
 *
 * value = Σ x ÷ n; s = √(Σ (x − value)² ÷ (n − 1)); the limits are value ∓ t s ÷ √n, t being Student's quantile of
 * (1 + level)/2 with n − 1 degrees of freedom.
 *
 * @param values in any unit, at least one
 * @returns value, limits and standard deviation in that unit; of one value the limits and the standard deviation are
 * NaN; all are NaN where a value is missing
 * @throws RangeError where there are no values, a value is infinite, or the level is not between 0 and 1
 *
 * Source: Student. The probable error of a mean. Biometrika 1908;6:1–25.
 * Reference: `phe_mean` of PHEindicatormethods 2.1.0, to 1e-12 relative.
 *
 * @example
 * studentMean([1, 3], { level: 0.5 }) // { value: 2, lower: 1, upper: 3, standardDeviation: Math.SQRT2 }
 */
export function studentMean(values: ArrayLike<number>, { level = 0.95 }: StudentMeanOptions = {}): Mean {
  return meanOf("studentMean", values, level);
}

/** The mean with its limits; refuses, in the caller's name, what cannot be. */
export function meanOf(caller: string, values: ArrayLike<number>, level: number): Mean {
  requireLevel(caller, level);
  const n = values.length;
  if (n === 0) throw new RangeError(`${caller}: needs at least one value, got none`);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const x = values[i]!;
    if (Math.abs(x) === Infinity) throw new RangeError(`${caller}: values must be finite, got ${x} at ${i}`);
    sum += x;
  }
  const value = sum / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (values[i]! - value) ** 2;
  const standardDeviation = n === 1 ? Number.NaN : Math.sqrt(squares / (n - 1));
  const reach = n === 1 ? Number.NaN : -studentQuantile((1 - level) / 2, n - 1) * (standardDeviation / Math.sqrt(n));
  return { value, lower: value - reach, upper: value + reach, standardDeviation };
}
