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
 * ln Γ(b + a) − ln Γ(b), a small difference keeping its digits: Stirling's formula at both, term by term, from 16 upwards;
 * below, brought down by Γ(b + 1) = b Γ(b).
 */
export function logGammaRise(b: number, a: number): number {
  let below = 0;
  let from = b;
  for (; from < 16; from++) below += Math.log1p(a / from);
  const to = from + a;
  const [u, v] = [1 / from, 1 / to];
  const first = (-a / from) * v; // v − u, and from it v³ − u³ = v² (v − u) + u (v² − u²), and so on
  let difference = first;
  let power = u;
  let errors = first / 12;
  for (const coefficient of stirling) {
    difference = v * v * difference + power * first * (v + u);
    power *= u * u;
    errors += coefficient * difference;
  }
  return (from - 0.5) * Math.log1p(a / from) + a * (Math.log(to) - 1) + errors - below;
}

const stirling: readonly number[] = [-1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360];
