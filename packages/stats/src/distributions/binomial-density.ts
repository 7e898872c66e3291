import { devianceOfGap } from "./poisson-density.ts";
import { stirlingError } from "./stirling-error.ts";
import { type DensityOptions, requireScale } from "./tail.ts";

/**
 * The probability of a count under a binomial distribution, continued to counts that are not whole:
 * Γ(n + 1) / (Γ(k + 1) Γ(n − k + 1)) pᵏ (1 − p)^(n−k).
 *
 * In its saddle-point form, exp(δ(n) − δ(k) − δ(n − k) − D(k, np) − D(n − k, n(1 − p))) √(n / 2πk(n − k)), where no large
 * numbers are subtracted from each other.
 *
 * @param count k, 0 or more
 * @param total n, at least k
 * @param probability p, from 0 to 1
 * @param options `scale`: `plain` or `log`
 * @returns the density, from 0 to 1, or its logarithm; NaN for NaN
 * @throws RangeError where the count is below 0 or more than the total, or the probability is outside 0 to 1
 *
 * Source: Loader C. Fast and accurate computation of binomial probabilities, 2000.
 * Reference: mpmath at 60 digits, to 1e-14 relative or in the logarithm for 10 to 1e7 trials; ten coins by hand.
 *
 * @example
 * binomialDensity(3, 10, 0.5) // 0.1171875
 */
export function binomialDensity(
  count: number,
  total: number,
  probability: number,
  { scale = "plain" }: DensityOptions = {},
): number {
  requireCount("binomialDensity", count, total);
  requireProbability("binomialDensity", probability);
  if (Number.isNaN(count + total + probability)) return Number.NaN;
  const log = logDensity(count, total - count, probability);
  requireScale("binomialDensity", scale);
  return scale === "log" ? log : Math.exp(log);
}

function logDensity(count: number, rest: number, probability: number): number {
  if (count === 0) return rest === 0 ? 0 : rest * Math.log1p(-probability);
  if (rest === 0) return count * Math.log(probability);
  if (probability === 0 || probability === 1) return -Infinity;
  return logBinomialDensity(count, rest, probability, 1 - probability);
}

/** The logarithm of the density of a against b at chance x, whose complement y is given beside it; all above 0. */
export function logBinomialDensity(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const gap = gapFromMean(a, b, x, y);
  const off = devianceOfGap(a, n * x, gap) + devianceOfGap(b, n * y, -gap);
  return stirlingError(n) - stirlingError(a) - stirlingError(b) - off - 0.5 * Math.log(2 * Math.PI * a * (b / n));
}

/** a − (a + b) x to all digits, from the smaller of x and its complement y. */
export function gapFromMean(a: number, b: number, x: number, y: number): number {
  return x <= y ? exactRest(a, b, x) : -exactRest(b, a, y);
}

/** a − (a + b) x: what the sum and the product lost in rounding is taken along (Dekker TJ. Numer Math 1971;18:224–42). */
function exactRest(a: number, b: number, x: number): number {
  const n = a + b;
  if (n > 1e290) return a * (1 - x) - b * x;
  const added = n - a;
  const lost = a - (n - added) + (b - added);
  const product = n * x;
  const [n1, x1] = [upperHalf(n), upperHalf(x)];
  const [n2, x2] = [n - n1, x - x1];
  return a - product - (n1 * x1 - product + n1 * x2 + n2 * x1 + n2 * x2 + lost * x);
}

function upperHalf(value: number): number {
  const shifted = 134217729 * value;
  return shifted - (shifted - value);
}

/** Refuses a count that is not within its total. */
export function requireCount(caller: string, count: number, total: number): void {
  if (count < 0 || count > total || total === Infinity) {
    throw new RangeError(`${caller}: count must be from 0 to the total of ${total}, got ${count}`);
  }
}

/** Refuses a probability outside 0 to 1. */
export function requireProbability(caller: string, probability: number): void {
  if (probability < 0 || probability > 1) {
    throw new RangeError(`${caller}: probability must be from 0 to 1, got ${probability}`);
  }
}
