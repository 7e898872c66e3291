import type { Random } from "./create-random.ts";
import { plainExponential } from "./plain-exponential.ts";
import { plainLogarithm } from "./plain-logarithm.ts";

/**
 * A draw from the gamma distribution of the given shape and scale 1; times θ it has scale θ.
 *
 * Marsaglia and Tsang's squeeze on a cubed normal number; below shape 1 the draw of shape + 1, times u^(1/shape). How many
 * numbers it takes from the stream varies: for common random numbers give each quantity a stream of its own.
 *
 * @param random the stream, which moves on
 * @param shape α, above 0
 * @returns a number from 0: 0 itself only where the shape is so small that the draw is below the least positive number
 * @throws RangeError where the shape is not above 0
 *
 * Source: Marsaglia G, Tsang WW. A simple method for generating gamma variables. ACM Trans Math Softw 2000;26:363–72.
 * Reference: moments, and `gammaDistribution` (as `pgamma` of R 4.2.2) by Kolmogorov's test, in tests.
 *
 * @example
 * gammaDraw(createRandom(1), 2.5) // 4.54853062133238
 */
export function gammaDraw(random: Random, shape: number): number {
  requireShape("gammaDraw", "shape", shape);
  return shape < 1 ? plainExponential(logGammaDraw(random, shape)) : ofShapeFromOne(random, shape);
}

/** The logarithm of a gamma draw, for shapes so small that the draw itself would be 0. */
export function logGammaDraw(random: Random, shape: number): number {
  if (shape >= 1) return plainLogarithm(ofShapeFromOne(random, shape));
  return plainLogarithm(ofShapeFromOne(random, shape + 1)) + plainLogarithm(1 - random.uniform()) / shape;
}

/** Refuses a shape that is not a positive number. */
export function requireShape(caller: string, name: string, shape: number): void {
  if (!(shape > 0) || shape === Infinity) throw new RangeError(`${caller}: ${name} must be above 0, got ${shape}`);
}

function ofShapeFromOne(random: Random, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = 1 - random.uniform();
    const square = x * x;
    if (u < 1 - 0.0331 * square * square) return d * v;
    if (plainLogarithm(u) < square / 2 + d * (1 - v + plainLogarithm(v))) return d * v;
  }
}
