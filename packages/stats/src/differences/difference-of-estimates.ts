import { normalDeviate } from "../distributions/normal-deviate.ts";
import { twoSidedProbability } from "../distributions/two-sided-probability.ts";
import type { Interval } from "../shared/interval.ts";
import { requireLevel } from "../shared/require.ts";
import type { Difference } from "./difference.ts";

/** What is known of the estimates that are compared. */
export interface EstimateOptions {
  /** Coverage of the limits given, and of those returned, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/**
 * One published estimate less another, from their limits alone: life expectancies, standardised rates, means.
 *
 * Each standard error is read off the limits, s = (upper − lower) / 2z; the difference has √(s₁² + s₂²), and its limits
 * reach z of those to each side.
 *
 * Where the counts are known, `rateDifference` and `proportionDifference` are better: this one takes each estimate as
 * normal, and limits that are far from even around the value make it approximate. The estimates must not share people.
 * Where one area lies in the other and only estimates are published, the standard error comes out somewhat too large,
 * so that a difference is called clear a little too seldom.
 *
 * @param first value with limits
 * @param second value with limits of the same coverage, in the same unit
 * @returns first − second in that unit, with limits, z and two-sided probability; two estimates without any width give
 * z = 0 where they are equal, else an infinite z; all are NaN where a number is missing
 * @throws RangeError where a lower limit is above its upper one, or the level is not between 0 and 1
 *
 * Source: Altman DG, Bland JM. Interaction revisited: the difference between two estimates. BMJ 2003;326:219.
 *
 * @example
 * differenceOfEstimates({ value: 80, lower: 79, upper: 81 }, { value: 78, lower: 77, upper: 79 })
 * // { value: 2, lower: 0.5857864376269049, upper: 3.414213562373095, z: 2.7718076486993546, probability: 0.005574596680784434 }
 */
export function differenceOfEstimates(
  first: Interval,
  second: Interval,
  { level = 0.95 }: EstimateOptions = {},
): Difference {
  requireLevel("differenceOfEstimates", level);
  requireOrder(first, "first");
  requireOrder(second, "second");
  const value = first.value - second.value;
  const reach = Math.hypot((first.upper - first.lower) / 2, (second.upper - second.lower) / 2);
  const known = !Number.isNaN(value + reach);
  const z = value === 0 && reach === 0 ? 0 : (value / reach) * normalDeviate(level);
  return {
    value: known ? value : Number.NaN,
    lower: value - reach,
    upper: value + reach,
    z,
    probability: twoSidedProbability(z),
  };
}

function requireOrder({ lower, upper }: Interval, which: string): void {
  if (lower > upper) {
    throw new RangeError(
      `differenceOfEstimates: lower must not exceed upper, got ${lower} and ${upper} in the ${which} estimate`,
    );
  }
}
