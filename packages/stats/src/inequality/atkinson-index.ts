import { requireShares } from "./gini-coefficient.ts";

/**
 * Atkinson's index: the part of the total that could be given up, were the rest shared out evenly, without loss to a society
 * that minds inequality by `aversion`. 0 where all are alike.
 *
 * 1 − (Σ a r^(1 − ε))^(1 ÷ (1 − ε)), with r = y ÷ μ; for ε = 1, 1 − exp(Σ a ln r). Values are goods, such as years of life.
 *
 * @param values value of each person or group, 0 or more, in any order
 * @param aversion ε, above 0: the larger, the more the lowest values count; 0.5, 1 and 2 are usual
 * @param population people of each, above 0; default one each
 * @returns from 0 to 1; 1 where a value is 0 and ε is 1 or more; NaN where a value is missing or all are 0
 * @throws RangeError where the aversion is not above 0, a value is negative or infinite, a population is not above 0, or
 * columns differ in length or are empty
 *
 * Source: Atkinson AB. On the measurement of inequality. J Econ Theory 1970;2:244–63.
 * Reference: R 4.2.2, by the formula, to 1e-12.
 *
 * @example
 * atkinsonIndex([1, 3], 1) // 0.1339745962155614
 */
export function atkinsonIndex(values: ArrayLike<number>, aversion: number, population?: ArrayLike<number>): number {
  const people = population ?? new Float64Array(values.length).fill(1);
  requireShares("atkinsonIndex", values, people);
  if (!(aversion > 0) || aversion === Infinity) {
    throw new RangeError(`atkinsonIndex: aversion must be above 0, such as 1, got ${aversion}`);
  }
  let [total, sum] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    total += people[i]!;
    sum += people[i]! * values[i]!;
  }
  const mean = sum / total;
  if (!(mean > 0)) return Number.NaN;
  let level = 0;
  for (let i = 0; i < values.length; i++) {
    const relative = values[i]! / mean;
    level += (people[i]! / total) * (aversion === 1 ? Math.log(relative) : relative ** (1 - aversion));
  }
  const even = aversion === 1 ? Math.exp(level) : level ** (1 / (1 - aversion));
  return Math.max(0, 1 - even);
}
