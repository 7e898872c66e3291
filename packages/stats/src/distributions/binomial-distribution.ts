import { requireCount, requireProbability } from "./binomial-density.ts";
import { upperBeta } from "./incomplete-beta.ts";

/**
 * The probability that a binomial variable is at most a count: 1 − I(p; k + 1, n − k).
 *
 * The chance of at least k is `binomialDistribution(n - k, n, 1 - p)`, which keeps the digits of a small upper tail.
 *
 * @param count k, from 0 to `total`; a count that is not whole is that of the whole count below it
 * @param total n, at least k
 * @param probability p, from 0 to 1
 * @returns the probability, from 0 to 1; NaN for NaN
 * @throws RangeError where the count is below 0 or more than the total, or the probability is outside 0 to 1
 *
 * Source: Abramowitz M, Stegun IA. Handbook of Mathematical Functions, 1964, 26.5.24.
 * Reference: mpmath at 60 digits at 10 000 trials, to 1e-14 relative; ten coins by hand.
 *
 * @example
 * binomialDistribution(3, 10, 0.5) // 0.171875
 */
export function binomialDistribution(count: number, total: number, probability: number): number {
  requireCount("binomialDistribution", count, total);
  requireProbability("binomialDistribution", probability);
  if (Number.isNaN(count + total + probability)) return Number.NaN;
  const whole = Math.floor(count);
  return whole === total ? 1 : upperBeta(probability, whole + 1, total - whole);
}
