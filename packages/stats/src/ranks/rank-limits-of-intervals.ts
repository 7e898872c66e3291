import { normalDeviate } from "../distributions/normal-deviate.ts";
import { requireLevel, requireSameLength } from "../shared/require.ts";
import { limitsOfRanks, type RankLimits, type RankLimitsOptions } from "./limits-of-ranks.ts";

/** Values of areas with their limits, as columns. */
export interface IntervalColumns {
  readonly value: ArrayLike<number>;
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
}

/** How limits of ranks are found from limits of values. */
export interface RankLimitsOfIntervalsOptions extends RankLimitsOptions {
  /** Coverage that the limits of the values have, between 0 and 1. Default 0.95. */
  readonly limitsLevel?: number;
}

/**
 * The ranks that areas may truly have, from published values and their limits alone, which need not lie evenly around
 * the values.
 *
 * As `rankLimits`, with z = z′ (x₁ − x₂) ÷ √((x₁ − l₁)² + (u₂ − x₂)²) for x₁ above x₂, z′ being the deviate of the
 * limits: a pair differs where the limit of its difference by variance recovery leaves out 0.
 *
 * @param intervals of areas that do not overlap, so that their values are independent
 * @returns ranks and limits among the areas that have a value and both limits; NaN for the others
 * @throws RangeError where a number is infinite, a value lies outside its limits, the columns differ in length or are
 * empty, or a level is not between 0 and 1
 *
 * Source: as for `rankLimits`; Zou GY, Donner A. Construction of confidence limits about effect measures: a general
 * approach. Stat Med 2008;27:1693–702.
 *
 * @example
 * rankLimitsOfIntervals({ value: [10, 11, 20], lower: [8, 9, 18], upper: [12, 13, 23] }).upper // [2, 2, 3]
 */
export function rankLimitsOfIntervals(
  { value, lower, upper }: IntervalColumns,
  { limitsLevel = 0.95, level = 0.95, holds = "all ranks", first = "lowest" }: RankLimitsOfIntervalsOptions = {},
): RankLimits {
  requireSameLength("rankLimitsOfIntervals", { value, lower, upper });
  requireLevel("rankLimitsOfIntervals", level);
  const deviate = normalDeviate(limitsLevel);
  const known: number[] = [];
  for (let i = 0; i < value.length; i++) {
    const [x, l, u] = [value[i]!, lower[i]!, upper[i]!];
    if (l > x || u < x || Math.abs(x) === Infinity || Math.abs(u) === Infinity || Math.abs(l) === Infinity) {
      throw new RangeError(
        `rankLimitsOfIntervals: values must be finite and within their limits, got ${x} (${l} to ${u}) in area ${i}`,
      );
    }
    if (!Number.isNaN(x + l + u)) known.push(i);
  }
  const above = (high: number, low: number) =>
    (deviate * (value[high]! - value[low]!)) / Math.hypot(value[high]! - lower[high]!, upper[low]! - value[low]!);
  return limitsOfRanks(
    value,
    known,
    (i, j) => (value[i] === value[j] ? 0 : value[i]! > value[j]! ? above(i, j) : -above(j, i)),
    { level, holds, first },
  );
}
