import { normalDeviate } from "../distributions/normal-deviate.ts";
import { twoSidedProbability } from "../distributions/two-sided-probability.ts";
import { requireShare, wilsonLimitsAt } from "../intervals/wilson-limits.ts";
import type { ProportionOptions } from "../rates/proportion.ts";
import { requireLevel, requirePer } from "../shared/require.ts";
import type { Difference } from "./difference.ts";
import type { Observed } from "./observed.ts";

/**
 * One proportion less another, for two independent groups.
 *
 * With Wilson's limits l and u of each share, the limits are d − √((p₁ − l₁)² + (u₂ − p₂)²) and
 * d + √((u₁ − p₁)² + (p₂ − l₂)²). z is the deviate at which the nearer limit reaches 0, so limits and probability never
 * disagree.
 *
 * The two groups must not share people. Where one lies in the other, compare it with the `remainder`.
 *
 * @param first events and the people among whom they were counted
 * @param second events and people it is set against
 * @returns first − second on the scale of `per`, with limits, z and two-sided probability; all are NaN where a count is
 * missing
 * @throws RangeError where events are negative or more than the people, the people are not above 0, or an option is
 * invalid
 *
 * Source: Newcombe RG. Interval estimation for the difference between independent proportions: comparison of eleven
 * methods. Stat Med 1998;17:873–90, method 10.
 * Reference: Newcombe 1998, table II, to the 4 decimals given.
 *
 * @example
 * proportionDifference({ events: 56, population: 70 }, { events: 48, population: 80 })
 * // { value: 0.2, lower: 0.052431472402365, upper: 0.333872654036907, z: 2.646492105336968, probability: 0.008133140358607 }
 */
export function proportionDifference(
  first: Observed,
  second: Observed,
  { per = 1, level = 0.95 }: Omit<ProportionOptions, "deviate"> = {},
): Difference {
  requireShare("proportionDifference", first.events, first.population);
  requireShare("proportionDifference", second.events, second.population);
  requirePer("proportionDifference", per);
  const value = first.events / first.population - second.events / second.population;
  requireLevel("proportionDifference", level);
  const deviate = normalDeviate(level);
  const z = value < 0 ? -deviateAtZero(second, first) : deviateAtZero(first, second);
  return {
    value: value * per,
    lower: (value - reachBelow(first, second, deviate)) * per,
    upper: (value + reachBelow(second, first, deviate)) * per,
    z,
    probability: twoSidedProbability(z),
  };
}

/** How far the difference reaches down at z; how far it reaches up is how far the opposite difference reaches down. */
function reachBelow(first: Observed, second: Observed, z: number): number {
  const { lower } = wilsonLimitsAt(first.events, first.population, z);
  const { upper } = wilsonLimitsAt(second.events, second.population, z);
  return Math.hypot(first.events / first.population - lower, upper - second.events / second.population);
}

/** The z at which the lower limit of a difference of 0 or more is 0. */
function deviateAtZero(first: Observed, second: Observed): number {
  const value = first.events / first.population - second.events / second.population;
  if (Number.isNaN(value)) return Number.NaN;
  if (value === 0) return 0;
  let inside = 0;
  let outside = 1;
  while (reachBelow(first, second, outside) < value) outside *= 2;
  for (;;) {
    const middle = (inside + outside) / 2;
    if (middle === inside || middle === outside) return middle;
    if (reachBelow(first, second, middle) < value) inside = middle;
    else outside = middle;
  }
}
