import type { Difference } from "../differences/difference.ts";
import { normalDeviate } from "../distributions/normal-deviate.ts";
import { twoSidedProbability } from "../distributions/two-sided-probability.ts";
import type { LifeTable } from "../life-tables/life-table.ts";
import { requireDeviate, requireLevel } from "../shared/require.ts";

/** Which gap between two life tables. */
export interface LifeExpectancyGapOptions {
  /** Exact age in years, one at which a band of both tables starts. Default: the first age of the first table. */
  readonly at?: number;
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
  /** A normal deviate in place of that of the level, such as 1.96. Default none. */
  readonly deviate?: number;
}

/**
 * How much longer the members of one population are expected to live than those of another.
 *
 * e₁(x) − e₂(x), with limits ± z √(V₁ + V₂). The bands of the tables may differ, as long as both have the age.
 *
 * The populations must not share people: set an area against the rest of the country, not against the whole that holds it.
 *
 * @param first a life table
 * @param second the life table it is set against
 * @param options `at`, `level`, `deviate`
 * @returns years, above 0 where the first population is expected to live longer, with limits, z and two-sided probability;
 * NaN where either has no life expectancy at that age, or no variance
 * @throws RangeError where a table has no band that starts at the age, or the level is not between 0 and 1
 *
 * Source: Chiang CL. The Life Table and its Applications, 1984, chapter 8: life expectancies of populations that share no
 * deaths are independent, and variances of independent estimates add.
 *
 * @example
 * lifeExpectancyGap(lifeTable([1, 4, 10], [100, 400, 100], [0, 1, 5]), lifeTable([2, 9, 20], [100, 400, 100], [0, 1, 5]))
 * // { value: 5.1719303213226215, lower: -1.0804947682701433, upper: 11.424355410915386, z: 1.621258474126435, probability: 0.10496221682979445 }
 */
export function lifeExpectancyGap(
  first: LifeTable,
  second: LifeTable,
  { at = first.age[0]!, level = 0.95, deviate }: LifeExpectancyGapOptions = {},
): Difference {
  requireLevel("lifeExpectancyGap", level);
  if (deviate !== undefined) requireDeviate("lifeExpectancyGap", deviate);
  const reach = deviate ?? normalDeviate(level);
  const [i, j] = [bandAt("lifeExpectancyGap", first, at), bandAt("lifeExpectancyGap", second, at)];
  const value = first.expectancy[i]! - second.expectancy[j]!;
  const error = Math.sqrt(first.variance[i]! + second.variance[j]!);
  const z = value === 0 && error === 0 ? 0 : value / error;
  return {
    value,
    lower: value - reach * error,
    upper: value + reach * error,
    z,
    probability: twoSidedProbability(z),
  };
}

/** The band of a life table that starts at an age. */
export function bandAt(caller: string, { age }: LifeTable, at: number): number {
  const band = age.indexOf(at);
  if (band === -1) {
    throw new RangeError(`${caller}: the age must be one at which a band starts (${[...age].join(", ")}), got ${at}`);
  }
  return band;
}
