import { cube } from "../shared/cube.ts";
import { lowerGamma, upperGamma } from "./incomplete-gamma.ts";
import { logGamma } from "./log-gamma.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { poissonDensity } from "./poisson-density.ts";

/**
 * The point that a gamma variable of unit rate stays below with a given probability.
 *
 * Newton's steps on the logarithm of the smaller tail. The lower tail is log-concave in ln x for every shape; the upper
 * tail is log-concave in x for shapes from 1 and log-convex below: so after its first step each iteration approaches
 * the root from one side and cannot miss it. It starts from Wilson and Hilferty's cube, or from the leading term
 * P ≈ xᵃ / Γ(a + 1), which never lies above the root.
 *
 * @param probability between 0 and 1
 * @param shape above 0; for another rate divide the quantile by it
 * @returns the quantile; 0 at 0, Infinity at 1, NaN for NaN
 * @throws RangeError where the probability is outside 0 to 1 or the shape not above 0
 *
 * Source: Wilson EB, Hilferty MM. The distribution of chi-square. PNAS 1931;17:684–8 (the start); Loader C, 2000 (the
 * density).
 * Reference: `qgamma` of R 4.2.2, to 1e-13 relative; mpmath at 70 digits, to 1e-12 for shapes from 0.003 to 20 000.
 *
 * @example
 * gammaQuantile(0.95, 1) // 2.995732273553991
 */
export function gammaQuantile(probability: number, shape: number): number {
  if (shape <= 0 || shape === Infinity) throw new RangeError(`gammaQuantile: shape must be above 0, got ${shape}`);
  if (probability < 0 || probability > 1) {
    throw new RangeError(`gammaQuantile: probability must be from 0 to 1, got ${probability}`);
  }
  if (Number.isNaN(probability + shape)) return Number.NaN;
  if (probability === 0) return 0;
  if (probability === 1) return Infinity;
  return probability <= 0.5 ? fromLowerTail(probability, shape) : fromUpperTail(probability, shape);
}

const closeEnough = 1e-11; // the next step would be its square
const enough = 200;
const leadingTermIsAll = 1e-290;

function fromLowerTail(probability: number, shape: number): number {
  const floor = leadingTerm(probability, shape);
  let x = Math.max(floor, wilsonHilferty(probability, shape));
  if (x < leadingTermIsAll) return x;
  for (let i = 0; i < enough; i++) {
    const below = lowerGamma(x, shape);
    const slope = (shape * poissonDensity(shape, x)) / below;
    const step = Math.log(probability / below) / slope;
    x = Math.max(floor, x * Math.exp(step));
    if (Math.abs(step) < closeEnough) break;
  }
  return x;
}

function fromUpperTail(probability: number, shape: number): number {
  const wanted = 1 - probability;
  let x = shape < 1 ? leadingTerm(probability, shape) : wilsonHilferty(probability, shape);
  if (x < leadingTermIsAll) return x;
  for (let i = 0; i < enough; i++) {
    const above = upperGamma(x, shape);
    const slope = (shape * poissonDensity(shape, x)) / (x * above);
    const step = Math.log(above / wanted) / slope;
    x += step;
    if (Math.abs(step) < closeEnough * x) break;
  }
  return x;
}

function leadingTerm(probability: number, shape: number): number {
  return Math.exp((Math.log(probability) + logGamma(shape + 1)) / shape);
}

function wilsonHilferty(probability: number, shape: number): number {
  const root = 1 - 1 / (9 * shape) + normalQuantile(probability) / (3 * Math.sqrt(shape));
  return root > 0 ? shape * cube(root) : 0;
}
