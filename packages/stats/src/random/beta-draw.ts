import type { Random } from "./create-random.ts";
import { logGammaDraw, requireShape } from "./gamma-draw.ts";
import { plainExponential } from "./plain-exponential.ts";

/**
 * A draw from the beta distribution: X ÷ (X + Y) of two gamma draws, by their logarithms, so that small shapes do no harm.
 *
 * @param random the stream, which moves on
 * @param first α, above 0
 * @param second β, above 0
 * @returns a number from 0 to 1
 * @throws RangeError where a shape is not above 0
 *
 * Source: Devroye L. Non-Uniform Random Variate Generation. Springer, 1986, IX.4.
 * Reference: moments, and `betaDistribution` (as `pbeta` of R 4.2.2) by Kolmogorov's test, in tests.
 *
 * @example
 * betaDraw(createRandom(1), 2, 3) // 0.47430654692163066
 */
export function betaDraw(random: Random, first: number, second: number): number {
  requireShape("betaDraw", "first shape", first);
  requireShape("betaDraw", "second shape", second);
  const x = logGammaDraw(random, first);
  const y = logGammaDraw(random, second);
  return 1 / (1 + plainExponential(y - x));
}
