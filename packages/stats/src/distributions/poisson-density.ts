import { stirlingError } from "./stirling-error.ts";
import { type DensityOptions, requireScale } from "./tail.ts";

/**
 * The probability of a count under a Poisson distribution, continued to counts that are not whole: λˣ e^(−λ) / Γ(x + 1).
 *
 * In its saddle-point form, exp(−δ(x) − D(x, λ)) / √(2πx), where no large numbers are subtracted from each other.
 *
 * @param count 0 or more
 * @param mean λ, 0 or more
 * @param options `scale`: `plain` or `log`
 * @returns the density, 0 or more, or its logarithm; NaN for NaN
 * @throws RangeError where count or mean is below 0
 *
 * Source: Loader C. Fast and accurate computation of binomial probabilities, 2000.
 * Reference: mpmath at 60 digits, to 1e-15 in the logarithm, relative or absolute, for means from 0.001 to 1e7.
 *
 * @example
 * poissonDensity(2, 3) // 0.22404180765538775
 */
export function poissonDensity(count: number, mean: number, { scale = "plain" }: DensityOptions = {}): number {
  if (count < 0 || mean < 0) {
    throw new RangeError(`poissonDensity: count and mean must be 0 or more, got ${count} and ${mean}`);
  }
  requireScale("poissonDensity", scale);
  if (scale === "log") return logPoissonDensity(count, mean);
  if (count === 0) return Math.exp(-mean);
  if (mean === 0 || mean === Infinity || count === Infinity) return 0;
  return Math.exp(-stirlingError(count) - deviance(count, mean)) / Math.sqrt(2 * Math.PI * count);
}

/** The logarithm of the density, as a number for kernels. */
export function logPoissonDensity(count: number, mean: number): number {
  if (count === 0) return -mean;
  if (mean === 0 || mean === Infinity || count === Infinity) return -Infinity;
  return -stirlingError(count) - deviance(count, mean) - 0.5 * Math.log(2 * Math.PI * count);
}

/** x ln(x/λ) + λ − x, by a series where x and λ are close and the terms would cancel. */
export function deviance(count: number, mean: number): number {
  return devianceOfGap(count, mean, count - mean);
}

/** The same where the gap x − λ is known to more digits than x and λ show. */
export function devianceOfGap(count: number, mean: number, gap: number): number {
  if (mean < 1e-290) return count * (Math.log(count) - Math.log(mean)) - gap; // the ratio might overflow
  if (Math.abs(gap) >= 0.25 * (count + mean)) return count * Math.log(count / mean) - gap;

  const v = gap / (count + mean);
  let sum = gap * v;
  let power = 2 * count * v;
  for (let odd = 3; ; odd += 2) {
    power *= v * v;
    const next = sum + power / odd;
    if (!(Math.abs(next - sum) > 0)) return next;
    sum = next;
  }
}
