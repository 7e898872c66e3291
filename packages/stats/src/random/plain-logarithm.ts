/**
 * The natural logarithm of a number above 0 by sums, products and quotients alone, whose last digits do not hang on the
 * engine as those of `Math.log` may: a seed must give the same draws in all of them. Good to about 2e-16.
 *
 * x = 2ᵏm with m from √½ to √2; ln m = 2(s + s³/3 + s⁵/5 + …) with s = (m − 1)/(m + 1), at most 0.172.
 */
export function plainLogarithm(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Infinity) return x;
  let m = x;
  let k = 0;
  for (; m < Math.SQRT1_2; k--) m *= 2;
  for (; m > Math.SQRT2; k++) m /= 2;
  const s = (m - 1) / (m + 1);
  const square = s * s;
  let sum = 0;
  for (let odd = 25; odd >= 3; odd -= 2) sum = (sum + 1 / odd) * square;
  return k * Math.LN2 + 2 * (s + s * sum);
}
