import { normalDeviate } from "../distributions/normal-deviate.ts";
import { studentDistribution } from "../distributions/student-distribution.ts";
import { studentQuantile } from "../distributions/student-quantile.ts";
import { twoSidedProbability } from "../distributions/two-sided-probability.ts";
import type { Interval } from "../shared/interval.ts";

/** A coefficient of a regression, with its limits. */
export interface Coefficient extends Interval {
  readonly name: string;
  readonly standardError: number;
  /** Value ÷ standard error. */
  readonly statistic: number;
  /** Chance of a statistic at least as far from 0 if the coefficient were 0. */
  readonly probability: number;
}

/** Which distribution limits and probabilities are taken from. */
export type Reference = "normal" | "student";

/** The coefficients of a regression with limits, from their values and covariance. */
export function coefficientsOf(
  names: readonly string[],
  values: ArrayLike<number>,
  covariance: ArrayLike<number>,
  { reference, degrees, level }: { readonly reference: Reference; readonly degrees: number; readonly level: number },
): readonly Coefficient[] {
  const reach = reachOf(reference, degrees, level);
  return names.map((name, k) => {
    const value = values[k]!;
    const standardError = Math.sqrt(covariance[k * names.length + k]!);
    const statistic = value / standardError;
    const probability =
      reference === "normal"
        ? twoSidedProbability(statistic)
        : degrees > 0
          ? Math.min(1, 2 * studentDistribution(-Math.abs(statistic), degrees))
          : Number.NaN;
    return {
      name,
      value,
      lower: value - reach * standardError,
      upper: value + reach * standardError,
      standardError,
      statistic,
      probability,
    };
  });
}

/** How many standard errors limits lie away; NaN where there are no degrees of freedom left. */
export function reachOf(reference: Reference, degrees: number, level: number): number {
  if (reference === "normal") return normalDeviate(level);
  return degrees > 0 ? -studentQuantile((1 - level) / 2, degrees) : Number.NaN;
}
