import { logLowerGamma, logUpperGamma, lowerGamma, upperGamma } from "./incomplete-gamma.ts";
import { asAsked, type TailOptions } from "./tail.ts";

/**
 * The probability that a Poisson count is at most k, or more than k: Q(k + 1, λ) and P(k + 1, λ).
 *
 * @param count k; one that is not whole is that of the whole count below it; below 0 nothing lies
 * @param mean λ, 0 or more
 * @param options `tail`: `lower` or `upper`; `scale`: `plain` or `log`
 * @returns the probability, from 0 to 1, or its logarithm; NaN for NaN
 * @throws RangeError where the mean is below 0 or infinite
 *
 * Source: Abramowitz M, Stegun IA. Handbook of Mathematical Functions, 1964, 26.4.21.
 * Reference: mpmath at 60 digits, to 2e-13 relative for means to 1e7, tails from 1e-300; the sum of the densities.
 *
 * @example
 * poissonDistribution(2, 3) // 0.42319008112684364
 */
export function poissonDistribution(count: number, mean: number, options: TailOptions = {}): number {
  requireMean("poissonDistribution", mean);
  if (Number.isNaN(count + mean)) return Number.NaN;
  const shape = Math.floor(count) + 1;
  const certain = shape <= 0 || shape === Infinity || mean === 0;
  if (certain) {
    const lower = shape <= 0 ? 0 : 1;
    return asAsked(
      "poissonDistribution",
      { lower: () => lower, upper: () => 1 - lower, logOfTiny: () => -Infinity },
      options,
    );
  }
  return asAsked(
    "poissonDistribution",
    {
      lower: () => upperGamma(mean, shape),
      upper: () => lowerGamma(mean, shape),
      logOfTiny: (tail) => (tail === "lower" ? logUpperGamma(mean, shape) : logLowerGamma(mean, shape)),
    },
    options,
  );
}

/** Refuses a mean that is negative or infinite. */
export function requireMean(caller: string, mean: number): void {
  if (mean < 0 || mean === Infinity) throw new RangeError(`${caller}: mean must be 0 or more, got ${mean}`);
}
