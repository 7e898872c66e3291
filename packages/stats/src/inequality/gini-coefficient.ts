import { requirePopulation, requireSameLength } from "../shared/require.ts";

/**
 * The Gini coefficient: half the mean difference of any two people's values, as a share of the mean. 0 where all are alike.
 *
 * G = Σ Σ a_i a_j |y_i − y_j| ÷ 2μ, worked out from the values in rising order. Unlike a concentration index it ranks by the
 * value itself, not by deprivation.
 *
 * @param values value of each person or group, 0 or more, in any order
 * @param population people of each, above 0; default one each
 * @returns from 0 to below 1; NaN where a value is missing or all are 0
 * @throws RangeError where a value is negative or infinite, a population is not above 0, or columns differ in length or are
 * empty
 *
 * Source: Gini C, 1912; Brown MC. Using Gini-style indices to evaluate the spatial patterns of health practitioners. Soc Sci Med
 * 1994;38:1243–56 (groups).
 * Reference: the double sum over all pairs, to 1e-14.
 *
 * @example
 * giniCoefficient([1, 2, 3, 4]) // 0.25
 */
export function giniCoefficient(values: ArrayLike<number>, population?: ArrayLike<number>): number {
  const people = population ?? new Float64Array(values.length).fill(1);
  requireShares("giniCoefficient", values, people);
  const order = Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  let [total, sum, area] = [0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    total += people[i]!;
    sum += people[i]! * values[i]!;
  }
  if (Number.isNaN(sum) || sum === 0) return Number.NaN;
  let held = 0;
  for (const i of order) {
    const part = (people[i]! * values[i]!) / sum;
    area += (people[i]! / total) * (2 * held + part);
    held += part;
  }
  return Math.max(0, 1 - area);
}

/** Refuses values below 0 and groups without people. */
export function requireShares(caller: string, values: ArrayLike<number>, population: ArrayLike<number>): void {
  requireSameLength(caller, { values, population });
  for (let i = 0; i < values.length; i++) {
    if (values[i]! < 0 || values[i] === Infinity) {
      throw new RangeError(`${caller}: values must be 0 or more, got ${values[i]} in group ${i}`);
    }
    requirePopulation(caller, population[i]!, ` in group ${i}`);
  }
}
