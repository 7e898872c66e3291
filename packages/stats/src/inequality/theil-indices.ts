import { requireShares } from "./gini-coefficient.ts";

/** Theil's two indices, both 0 where all values are alike. */
export interface TheilIndices {
  /** T = Σ a (y ÷ μ) ln(y ÷ μ): weighs the groups by what they have. */
  readonly total: number;
  /** L = −Σ a ln(y ÷ μ), the mean log deviation: weighs the groups by their people. Infinite where a value is 0. */
  readonly meanLogDeviation: number;
}

/**
 * Theil's indices of inequality between groups, by their shares of the population.
 *
 * T = Σ a r ln r and L = −Σ a ln r, with r = y ÷ μ. Both add up: that of a country is that between its regions plus the mean
 * of those within, weighted for T by what each region has and for L by its people.
 *
 * @param values value of each person or group, 0 or more, in any order
 * @param population people of each, above 0; default one each
 * @returns both indices, in natural logarithms; NaN where a value is missing or all are 0
 * @throws RangeError where a value is negative or infinite, a population is not above 0, or columns differ in length or are
 * empty
 *
 * Source: Theil H. Economics and Information Theory, 1967; Harper S, Lynch J. Methods for measuring cancer disparities.
 * National Cancer Institute, 2005.
 * Reference: by hand, and by the addition of parts within and between.
 *
 * @example
 * theilIndices([1, 3]) // { total: 0.13081203594113697, meanLogDeviation: 0.14384103622589045 }
 */
export function theilIndices(values: ArrayLike<number>, population?: ArrayLike<number>): TheilIndices {
  const people = population ?? new Float64Array(values.length).fill(1);
  requireShares("theilIndices", values, people);
  let [total, sum] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    total += people[i]!;
    sum += people[i]! * values[i]!;
  }
  const mean = sum / total;
  if (!(mean > 0)) return { total: Number.NaN, meanLogDeviation: Number.NaN };
  let [t, l] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const share = people[i]! / total;
    const relative = values[i]! / mean;
    t += relative === 0 ? 0 : share * relative * Math.log(relative);
    l -= share * Math.log(relative);
  }
  return { total: t, meanLogDeviation: l };
}
