/**
 * How many people of equal weight would say as much as people of these weights: Kish's (Σ w)² ÷ Σ w².
 *
 * It counts the cost of unequal weights alone, not that of clusters nor the gain of strata; n ÷ it is Kish's design effect
 * of weighting, 1 + the squared coefficient of variation of the weights.
 *
 * @param weights people that each stands for, 0 or more, on any scale
 * @returns people, from 1 to the number of weights above 0; NaN where a weight is missing
 * @throws RangeError where a weight is negative or infinite, or all are 0
 *
 * Source: Kish L. Survey Sampling, 1965, 11.7; Kish L. Weighting for unequal Pi. J Off Stat 1992;8:183–200.
 * Reference: worked by hand.
 *
 * @example
 * effectiveSampleSize([1, 1, 2]) // 2.6666666666666665
 */
export function effectiveSampleSize(weights: ArrayLike<number>): number {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < weights.length; i++) {
    const w = weights[i]!;
    if (w < 0 || w === Infinity) {
      throw new RangeError(`effectiveSampleSize: weights must be 0 or more, got ${w} in row ${i}`);
    }
    sum += w;
    squares += w * w;
  }
  if (sum === 0) throw new RangeError("effectiveSampleSize: weights must add up to more than 0, got 0");
  return (sum / squares) * sum;
}
