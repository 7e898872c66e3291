import { requireShape } from "./gamma-distribution.ts";
import { logPoissonDensity } from "./poisson-density.ts";
import { type DensityOptions, requireScale } from "./tail.ts";

/**
 * The density of a gamma variable of unit rate: x^(a−1) e^(−x) ÷ Γ(a).
 *
 * Written as a ÷ x times the Poisson density of a at mean x, where no large numbers are subtracted from each other.
 *
 * @param x 0 or more; a density below 0 is 0
 * @param shape a, above 0; for another rate r take gammaDensity(r x, a) × r
 * @param options `scale`: `plain` or `log`
 * @returns the density, or its logarithm; at 0 it is Infinity, 1 or 0 for a shape below, at or above 1; NaN for NaN
 * @throws RangeError where the shape is not above 0
 *
 * Source: Loader C. Fast and accurate computation of binomial probabilities, 2000.
 * Reference: mpmath at 60 digits, to 1e-12 relative for shapes from 0.001 to 1e7.
 *
 * @example
 * gammaDensity(2, 3) // 0.2706705664732254
 */
export function gammaDensity(x: number, shape: number, { scale = "plain" }: DensityOptions = {}): number {
  requireShape("gammaDensity", shape);
  const log = logGammaDensity(x, shape);
  requireScale("gammaDensity", scale);
  return scale === "log" ? log : Math.exp(log);
}

/** The logarithm of the density. */
export function logGammaDensity(x: number, shape: number): number {
  if (Number.isNaN(x + shape)) return Number.NaN;
  if (x < 0 || x === Infinity) return -Infinity;
  if (x === 0) return shape < 1 ? Infinity : shape === 1 ? 0 : -Infinity;
  return Math.log(shape / x) + logPoissonDensity(shape, x);
}
