import { PopneedsError, roundHalfUp } from "@popneeds/core";

/**
 * Rounds numbers to whole ones that add up to their total, rounded: controlled rounding in one dimension.
 *
 * Each is cut off to the whole number below; what is left over goes, one each, to those that lost most (largest remainder, ties
 * to the first). So no number moves by 1 or more, and one that is whole already stays.
 *
 * @param values numbers of either sign, all there
 * @param options `total`: a whole number that they add up to instead, within one for each number of their sum; default their
 * sum, halves away from 0
 * @throws PopneedsError `cannot-round` when a number is missing or infinite, or the total cannot be reached by rounding
 *
 * Source: Balinski ML, Young HP. Fair Representation, 1982 (Hamilton's method).
 *
 * @example
 * roundToTotal([1.4, 1.4, 1.2]) // [2, 1, 1]
 */
export function roundToTotal(
  values: readonly number[],
  { total }: { readonly total?: number } = {},
): readonly number[] {
  const sum = values.reduce((a, b) => a + b, 0);
  const wanted = total ?? roundHalfUp(sum);
  const floors = values.map(floorOf);
  let left = wanted - floors.reduce((a, b) => a + b, 0);
  const order = values
    // In units of what is nearly whole, so that equal parts are equal whatever the numbers before the point.
    .map((value, i) => ({ i, lost: Math.round((value - floors[i]!) / nearlyWhole) }))
    .filter(({ lost }) => lost > 0)
    .sort((a, b) => b.lost - a.lost || a.i - b.i);
  if (!Number.isSafeInteger(wanted) || !Number.isFinite(sum) || left < 0 || left > order.length)
    throw new PopneedsError({
      code: "cannot-round",
      message: `roundToTotal: numbers must all be there, and the total one that each can be rounded up or down to; found a sum of ${sum} and a total of ${wanted}`,
      fix: "Leave missing numbers out, and scale the numbers to their total before they are rounded.",
    });
  for (const { i } of order) {
    if (left === 0) break;
    floors[i]! += 1;
    left -= 1;
  }
  return floors.map((floor) => floor + 0);
}

/** A number that is whole but for rounding errors is whole. */
export const nearlyWhole = 1e-9;

/** The whole number below, or the one that this is but for rounding errors. */
export function floorOf(value: number): number {
  return Math.floor(value + nearlyWhole);
}
