import { normalDeviate } from "../distributions/normal-deviate.ts";
import { twoSidedProbability } from "../distributions/two-sided-probability.ts";
import type { RateOptions } from "../rates/crude-rate.ts";
import { requireEvents, requireLevel, requirePer, requirePopulation } from "../shared/require.ts";
import type { Difference } from "./difference.ts";
import type { Observed } from "./observed.ts";

/**
 * One crude rate less another, for two independent Poisson counts.
 *
 * The limits are the differences δ that a score test would not reject: (d − δ)² = z² (r₁/n₁ + r₂/n₂), with r₁ and r₂ the
 * likeliest rates that differ by δ. At δ = 0 that test is z = (x₁n₂ − x₂n₁) / √((x₁ + x₂) n₁n₂). So limits and
 * probability never disagree, nor do they with those of `rateRatio`: 0 is outside the limits of the difference where 1
 * is outside those of the ratio and the probability is below 1 − level.
 *
 * The two counts must not share events. Where one area lies in the other, compare it with the `remainder`.
 *
 * @param first events and person-years
 * @param second events and person-years it is set against
 * @returns first − second per `per` person-years, with limits, z and two-sided probability; with no events in either the
 * value and z are 0 and the probability 1; all are NaN where a count is missing
 * @throws RangeError where events are negative, a population is missing or not above 0, or an option is invalid
 *
 * Source: Miettinen O, Nurminen M. Comparative analysis of two rates. Stat Med 1985;4:213–26.
 * Reference: R 4.2.2, the likeliest rates written out and `uniroot`, to 1e-11 relative.
 *
 * @example
 * rateDifference({ events: 60, population: 10_000 }, { events: 40, population: 10_000 })
 * // { value: 200, lower: 4.082053852250199, upper: 403.326840932087, z: 2, probability: 0.04550026389635842 }
 */
export function rateDifference(
  first: Observed,
  second: Observed,
  { per = 100_000, level = 0.95 }: RateOptions = {},
): Difference {
  requirePair("rateDifference", first, second);
  requirePer("rateDifference", per);
  requireLevel("rateDifference", level);
  const deviate = normalDeviate(level);
  const value = first.events / first.population - second.events / second.population;
  const z = rateScore(first, second);
  return {
    value: value * per,
    lower: limit(first, second, value, deviate, -1) * per,
    upper: limit(first, second, value, deviate, 1) * per,
    z,
    probability: twoSidedProbability(z),
  };
}

/** The score of the hypothesis that two rates are equal: the same whether their difference or their ratio is asked for. */
export function rateScore(first: Observed, second: Observed): number {
  const total = first.events + second.events;
  if (total === 0) return 0;
  const gap = first.events * second.population - second.events * first.population;
  return gap / Math.sqrt(total) / Math.sqrt(first.population) / Math.sqrt(second.population);
}

/** Refuses a pair of counts that cannot be compared. */
export function requirePair(caller: string, first: Observed, second: Observed): void {
  requireEvents(caller, first.events, " in the first");
  requireEvents(caller, second.events, " in the second");
  requirePopulation(caller, first.population, " in the first");
  requirePopulation(caller, second.population, " in the second");
}

/** Walks outwards until the test rejects, then halves the gap until no number lies between. */
function limit(first: Observed, second: Observed, value: number, deviate: number, side: 1 | -1): number {
  if (Number.isNaN(value)) return Number.NaN;
  const rejects = (delta: number) => (value - delta) ** 2 > deviate ** 2 * constrainedVariance(first, second, delta);
  let inside = value;
  let reach = 1 / Math.min(first.population, second.population) + Math.abs(value);
  while (!rejects(value + side * reach)) {
    inside = value + side * reach;
    reach *= 2;
  }
  let outside = value + side * reach;
  for (;;) {
    const middle = (inside + outside) / 2;
    if (middle === inside || middle === outside) return middle;
    if (rejects(middle)) outside = middle;
    else inside = middle;
  }
}

/** r₁/n₁ + r₂/n₂ at the likeliest rates with r₁ − r₂ = δ. */
function constrainedVariance(first: Observed, second: Observed, delta: number): number {
  const n = first.population + second.population;
  const total = first.events + second.events;
  const root = Math.hypot(n * delta - (first.events - second.events), 2 * Math.sqrt(first.events * second.events));
  const higher = Math.max(0, total + n * delta + root) / (2 * n);
  const lower = Math.max(0, total - n * delta + root) / (2 * n);
  return higher / first.population + lower / second.population;
}
