/**
 * The slopes, at each edge of bands, of a cubic spline through the cumulated counts, held so that it never falls.
 *
 * The second derivatives solve the usual tridiagonal equations; the two at either end differ as the cubic through the four
 * nearest points would have them. Hyman's filter then holds each slope between 0 and 3 × the smaller of the mean counts
 * beside it.
 */
export function cumulatedSlopes(counts: ArrayLike<number>, widths: ArrayLike<number>): Float64Array {
  const bands = counts.length;
  const mean = Float64Array.from({ length: bands }, (_, k) => counts[k]! / widths[k]!);
  const curvature = secondDerivatives(mean, widths);
  const slopes = new Float64Array(bands + 1);
  for (let k = 0; k <= bands; k++) {
    const slope =
      k < bands
        ? mean[k]! - (widths[k]! * (2 * curvature[k]! + curvature[k + 1]!)) / 6
        : mean[k - 1]! + (widths[k - 1]! * (curvature[k - 1]! + 2 * curvature[k]!)) / 6;
    const least = Math.min(mean[Math.max(0, k - 1)]!, mean[Math.min(k, bands - 1)]!);
    slopes[k] = Math.min(Math.max(0, slope), 3 * least);
  }
  return slopes;
}

/** Second derivatives of the spline at the edges, from the mean slopes between them. */
function secondDerivatives(mean: Float64Array, widths: ArrayLike<number>): Float64Array {
  const last = mean.length;
  const result = new Float64Array(last + 1);
  if (last === 1) return result.fill(mean[0]! * 0);
  const diagonal = new Float64Array(last + 1);
  const right = new Float64Array(last + 1);
  diagonal[0] = 1;
  right[0] = last > 2 ? -6 * widths[0]! * thirdDifference(mean, widths, 0) : 0;
  // Row 0: M₀ − M₁; then each row is cleared of what stands before its diagonal.
  let above = -1;
  for (let k = 1; k < last; k++) {
    const [before, after] = [widths[k - 1]!, widths[k]!];
    const factor = before / diagonal[k - 1]!;
    diagonal[k] = 2 * (before + after) - factor * above;
    right[k] = 6 * (mean[k]! - mean[k - 1]!) - factor * right[k - 1]!;
    above = after;
  }
  const factor = -1 / diagonal[last - 1]!;
  diagonal[last] = 1 - factor * above;
  right[last] =
    (last > 2 ? 6 * widths[last - 1]! * thirdDifference(mean, widths, last - 3) : 0) - factor * right[last - 1]!;
  result[last] = right[last]! / diagonal[last]!;
  for (let k = last - 1; k >= 0; k--)
    result[k] = (right[k]! - (k === 0 ? -1 : widths[k]!) * result[k + 1]!) / diagonal[k]!;
  return result;
}

/** The divided difference of the sums at four edges in a row. */
function thirdDifference(mean: Float64Array, widths: ArrayLike<number>, k: number): number {
  const [a, b, c] = [widths[k]!, widths[k + 1]!, widths[k + 2]!];
  const first = (mean[k + 1]! - mean[k]!) / (a + b);
  const second = (mean[k + 2]! - mean[k + 1]!) / (b + c);
  return (second - first) / (a + b + c);
}
