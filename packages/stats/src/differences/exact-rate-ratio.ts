import { betaQuantile } from "../distributions/beta-quantile.ts";
import { midPLower } from "../intervals/mid-p-proportion-limits.ts";
import type { Interval } from "../shared/interval.ts";
import { requireLevel } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import type { Observed } from "./observed.ts";
import { requirePair } from "./rate-difference.ts";
import type { RateRatioOptions } from "./rate-ratio.ts";

/** How an exact ratio is compared. */
export interface ExactRateRatioOptions extends RateRatioOptions {
  /** Whether the chance of the count itself is put into the tail `whole` (default: never below the level) or by `half`. */
  readonly count?: "whole" | "half";
}

/**
 * One crude rate divided by another, with exact limits, for two independent Poisson counts.
 *
 * Given their total, the first count is binomial with chance π = ρn₁ / (ρn₁ + n₂), where ρ is the ratio; Clopper and
 * Pearson's limits of π, or with `half` the mid-P ones, give those of ρ = π/(1 − π) · n₂/n₁. `rateRatio` has score limits,
 * which are near the level on average.
 *
 * The two counts must not share events. Where one area lies in the other, compare it with the `remainder`.
 *
 * @param first events and person-years
 * @param second events and person-years it is divided by
 * @returns first ÷ second with limits. With no events in the second, value and upper limit are Infinity; with none in
 * either the value is NaN and the limits are 0 and Infinity. All are NaN where a count is missing
 * @throws RangeError where events are negative, a population is missing or not above 0, or the level is invalid
 *
 * Source: Przyborowski J, Wilenski H. Homogeneity of results in testing samples from Poisson series. Biometrika
 * 1940;31:313–23; Clopper CJ, Pearson ES. Biometrika 1934;26:404–13.
 * Reference: `poisson.test` of R 4.2.2, to 1e-12 relative.
 *
 * @example
 * exactRateRatio({ events: 11, population: 800 }, { events: 23, population: 3_000 })
 * // { value: 1.7934782608695652, lower: 0.7893109456987772, upper: 3.829820066816626 }
 */
export function exactRateRatio(
  first: Observed,
  second: Observed,
  { level = 0.95, count = "whole" }: ExactRateRatioOptions = {},
): Interval {
  requirePair("exactRateRatio", first, second);
  requireChoice("exactRateRatio", "count", count, ["whole", "half"]);
  requireLevel("exactRateRatio", level);
  const exposure = second.population / first.population;
  const [x1, x2] = [first.events, second.events];
  if (Number.isNaN(x1 + x2)) return { value: Number.NaN, lower: Number.NaN, upper: Number.NaN };
  const tail = (1 - level) / 2;
  const lowest = count === "whole" ? exactLower : midPLower;
  const lower = x1 === 0 ? 0 : oddsOf(lowest(x1, x1 + x2, tail));
  const upper = x2 === 0 ? Infinity : 1 / oddsOf(lowest(x2, x1 + x2, tail));
  return { value: (x1 / x2) * exposure, lower: lower * exposure, upper: upper * exposure };
}

function exactLower(events: number, total: number, tail: number): number {
  return betaQuantile(tail, events, total - events + 1);
}

function oddsOf(share: number): number {
  return share / (1 - share);
}
