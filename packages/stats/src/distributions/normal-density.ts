import { density } from "./normal-distribution.ts";
import { type DensityOptions, requireScale } from "./tail.ts";

/**
 * The density of the standard normal distribution: φ(x) = e^(−x²/2) ÷ √2π.
 *
 * @param x in standard deviations from the mean
 * @param options `scale`: `plain` or `log`
 * @returns the density per standard deviation, or its logarithm; NaN for NaN
 *
 * Source: Abramowitz M, Stegun IA. Handbook of Mathematical Functions, 1964, 26.2.1.
 * Reference: mpmath at 60 digits, to 1e-15 relative.
 *
 * @example
 * normalDensity(0) // 0.3989422804014327
 */
export function normalDensity(x: number, { scale = "plain" }: DensityOptions = {}): number {
  requireScale("normalDensity", scale);
  return scale === "log" ? -0.5 * x * x - halfLogTwoPi : density(x);
}

const halfLogTwoPi = 0.9189385332046727;
