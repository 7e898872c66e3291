/**
 * What each number of a column contributes to the difference of a rate between two populations, by replacing one after the other.
 *
 * From the first of the column to the last the first population's numbers are replaced by the second's, and each change of the
 * rate is put down to the number just replaced; then the same from the second population back to the first, and the two are averaged.
 * The effects add up to the difference. They depend on the order: for ages, from young to old, as is usual.
 *
 * @param first the numbers of the first population, such as death rates by age
 * @param second the same numbers of the second population
 * @param rate what follows from them, such as life expectancy; called about 2n times
 * @returns an effect for each number, in the unit of the rate; they add up to rate(second) − rate(first)
 * @throws RangeError where the columns differ in length or are empty
 *
 * Source: Andreev EM, Shkolnikov VM, Begun AZ. Algorithm for decomposition of differences between aggregate demographic measures
 * and its application to life expectancies. Demogr Res 2002;7:499–522.
 *
 * @example
 * stepwiseEffects([1, 2], [2, 4], ([a, b]) => a * b) // [3, 3]
 */
export function stepwiseEffects(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  rate: (numbers: Float64Array) => number,
): Float64Array {
  requireNumbers("stepwiseEffects", first, second);
  const there = replaced(first, second, rate);
  const back = replaced(second, first, rate);
  return there.map((effect, i) => (effect - back[i]!) / 2);
}

function replaced(
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  rate: (numbers: Float64Array) => number,
): Float64Array {
  const at = Float64Array.from(from);
  let before = rate(at.slice());
  return Float64Array.from({ length: at.length }, (_, i) => {
    at[i] = to[i]!;
    const after = rate(at.slice());
    const effect = after - before;
    before = after;
    return effect;
  });
}

/** Refuses columns of different lengths, and columns without a number. */
export function requireNumbers(caller: string, first: ArrayLike<number>, second: ArrayLike<number>): void {
  if (first.length !== second.length || first.length === 0)
    throw new RangeError(
      `${caller}: both populations must have the same numbers, at least one, got ${first.length} and ${second.length}`,
    );
}
