import { logLowerBeta, requireShapes } from "./incomplete-beta.ts";
import { asAsked, type TailOptions } from "./tail.ts";

/**
 * The probability that a beta variable stays below a point, I(x; a, b), or exceeds it.
 *
 * The continued fraction of the tail on x's side of the mean, times the binomial density of a in a + b; beyond the mean
 * one minus the other tail. The number of terms grows with √(a + b).
 *
 * @param x where the distribution is cut, from 0 to 1
 * @param first a, above 0
 * @param second b, above 0
 * @param options `tail`: `lower` or `upper`; `scale`: `plain` or `log`
 * @returns the probability, from 0 to 1, or its logarithm; NaN for NaN
 * @throws RangeError where x is outside 0 to 1 or a shape is not above 0
 *
 * Source: DiDonato AR, Morris AH. Algorithm 708: significant digit computation of the incomplete beta function ratios.
 * ACM TOMS 1992;18:360–73 (the fraction); Loader C, 2000 (the density).
 * Reference: mpmath at 60 digits: each tail to 2e-13 relative for shapes from 0.00001 to 1e7, tails from 1e-300.
 *
 * @example
 * betaDistribution(0.5, 2, 3) // 0.6875
 */
export function betaDistribution(x: number, first: number, second: number, options: TailOptions = {}): number {
  if (x < 0 || x > 1) throw new RangeError(`betaDistribution: x must be from 0 to 1, got ${x}`);
  requireShapes("betaDistribution", first, second);
  const log = (tail: "lower" | "upper") =>
    tail === "lower" ? logLowerBeta(x, 1 - x, first, second) : logLowerBeta(1 - x, x, second, first);
  return asAsked(
    "betaDistribution",
    { lower: () => Math.exp(log("lower")), upper: () => Math.exp(log("upper")), logOfTiny: log },
    options,
  );
}
