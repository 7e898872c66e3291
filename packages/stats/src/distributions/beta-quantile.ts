import { logBinomialDensity } from "./binomial-density.ts";
import { logLowerBeta, requireShapes } from "./incomplete-beta.ts";
import { type TailOptions, tailsGiven } from "./tail.ts";

/**
 * The point that a beta variable stays below with a given probability.
 *
 * Newton's steps on the logarithm of the smaller tail against the logit u = ln(x / (1 − x)). In u the density is
 * xᵃ (1 − x)ᵇ / B(a, b), log-concave for all shapes, and so are both tails: after its first step each iteration
 * approaches the root from one side and cannot miss it.
 *
 * @param probability from 0 to 1, or its logarithm
 * @param first a, above 0
 * @param second b, above 0
 * @param options `tail`: `lower` or `upper`; `scale`: `plain` or `log`
 * @returns the quantile, from 0 to 1; 0 at 0, 1 at 1, NaN for NaN
 * @throws RangeError where the probability is outside 0 to 1 or a shape is not above 0
 *
 * Source: as for `lowerBeta`.
 * Reference: `qbeta` of R 4.2.2, to 1e-12 relative.
 *
 * @example
 * betaQuantile(0.75, 1, 2) // 0.5
 */
export function betaQuantile(probability: number, first: number, second: number, options: TailOptions = {}): number {
  requireShapes("betaQuantile", first, second);
  const { lower, upper } = tailsGiven("betaQuantile", probability, options);
  if (Number.isNaN(lower + upper + first + second)) {
    return lower === -Infinity ? 0 : upper === -Infinity ? 1 : Number.NaN;
  }
  if (lower === -Infinity) return 0;
  if (upper === -Infinity) return 1;
  // A point too near an end for the logit's range is told from that end, whose tail is a power there.
  const [nearZero, nearOne] = [lower < leadingTermIsAll * first, upper < leadingTermIsAll * second];
  const fromBelow = nearZero === nearOne ? lower <= upper : nearZero;
  return logistic(fromBelow ? betaLogit(lower, first, second) : -betaLogit(upper, second, first));
}

const closeEnough = 1e-10; // the next step would be its square
const enough = 200;
const leadingTermIsAll = -600; // below this the tail is a power of x to the last digit

/** The logit of the point with a lower tail whose logarithm is given, best at most that of a half. */
export function betaLogit(wanted: number, a: number, b: number): number {
  let logit = Math.max(leadingTermIsAll, Math.log(a / b));
  for (let i = 0; i < enough; i++) {
    const x = logistic(logit);
    const y = logistic(-logit);
    const found = logLowerBeta(x, y, a, b);
    const slope = Math.exp(logBinomialDensity(a, b, x, y) + Math.log(a * (b / (a + b))) - found);
    const next = logit + (wanted - found) / slope;
    if (logit === leadingTermIsAll && next < logit) return next;
    const step = Math.abs(next - logit);
    logit = Math.max(leadingTermIsAll, next);
    if (step < closeEnough) break;
  }
  return logit;
}

function logistic(logit: number): number {
  return logit < 0 ? Math.exp(logit) / (1 + Math.exp(logit)) : 1 / (1 + Math.exp(-logit));
}
