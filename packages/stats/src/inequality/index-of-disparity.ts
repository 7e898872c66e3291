/**
 * The index of disparity: the mean distance of the groups from the best of them (or another reference), in per cent of it.
 *
 * Σ |y − r| ÷ k ÷ r × 100 over the k groups other than the reference. For groups without an order, such as ethnic groups;
 * it takes no notice of how many people each holds.
 *
 * @param values value of each group, 0 or more, two or more
 * @param reference the value that all are compared with, above 0; default the lowest
 * @returns per cent, 0 or more; NaN where a value is missing, or the reference is 0
 * @throws RangeError where there are fewer than two groups or a value is negative
 *
 * Source: Pearcy JN, Keppel KG. A summary measure of health disparity. Public Health Rep 2002;117:273–80.
 * Reference: by hand.
 *
 * @example
 * indexOfDisparity([10, 15, 20]) // 75
 */
export function indexOfDisparity(values: ArrayLike<number>, reference?: number): number {
  const all = Array.from(values);
  if (all.length < 2) throw new RangeError(`indexOfDisparity: needs two groups or more, got ${all.length}`);
  const negative = all.find((value) => value < 0);
  if (negative !== undefined) throw new RangeError(`indexOfDisparity: values must be 0 or more, got ${negative}`);
  const compared = reference ?? Math.min(...all);
  if (!(compared > 0)) return Number.NaN;
  const others = reference === undefined ? all.length - 1 : all.length;
  return ((all.reduce((sum, value) => sum + Math.abs(value - compared), 0) / others) * 100) / compared;
}
