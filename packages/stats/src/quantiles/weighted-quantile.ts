import { requireSameLength } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";

/** Which rule of quantiles. */
export interface WeightedQuantileOptions {
  /**
   * `step` (default): the first value at which the people so far reach the share, and the mean of two values where they
   * reach it exactly; `midpoint`: a straight line between the middles of the people of each value.
   */
  readonly rule?: "step" | "midpoint";
}

/**
 * The value below which a share of the people lies, such as the median of small areas weighted by their people.
 *
 * `step` is the inverse of the cumulative distribution, averaged where it is flat (type 2 of Hyndman and Fan, with weights);
 * `midpoint` joins the points (value, people below it and half of its own) and ends at the extremes (type 5).
 *
 * @param values a value for each area, in any order
 * @param population people of each, 0 or more
 * @param share how many of the people lie below, from 0 to 1
 * @param options `rule`
 * @returns the quantile, in the unit of the values; NaN where a number is missing or nobody is there
 * @throws RangeError where columns differ in length or are empty, a population is negative, or the share is not from 0 to 1
 *
 * Source: Hyndman RJ, Fan Y. Sample quantiles in statistical packages. Am Stat 1996;50:361–5.
 * Reference: `quantile` of R 4.2.2, types 2 and 5, where all weigh the same, but for shares such as 7% of 100, of which R,
 * whose slack does not grow with the number, makes a little more than 7 people.
 *
 * @example
 * weightedQuantile([10, 20, 30], [1, 1, 4], 0.5) // 30
 */
export function weightedQuantile(
  values: ArrayLike<number>,
  population: ArrayLike<number>,
  share: number,
  { rule = "step" }: WeightedQuantileOptions = {},
): number {
  requireSameLength("weightedQuantile", { values, population });
  requireChoice("weightedQuantile", "rule", rule, ["step", "midpoint"]);
  if (!(share >= 0 && share <= 1)) {
    throw new RangeError(`weightedQuantile: share must be from 0 to 1, got ${share}`);
  }
  let total = 0;
  let known = true;
  for (let i = 0; i < values.length; i++) {
    if (population[i]! < 0 || population[i] === Infinity) {
      throw new RangeError(`weightedQuantile: population must be 0 or more, got ${population[i]} in area ${i}`);
    }
    total += population[i]!;
    known &&= !Number.isNaN(values[i]!);
  }
  if (!known || !(total > 0)) return Number.NaN;
  const order = Array.from(values, (_, i) => i)
    .filter((i) => population[i]! > 0)
    .sort((a, b) => values[a]! - values[b]!);
  return rule === "step"
    ? step(values, population, order, share * total)
    : between(values, population, order, share * total);
}

function step(
  values: ArrayLike<number>,
  population: ArrayLike<number>,
  order: readonly number[],
  wanted: number,
): number {
  const slack = 4 * Number.EPSILON * wanted; // 7% of 100 people are 7, though 0.07 × 100 is a little more
  let sum = 0;
  for (const [k, i] of order.entries()) {
    sum += population[i]!;
    if (sum > wanted + slack) return values[i]!;
    const next = order[k + 1];
    if (sum >= wanted - slack && next !== undefined) return (values[i]! + values[next]!) / 2;
  }
  return values[order[order.length - 1]!]!;
}

function between(
  values: ArrayLike<number>,
  population: ArrayLike<number>,
  order: readonly number[],
  wanted: number,
): number {
  let below = 0;
  let [previous, place] = [Number.NaN, Number.NaN];
  for (const i of order) {
    const middle = below + population[i]! / 2;
    if (wanted <= middle) {
      if (Number.isNaN(place)) return values[i]!;
      return previous + ((values[i]! - previous) * (wanted - place)) / (middle - place);
    }
    [previous, place] = [values[i]!, middle];
    below += population[i]!;
  }
  return previous;
}
