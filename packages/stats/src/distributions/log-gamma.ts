import { stirlingError } from "./stirling-error.ts";

/**
 * The natural logarithm of the gamma function: ln (x − 1)! where x is a whole number.
 *
 * Stirling's formula with its error added back: (x − ½) ln x − x + ½ ln 2π + δ(x).
 *
 * @param x above 0
 * @returns ln Γ(x), to 1e-15 relative or 4e-15 absolute (it is 0 at 1 and 2); Infinity at 0, NaN for NaN
 * @throws RangeError where x is below 0
 *
 * Source: Abramowitz M, Stegun IA. Handbook of Mathematical Functions, 1964, 6.1.41.
 * Reference: mpmath at 50 digits.
 *
 * @example
 * logGamma(5) // 3.178053830347946
 */
export function logGamma(x: number): number {
  if (x < 0) throw new RangeError(`logGamma: x must be 0 or more, got ${x}`);
  if (x === 0 || x === Infinity) return Infinity;
  return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + stirlingError(x);
}

const halfLogTwoPi = 0.9189385332046727;

/**
 * ln Γ(1 + a) for a from 0 to a half, a small one keeping its digits: −ln(1 + a) + (1 − γ) a + Σ (ζ(k) − 1)(−a)ᵏ ÷ k.
 *
 * Source: Abramowitz M, Stegun IA. Handbook of Mathematical Functions, 1964, 6.1.33.
 */
export function logGammaAboveOne(a: number): number {
  let sum = 0;
  for (let k = zeta.length - 1; k >= 0; k--) sum = sum * a + zeta[k]!;
  return sum * a - Math.log1p(a);
}

const zeta: readonly number[] = [
  0.42278433509846713, 0.3224670334241132, -0.0673523010531981, 0.020580808427784546, -0.007385551028673986,
  0.0028905103307415234, -0.001192753911703261, 0.0005096695247430425, -0.00022315475845357939, 9.945751278180853e-5,
  -4.492623673813314e-5, 2.050721277567069e-5, -9.439488275268397e-6, 4.374866789907488e-6, -2.039215753801366e-6,
  9.55141213040742e-7, -4.492469198764566e-7, 2.1207184805554665e-7, -1.0043224823968099e-7, 4.7698101693639804e-8,
  -2.2711094608943164e-8, 1.0838659214896955e-8, -5.183475041970047e-9, 2.4836745438024785e-9, -1.1921401405860912e-9,
  5.731367241678862e-10, -2.7595228851242334e-10, 1.330476437424449e-10,
];
