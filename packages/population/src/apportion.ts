import { PopneedsError } from "@popneeds/core";

/**
 * Shares a total out in proportion to weights, in parts so fine and so chosen that they add up to the total exactly.
 *
 * Each share is cut off to a whole number of units; the units left over go to the shares that lost most (largest
 * remainder, ties to the first). A unit is 2⁻²⁰, about a millionth, unless another is given: sums of such parts suffer no
 * rounding, in any order.
 *
 * @param total   0 or more; a multiple of the unit, below 2⁵³ units
 * @param weights 0 or more, not all 0 unless the total is
 * @param options `unit`: 1 for whole people; default 2⁻²⁰
 * @returns one part for each weight; a weight of 0 gets nothing
 * @throws PopneedsError `invalid-apportionment` when there is a total and nothing to share it out by, or the total is no
 * multiple of the unit
 *
 * Source: Balinski ML, Young HP. Fair Representation, 1982 (Hamilton's method).
 *
 * @example
 * apportion(10, [1, 1, 1], { unit: 1 }) // [4, 3, 3]
 */
export function apportion(
  total: number,
  weights: readonly number[],
  { unit = 2 ** -20 }: { readonly unit?: number } = {},
): readonly number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const units = total / unit;
  if (!(Number.isSafeInteger(units) && units >= 0) || !weights.every((w) => w >= 0) || (units > 0 && !(sum > 0)))
    throw new PopneedsError({
      code: "invalid-apportionment",
      message: `apportion: cannot share out ${total} in units of ${unit} by the weights ${weights.slice(0, 3).join(", ")}${weights.length > 3 ? " …" : ""}`,
      fix: "Give a total that is a multiple of the unit, and weights of 0 or more that are not all 0.",
    });
  if (units === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (units * weight) / sum);
  const parts = exact.map(Math.floor);
  let left = units - parts.reduce((a, b) => a + b, 0);
  const order = exact
    .map((share, i) => ({ i, lost: share - parts[i]! }))
    .filter(({ i }) => weights[i]! > 0)
    .sort((a, b) => b.lost - a.lost || a.i - b.i);
  for (let k = 0; left > 0; k = (k + 1) % order.length, left--) parts[order[k]!.i]! += 1;
  for (let k = order.length - 1; left < 0; k = (k - 1 + order.length) % order.length)
    if (parts[order[k]!.i]! > 0) {
      parts[order[k]!.i]! -= 1;
      left++;
    }
  return parts.map((part) => part * unit);
}
