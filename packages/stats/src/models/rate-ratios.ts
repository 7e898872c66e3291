import type { Interval } from "../shared/interval.ts";
import { intercept } from "./design.ts";
import type { PoissonRegression } from "./poisson-regression.ts";

/** By how much a rate is multiplied where a term rises by 1. */
export interface TermRatio extends Interval {
  readonly name: string;
  /** Chance of a ratio at least as far from 1 if it were 1. */
  readonly probability: number;
}

/**
 * The ratios of rates that a Poisson regression found, one for each term: exp(b), with limits exp(b ∓ z·se).
 *
 * @param regression of `poissonRegression`
 * @returns ratio with limits for a rise of the term by 1, at the level of the regression
 *
 * Source and reference: as for `poissonRegression`; R 4.2.2 `exp(confint.default(fit))`.
 *
 * @example
 * rateRatios(poissonRegression([10, 20], [100, 100], { later: [0, 1] }))[0].value // 2
 */
export function rateRatios({ coefficients }: PoissonRegression): readonly TermRatio[] {
  return coefficients
    .filter(({ name }) => name !== intercept)
    .map(({ name, value, lower, upper, probability }) => ({
      name,
      value: Math.exp(value),
      lower: Math.exp(lower),
      upper: Math.exp(upper),
      probability,
    }));
}
