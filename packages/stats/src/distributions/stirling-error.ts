/**
 * What Stirling's formula leaves out: ln Γ(x + 1) − (x + ½) ln x + x − ½ ln 2π.
 *
 * From 16 upwards the asymptotic series 1/12x − 1/360x³ + …; below, the series at x + 1, x + 2 … brought down by
 * δ(x) = δ(x + 1) + (x + ½) ln(1 + 1/x) − 1.
 *
 * @param x above 0
 * @returns the error of Stirling's formula, to about 2e-15 absolute; Infinity at 0, 0 at Infinity, NaN for NaN
 * @throws RangeError where x is below 0
 *
 * Source: Loader C. Fast and accurate computation of binomial probabilities, 2000.
 * Reference: mpmath at 50 digits.
 *
 * @example
 * stirlingError(1) // 0.08106146679532726
 */
export function stirlingError(x: number): number {
  if (x < 0) throw new RangeError(`stirlingError: x must be 0 or more, got ${x}`);
  if (x === Infinity) return 0;
  let shifted = 0;
  while (x < 16) {
    shifted += (x + 0.5) * Math.log1p(1 / x) - 1;
    x += 1;
  }
  const y = 1 / (x * x);
  const series = 1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - (y * 691) / 360_360))));
  return shifted + series / x;
}
