/**
 * Shares counts out by one set of weights in whole numbers: each count is conserved, and over the counts taken together, in
 * their order, each part comes as near to its weight's share as whole numbers allow.
 *
 * Rounding each count by itself would favour the largest weight again and again: 100 single deaths shared 60 to 40 would all
 * go to the first. So what one count was rounded off is carried to the next: with weight w of a sum W, the part of the
 * counts n₁ … n_k that is due is d = w ÷ W × Σ n; what was given already is taken off, the rest cut off to a whole number, and
 * the units that are left go to the largest remainders, ties to the first. Nobody is given less than 0.
 *
 * @param counts  whole numbers, 0 or more, in an order that means something, such as ages; NaN where one is missing
 * @param weights 0 or more, in any unit; not all 0 where there is a count above 0
 * @returns for each count its parts, one for each weight, whole numbers that add up to it; NaN for a missing count. A weight of
 * 0 gets nothing
 * @throws RangeError where a count is negative or no whole number, a weight is negative, infinite or missing, or all are 0
 *
 * Source: Hamilton's method of largest remainders (Balinski ML, Young HP. Fair Representation, 1982), with the remainders
 * carried on as in error diffusion and in controlled rounding along one margin.
 * Reference: `apportion` of `@popneeds/population` for a single count.
 *
 * @example
 * shareOutCounts([1, 1, 1, 1, 1], [0.6, 0.4]) // [[1, 0], [0, 1], [1, 0], [0, 1], [1, 0]]
 */
export function shareOutCounts(counts: ArrayLike<number>, weights: ArrayLike<number>): number[][] {
  const given = Array.from(weights);
  requireWeights(given);
  const sum = given.reduce((a, b) => a + b, 0);
  const carried = given.map(() => 0);
  return Array.from(counts, (count, row) => {
    if (Number.isNaN(count)) return given.map(() => Number.NaN);
    if (!(Number.isSafeInteger(count) && count >= 0)) {
      throw new RangeError(`shareOutCounts: counts must be whole numbers of 0 or more, got ${count} in row ${row}`);
    }
    if (count > 0 && sum === 0) {
      throw new RangeError(
        `shareOutCounts: weights must not all be 0 where there is a count, got ${count} in row ${row}`,
      );
    }
    const due = given.map((weight, i) => (sum === 0 ? 0 : (count * weight) / sum) + carried[i]!);
    const parts = wholeParts(count, due, given);
    for (const [i, part] of parts.entries()) carried[i] = due[i]! - part;
    return parts;
  });
}

/** Whole numbers of 0 or more that add up to the count, as near to what is due as can be. */
function wholeParts(count: number, due: readonly number[], weights: readonly number[]): number[] {
  const parts = due.map((share) => Math.max(0, Math.floor(share)));
  const eligible = weights.flatMap((weight, i) => (weight > 0 ? [i] : []));
  let left = count - parts.reduce((a, b) => a + b, 0);
  while (left !== 0) {
    const step = Math.sign(left);
    const over = (i: number) => step * (due[i]! - parts[i]!);
    const able = eligible.filter((i) => step > 0 || parts[i]! > 0);
    const next = able.reduce((best, i) => (over(i) > over(best) ? i : best));
    parts[next]! += step;
    left -= step;
  }
  return parts;
}

function requireWeights(weights: readonly number[]): void {
  for (const [i, weight] of weights.entries()) {
    if (!(weight >= 0) || weight === Infinity) {
      throw new RangeError(`shareOutCounts: weights must be 0 or more, got ${weight} at position ${i}`);
    }
  }
}
