import { normalDeviate } from "../distributions/normal-deviate.ts";
import { twoSidedProbability } from "../distributions/two-sided-probability.ts";
import { wilsonLimitsAt } from "../intervals/wilson-limits.ts";
import { requireLevel } from "../shared/require.ts";
import type { Difference } from "./difference.ts";
import type { Observed } from "./observed.ts";
import { rateScore, requirePair } from "./rate-difference.ts";

/** How a ratio is compared. */
export interface RateRatioOptions {
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/**
 * One crude rate divided by another, for two independent Poisson counts.
 *
 * Given their total, the first count is binomial with chance π = ρn₁ / (ρn₁ + n₂), where ρ is the ratio; Wilson's limits
 * of π give those of ρ = π/(1 − π) · n₂/n₁. The test of ρ = 1 is that of `rateDifference`, and the probability is below
 * 1 − level exactly where 1 is outside the limits.
 *
 * The two counts must not share events. Where one area lies in the other, compare it with the `remainder`.
 *
 * @param first events and person-years
 * @param second events and person-years it is divided by
 * @returns first ÷ second with limits, z and two-sided probability. With no events in the second, value and upper limit
 * are Infinity; with none in either the value is NaN and the limits are 0 and Infinity. All are NaN where a count is
 * missing
 * @throws RangeError where events are negative, a population is missing or not above 0, or the level is invalid
 *
 * Source: Przyborowski J, Wilenski H. Homogeneity of results in testing samples from Poisson series. Biometrika
 * 1940;31:313–23 (the condition); Wilson EB, 1927 (the limits).
 * Reference: R 4.2.2, the odds of `prop.test(correct = FALSE)`, to 1e-12 relative.
 *
 * @example
 * rateRatio({ events: 60, population: 10_000 }, { events: 40, population: 10_000 })
 * // { value: 1.5, lower: 1.0080425590091233, upper: 2.23204861728426, z: 2, probability: 0.04550026389635842 }
 */
export function rateRatio(first: Observed, second: Observed, { level = 0.95 }: RateRatioOptions = {}): Difference {
  requirePair("rateRatio", first, second);
  requireLevel("rateRatio", level);
  const deviate = normalDeviate(level);
  const exposure = second.population / first.population;
  const total = first.events + second.events;
  const z = rateScore(first, second);
  const { lower, upper } = total === 0 ? { lower: 0, upper: 1 } : wilsonLimitsAt(first.events, total, deviate);
  return {
    value: (first.events / second.events) * exposure,
    lower: (lower / (1 - lower)) * exposure,
    upper: (upper / (1 - upper)) * exposure,
    z,
    probability: twoSidedProbability(z),
  };
}
