import { requireCount, requireProbability } from "./binomial-density.ts";
import { logLowerBeta } from "./incomplete-beta.ts";
import { asAsked, type TailOptions } from "./tail.ts";

/**
 * The probability that a binomial variable is at most a count, 1 − I(p; k + 1, n − k), or more than that.
 *
 * @param count k, from 0 to `total`; a count that is not whole is that of the whole count below it
 * @param total n, at least k
 * @param probability p, from 0 to 1
 * @param options `tail`: `lower` or `upper`; `scale`: `plain` or `log`
 * @returns the probability, from 0 to 1, or its logarithm; NaN for NaN
 * @throws RangeError where the count is below 0 or more than the total, or the probability is outside 0 to 1
 *
 * Source: Abramowitz M, Stegun IA. Handbook of Mathematical Functions, 1964, 26.5.24.
 * Reference: mpmath at 60 digits, each tail to 2e-13 relative for 10 to 1e7 trials, tails from 1e-300; ten coins by hand.
 *
 * @example
 * binomialDistribution(3, 10, 0.5) // 0.171875
 */
export function binomialDistribution(
  count: number,
  total: number,
  probability: number,
  options: TailOptions = {},
): number {
  requireCount("binomialDistribution", count, total);
  requireProbability("binomialDistribution", probability);
  if (Number.isNaN(count + total + probability)) return Number.NaN;
  const whole = Math.floor(count);
  if (whole === total)
    return asAsked("binomialDistribution", { lower: () => 1, upper: () => 0, logOfTiny: () => -Infinity }, options);
  const log = (tail: "lower" | "upper") =>
    tail === "upper"
      ? logLowerBeta(probability, 1 - probability, whole + 1, total - whole)
      : logLowerBeta(1 - probability, probability, total - whole, whole + 1);
  return asAsked(
    "binomialDistribution",
    { lower: () => Math.exp(log("lower")), upper: () => Math.exp(log("upper")), logOfTiny: log },
    options,
  );
}
