/**
 * How far scores lie apart, told by the steps between neighbours: the sigma by which Laney widens the limits of a
 * control chart of proportions or rates.
 *
 * σ = mean |zᵢ − zᵢ₋₁| ÷ d₂, d₂ = 2 ÷ √π = 1.128 the mean range of two standard normal numbers, here rounded as in
 * tables of control-chart constants. A limit is target ∓ k s σ.
 *
 * @param scores in the order of time, or of size; at least two
 * @returns σ, 1 on average where there is chance alone; NaN where a score is missing
 * @throws RangeError where there are fewer than two scores
 *
 * Source: Laney DB. Improved control charts for attributes. Quality Engineering 2002;14:531–7.
 * Reference: the funnel of inputs of the New Hospital Programme's demand model, to 1e-12 relative.
 *
 * @example
 * movingRangeDispersion([0, 1.128, 0]) // 1
 */
export function movingRangeDispersion(scores: ArrayLike<number>): number {
  if (scores.length < 2) {
    throw new RangeError(`movingRangeDispersion: needs at least two scores, got ${scores.length}`);
  }
  let steps = 0;
  for (let i = 1; i < scores.length; i++) steps += Math.abs(scores[i]! - scores[i - 1]!);
  return steps / (scores.length - 1) / 1.128;
}
