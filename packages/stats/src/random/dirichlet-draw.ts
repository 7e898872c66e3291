import type { Random } from "./create-random.ts";
import { logGammaDraw, requireShape } from "./gamma-draw.ts";
import { plainExponential } from "./plain-exponential.ts";

/**
 * A draw of shares from the Dirichlet distribution, such as uncertain weights of causes: gamma draws divided by their sum.
 *
 * @param random the stream, which moves on
 * @param shapes α of each share, above 0; their ratios are the mean shares, their sum says how firm these are
 * @returns shares from 0 to 1 that sum to 1, in the order of the shapes
 * @throws RangeError where there is no shape, or one is not above 0
 *
 * Source: Devroye L. Non-Uniform Random Variate Generation. Springer, 1986, XI.4.
 * Reference: means, variances and covariances in tests.
 *
 * @example
 * dirichletDraw(createRandom(1), [2, 3, 5]) // [0.2644466872704927, 0.29309713957908073, 0.4424561731504266]
 */
export function dirichletDraw(random: Random, shapes: ArrayLike<number>): Float64Array {
  if (shapes.length === 0) throw new RangeError("dirichletDraw: needs one shape or more, got none");
  for (let i = 0; i < shapes.length; i++) requireShape("dirichletDraw", "shapes", shapes[i]!);
  const shares = Float64Array.from(shapes, (shape) => logGammaDraw(random, shape));
  let most = Number.NEGATIVE_INFINITY;
  for (const place of shares) most = Math.max(most, place);
  let sum = 0;
  for (let i = 0; i < shares.length; i++) {
    shares[i] = plainExponential(shares[i]! - most);
    sum += shares[i]!;
  }
  return shares.map((share) => share / sum);
}
