import { requireSameLength } from "../shared/require.ts";
import { requireValues } from "./require-values.ts";

/** Whether areas count alike. */
export interface CoefficientOfVariationOptions {
  /** People of each area, 0 or more, or other weights; without them all areas count alike. */
  readonly weights?: ArrayLike<number>;
}

/**
 * The standard deviation of the values of areas, divided by their mean.
 *
 * Without weights √(Σ (x − x̄)² ÷ (k − 1)) ÷ x̄; with them √(Σ w (x − x̄)² ÷ Σ w) ÷ x̄, x̄ = Σ w x ÷ Σ w, which for
 * rates weighted by people is the rate of all areas together.
 *
 * @param values rates or ratios of areas, 0 or more
 * @returns the coefficient, 0 or more; NaN where fewer than two values are known (one with weights), or all are 0;
 * missing values are left out with their weights
 * @throws RangeError where a value or weight is negative, infinite, a weight is missing, there are no values, or the
 * columns differ in length
 *
 * Source: Diehr P, Cain K, Connell F, Volinn E. What is too much variation? The null hypothesis in small-area analysis.
 * Health Serv Res 1990;24:741–71.
 * Reference: R 4.2.2 `sd(x) / mean(x)`; weighted `sqrt(cov.wt(matrix(x), w, method = "ML")$cov) / weighted.mean(x, w)`.
 *
 * @example
 * coefficientOfVariation([10, 20, 30]) // 0.5
 */
export function coefficientOfVariation(
  values: ArrayLike<number>,
  { weights }: CoefficientOfVariationOptions = {},
): number {
  requireValues("coefficientOfVariation", values);
  if (weights) requireSameLength("coefficientOfVariation", { values, weights });
  const weightOf = (i: number) => {
    const weight = weights?.[i] ?? 1;
    if (!(weight >= 0 && weight < Infinity)) {
      throw new RangeError(`coefficientOfVariation: weights must be 0 or more, got ${weight} in area ${i}`);
    }
    return weight;
  };
  let all = 0;
  let sum = 0;
  let known = 0;
  for (let i = 0; i < values.length; i++) {
    const weight = weightOf(i);
    if (Number.isNaN(values[i]!)) continue;
    known++;
    all += weight;
    sum += weight * values[i]!;
  }
  const mean = sum / all;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const gap = values[i]! - mean;
    if (!Number.isNaN(values[i]!)) squares += weightOf(i) * gap * gap;
  }
  return Math.sqrt(squares / (weights ? all : known - 1)) / mean;
}
