import type { Interval } from "../shared/interval.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { requireOrdered } from "./ordered.ts";

/** How the limits of a ratio are recovered. */
export interface RatioOfIntervalsOptions {
  /** Where the estimates lie around their limits: as they are, on the `plain` scale (default), or by their `logarithm`. */
  readonly scale?: "plain" | "logarithm";
}

/**
 * One estimate divided by another, with limits recovered from those of each on its own side (MOVER).
 *
 * The limits are the ratios ρ at which the recovered limit of θ₁ − ρθ₂ is 0: lower = l₁(2θ₁ − l₁) ÷ (θ₁θ₂ + √(θ₁²θ₂² − l₁(2θ₁ − l₁)
 * u₂(2θ₂ − u₂))), and the upper one is that of the inverse ratio inverted. By the logarithm: ln lower = ln ρ − √(ln²(θ₁/l₁) +
 * ln²(u₂/θ₂)), and likewise above. The limits must have one level, which the result has too; the estimates must be
 * independent.
 *
 * @param first value with limits, 0 or more: a rate, a standardised rate, a proportion
 * @param second value with limits, 0 or more, in the same unit
 * @returns first ÷ second with limits. Where the second value is 0, value and upper limit are Infinity; where the first is
 * too, the value is NaN. The upper limit is Infinity where the second lower limit is 0. All are NaN where a number is missing
 * @throws RangeError where a value is not within its limits, or a lower limit is below 0
 *
 * Source: Donner A, Zou GY. Closed-form confidence intervals for functions of the normal mean and standard deviation. Stat
 * Methods Med Res 2012;21:347–59; Zou GY, Donner A. Stat Med 2008;27:1693–702 (by the logarithm).
 * Reference: R 4.2.2, Donner and Zou's formula written out, to 1e-12 relative, through `directRateRatio`.
 *
 * @example
 * ratioOfIntervals({ value: 8, lower: 4, upper: 16 }, { value: 2, lower: 1, upper: 4 }, { scale: "logarithm" })
 * // { value: 4, lower: 1.5008569089859272, upper: 10.6605765707609 }
 */
export function ratioOfIntervals(
  first: Interval,
  second: Interval,
  { scale = "plain" }: RatioOfIntervalsOptions = {},
): Interval {
  requireChoice("ratioOfIntervals", "scale", scale, ["plain", "logarithm"]);
  for (const [estimate, which] of [
    [first, "first"],
    [second, "second"],
  ] as const) {
    requireOrdered("ratioOfIntervals", estimate, which);
    if (estimate.lower < 0) {
      throw new RangeError(
        `ratioOfIntervals: limits must be 0 or more, got ${estimate.lower} in the ${which} estimate`,
      );
    }
  }
  const known = !Number.isNaN(first.value + first.lower + first.upper + second.value + second.lower + second.upper);
  if (!known) return { value: Number.NaN, lower: Number.NaN, upper: Number.NaN };
  const lowest = scale === "plain" ? plainLower : logarithmicLower;
  return { value: first.value / second.value, lower: lowest(first, second), upper: 1 / lowest(second, first) };
}

function plainLower(first: Interval, second: Interval): number {
  const product = first.value * second.value;
  const above = first.lower * (2 * first.value - first.lower);
  const below = second.upper * (2 * second.value - second.upper);
  const root = Math.sqrt(Math.max(0, product * product - above * below));
  return first.lower === 0 ? 0 : above / (product + root);
}

function logarithmicLower(first: Interval, second: Interval): number {
  if (first.lower === 0 || second.value === 0) return 0;
  const reach = Math.hypot(Math.log(first.value / first.lower), Math.log(second.upper / second.value));
  return (first.value / second.value) * Math.exp(-reach);
}
