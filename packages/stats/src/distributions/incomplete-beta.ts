import { gapFromMean, logBinomialDensity } from "./binomial-density.ts";
import { logGammaRise } from "./log-gamma.ts";
import { complementOfLog } from "./tail.ts";

/**
 * The probability that a beta variable stays below a point: I(x; a, b) = ∫₀ˣ t^(a−1) (1 − t)^(b−1) dt / B(a, b).
 *
 * The continued fraction of the tail on x's side of the mean, times the binomial density of a in a + b; beyond the mean
 * one minus the other tail. The number of terms grows with √(a + b).
 *
 * @param x where the distribution is cut, from 0 to 1
 * @param first a, above 0
 * @param second b, above 0
 * @returns the probability, from 0 to 1; NaN for NaN
 * @throws RangeError where x is outside 0 to 1 or a shape is not above 0
 *
 * Source: DiDonato AR, Morris AH. Algorithm 708: significant digit computation of the incomplete beta function ratios.
 * ACM TOMS 1992;18:360–73 (the fraction); Loader C, 2000 (the density).
 * Reference: mpmath at 60 digits: each tail to 2e-13 relative for shapes from 0.00001 to 1e7 and tails from 1e-300.
 */
export function lowerBeta(x: number, first: number, second: number): number {
  check("lowerBeta", x, first, second);
  return Math.exp(logLowerBeta(x, 1 - x, first, second));
}

/**
 * The probability that a beta variable exceeds a point: 1 − I(x; a, b), a small tail keeping its digits.
 *
 * @param x where the distribution is cut, from 0 to 1
 * @param first a, above 0
 * @param second b, above 0
 * @returns the probability, from 0 to 1; NaN for NaN
 * @throws RangeError where x is outside 0 to 1 or a shape is not above 0
 *
 * Source and reference: as for `lowerBeta`.
 */
export function upperBeta(x: number, first: number, second: number): number {
  check("upperBeta", x, first, second);
  return Math.exp(logLowerBeta(1 - x, x, second, first));
}

/** The logarithm of the lower tail at x, whose complement y = 1 − x is given beside it so that neither loses digits. */
export function logLowerBeta(x: number, y: number, a: number, b: number): number {
  if (Number.isNaN(x + y + a + b)) return Number.NaN;
  if (x === 0) return -Infinity;
  if (y === 0) return 0;
  if (b < 0.5 && y <= 0.5 && a * y <= 1) return Math.log(beyondSmall(y, b, a));
  if (a * y >= b * x) return Math.min(0, logTail(x, y, a, b));
  return complementOfLog(Math.min(0, logTail(y, x, b, a)));
}

/** Refuses a shape of the beta distribution that is not above 0. */
export function requireShapes(caller: string, first: number, second: number): void {
  for (const shape of [first, second]) {
    if (shape <= 0 || shape === Infinity) throw new RangeError(`${caller}: shapes must be above 0, got ${shape}`);
  }
}

function check(caller: string, x: number, first: number, second: number): void {
  if (x < 0 || x > 1) throw new RangeError(`${caller}: x must be from 0 to 1, got ${x}`);
  requireShapes(caller, first, second);
}

function logTail(x: number, y: number, a: number, b: number): number {
  const value = fraction(x, y, a, b);
  const [small, other] = a < b ? [a, b] : [b, a];
  if (small >= 0.5) return logBinomialDensity(a, b, x, y) + Math.log(a * (b / (a + b)) * value);
  // xᵃ yᵇ ÷ B(a, b) from its powers, so that what is near 1 for a small shape keeps its distance from 1.
  const powers = a * (x <= y ? Math.log(x) : Math.log1p(-y)) + b * (x <= y ? Math.log1p(-x) : Math.log(y));
  return powers + logGammaRise(other, small) - logGammaRise(1, small) + Math.log(small * value);
}

/** 1 − I(x; a, b) for a small a, where I is nearly 1: its power series, the leading term kept apart from the others. */
function beyondSmall(x: number, a: number, b: number): number {
  let term = 1;
  let sum = 0;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= ((n - b) / n) * x;
    sum += term / (a + n);
  }
  const logLeading = a * Math.log(x) + logGammaRise(b, a) - logGammaRise(1, a);
  return -Math.exp(logLeading) * a * sum - Math.expm1(logLeading);
}

/** DiDonato and Morris's equation 9, run down in Lentz's way. Its terms are positive up to the b-th. */
function fraction(x: number, y: number, a: number, b: number): number {
  const lambda = gapFromMean(a, b, x, y);
  let denominator = (a / (a + 1)) * (lambda + 1);
  let c = Infinity;
  let d = 1 / denominator;
  let value = d;
  for (let n = 1; n < 1_000_000; n++) {
    const odd = a + 2 * n - 1;
    const w = n * (b - n) * x;
    const numerator = ((a + n - 1) / odd) * ((a + b + n - 1) / odd) * w * x;
    denominator = n + w / odd + ((a + n) / (odd + 2)) * (lambda + 1 + n * (1 + y));
    d = 1 / (numerator * d + denominator);
    c = denominator + numerator / c;
    const change = c * d;
    value *= change;
    if (!(Math.abs(change - 1) > 5e-16)) break;
  }
  return value;
}
