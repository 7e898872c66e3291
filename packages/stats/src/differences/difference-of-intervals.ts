import type { Interval } from "../shared/interval.ts";
import { requireOrdered } from "./ordered.ts";

/**
 * One estimate less another, with limits recovered from those of each on its own side (MOVER).
 *
 * lower = d − √((θ₁ − l₁)² + (u₂ − θ₂)²); upper = d + √((u₁ − θ₁)² + (θ₂ − l₂)²). Unlike `differenceOfEstimates` it takes no
 * estimate as normal: limits that reach further to one side, as those of rates do, keep doing so. With Wilson's limits
 * of two proportions it gives `proportionDifference`. The limits must have one level, which the result has too; the
 * estimates must be independent.
 *
 * @param first value with limits, in any unit: a rate, a standardised rate, a proportion, years
 * @param second value with limits, in the same unit
 * @returns first − second in that unit with limits; all are NaN where a number is missing
 * @throws RangeError where a value is not within its limits
 *
 * Source: Zou GY, Donner A. Construction of confidence limits about effect measures: a general approach. Stat Med
 * 2008;27:1693–702.
 * Reference: Newcombe 1998, Stat Med 17:873–90, table II, method 10, from Wilson's limits, to the 4 decimals given.
 *
 * @example
 * differenceOfIntervals({ value: 80, lower: 76, upper: 83 }, { value: 70, lower: 66, upper: 73 })
 * // { value: 10, lower: 5, upper: 15 }
 */
export function differenceOfIntervals(first: Interval, second: Interval): Interval {
  requireOrdered("differenceOfIntervals", first, "first");
  requireOrdered("differenceOfIntervals", second, "second");
  const value = first.value - second.value;
  const down = Math.hypot(first.value - first.lower, second.upper - second.value);
  const up = Math.hypot(first.upper - first.value, second.value - second.lower);
  const all = Number.isNaN(value + down + up) ? Number.NaN : value;
  return { value: all, lower: all - down, upper: all + up };
}
