/** How far the ends of groups in order are apart. */
export interface InequalityGap {
  /** The first value less the last: the absolute gap (range). */
  readonly difference: number;
  /** The first value divided by the last: the relative gap. */
  readonly ratio: number;
}

/**
 * The gap between the first and the last group, such as the most and the least deprived: the simplest measure of inequality,
 * which takes no notice of the groups between, nor of how many people each holds.
 *
 * For limits give the two values with theirs to `differenceOfIntervals` and `ratioOfIntervals`.
 *
 * @param values value of each group, in order of the groups, two or more
 * @returns difference and ratio; NaN where an end is missing; the ratio is NaN where the last value is 0
 * @throws RangeError where there are fewer than two groups
 *
 * Source: Mackenbach JP, Kunst AE. Soc Sci Med 1997;44:757–71 (range measures).
 * Reference: the ranges of the published profiles, 21 cases to 1e-8.
 *
 * @example
 * inequalityGap([30, 20, 10]) // { difference: 20, ratio: 3 }
 */
export function inequalityGap(values: ArrayLike<number>): InequalityGap {
  if (values.length < 2) throw new RangeError(`inequalityGap: needs two groups or more in order, got ${values.length}`);
  const [first, last] = [values[0]!, values[values.length - 1]!];
  return { difference: first - last, ratio: last === 0 ? Number.NaN : first / last };
}
