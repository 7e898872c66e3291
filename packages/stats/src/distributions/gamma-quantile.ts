import { cube } from "../shared/cube.ts";
import { logLowerGamma, logUpperGamma } from "./incomplete-gamma.ts";
import { logGamma } from "./log-gamma.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { logPoissonDensity } from "./poisson-density.ts";
import { type TailOptions, tailsGiven } from "./tail.ts";

/**
 * The point that a gamma variable of unit rate stays below with a given probability.
 *
 * Newton's steps on the logarithm of the smaller tail. The lower tail is log-concave in ln x for every shape; the upper
 * tail is log-concave in x for shapes from 1 and log-convex below: so after its first step each iteration approaches
 * the root from one side and cannot miss it. It starts from Wilson and Hilferty's cube, or from the leading term
 * P ≈ xᵃ / Γ(a + 1), which never lies above the root.
 *
 * @param probability from 0 to 1, or its logarithm
 * @param shape above 0; for another rate divide the quantile by it
 * @param options `tail`: whether the point is stayed below (`lower`, default) or exceeded (`upper`) with that probability;
 * `scale`: `plain` or `log`
 * @returns the quantile; 0 at 0, Infinity at 1, NaN for NaN
 * @throws RangeError where the probability is outside 0 to 1 or the shape not above 0
 *
 * Source: Wilson EB, Hilferty MM. The distribution of chi-square. PNAS 1931;17:684–8 (the start); Loader C, 2000 (the
 * density).
 * Reference: `qgamma` of R 4.2.2, to 1e-13 relative; mpmath at 60 digits, to 1e-12 for shapes from 0.001 to 1e7 and tails
 * from 1e-300.
 *
 * @example
 * gammaQuantile(0.95, 1) // 2.995732273553991
 */
export function gammaQuantile(probability: number, shape: number, options?: TailOptions): number {
  if (shape <= 0 || shape === Infinity) throw new RangeError(`gammaQuantile: shape must be above 0, got ${shape}`);
  if (options !== undefined) {
    const { lower, upper } = tailsGiven("gammaQuantile", probability, options);
    return gammaQuantileOfLog(lower, upper, shape);
  }
  if (probability < 0 || probability > 1) {
    throw new RangeError(`gammaQuantile: probability must be from 0 to 1, got ${probability}`);
  }
  if (Number.isNaN(probability + shape)) return Number.NaN;
  if (probability === 0) return 0;
  if (probability === 1) return Infinity;
  return probability <= 0.5
    ? fromLowerTail(Math.log(probability), shape, normalQuantile(probability))
    : fromUpperTail(Math.log(1 - probability), shape, normalQuantile(probability));
}

/** The quantile from the logarithms of both tails. */
export function gammaQuantileOfLog(logLower: number, logUpper: number, shape: number): number {
  if (Number.isNaN(logLower + logUpper + shape))
    return logLower === -Infinity ? 0 : logUpper === -Infinity ? Infinity : Number.NaN;
  if (logLower === -Infinity) return 0;
  if (logUpper === -Infinity) return Infinity;
  return logLower <= logUpper
    ? fromLowerTail(logLower, shape, normalQuantile(logLower, { scale: "log" }))
    : fromUpperTail(logUpper, shape, normalQuantile(logUpper, { scale: "log", tail: "upper" }));
}

const closeEnough = 1e-11; // the next step would be its square
const enough = 200;
const leadingTermIsAll = 1e-290;

function fromLowerTail(wanted: number, shape: number, z: number): number {
  const floor = Math.exp((wanted + logGamma(shape + 1)) / shape);
  let x = Math.max(floor, wilsonHilferty(z, shape));
  if (x < leadingTermIsAll) return x;
  for (let i = 0; i < enough; i++) {
    const below = logLowerGamma(x, shape);
    const slope = shape * Math.exp(logPoissonDensity(shape, x) - below);
    const step = (wanted - below) / slope;
    x = Math.max(floor, x * Math.exp(step));
    if (Math.abs(step) < closeEnough) break;
  }
  return x;
}

function fromUpperTail(wanted: number, shape: number, z: number): number {
  let x = wilsonHilferty(z, shape);
  if (shape < 1) x = Math.exp((Math.log1p(-Math.exp(wanted)) + logGamma(shape + 1)) / shape);
  if (x < leadingTermIsAll) return x;
  for (let i = 0; i < enough; i++) {
    const above = logUpperGamma(x, shape);
    const slope = (shape / x) * Math.exp(logPoissonDensity(shape, x) - above);
    const step = (above - wanted) / slope;
    x += step;
    if (Math.abs(step) < closeEnough * x) break;
  }
  return x;
}

function wilsonHilferty(z: number, shape: number): number {
  const root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  return root > 0 ? shape * cube(root) : 0;
}
