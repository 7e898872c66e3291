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
