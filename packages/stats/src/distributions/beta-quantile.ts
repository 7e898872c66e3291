import { gapFromMean, logBinomialDensity } from "./binomial-density.ts";
import { logLowerBeta, requireShapes } from "./incomplete-beta.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { type TailOptions, tailsGiven } from "./tail.ts";

/**
 * The point that a beta variable stays below with a given probability.
 *
 * Newton's steps on the logarithm of the smaller tail against the logit u = ln(x / (1 − x)). In u the density is
 * xᵃ (1 − x)ᵇ / B(a, b), log-concave for all shapes, and so are both tails: after its first step each iteration
 * approaches the root from one side and cannot miss it; near the root a step of the fourth order.
 *
 * @param probability from 0 to 1, or its logarithm
 * @param first a, above 0
 * @param second b, above 0
 * @param options `tail`: `lower` or `upper`; `scale`: `plain` or `log`
 * @returns the quantile, from 0 to 1; 0 at 0, 1 at 1, NaN for NaN
 * @throws RangeError where the probability is outside 0 to 1 or a shape is not above 0
 *
 * Source: as for `betaDistribution`; Abramowitz M, Stegun IA, 1964, 26.5.22 (the start).
 * Reference: mpmath at 60 digits, to 1e-12 relative for shapes from 0.00001 to 1e7 and tails from 1e-300, but for what the
 * last digit of the probability is worth; `qbeta` of R 4.2.2.
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

/** The logit below which the lower tail is a power of x to the last digit. */
export const leadingTermIsAll = -600;

const closeEnough = 1e-8; // what is left after the better step is a share of the square of this
const enough = 200;

/** The logit of the point with a lower tail whose logarithm is given, best at most that of a half. */
export function betaLogit(wanted: number, a: number, b: number, start = startOf(wanted, a, b)): number {
  let logit = Math.max(leadingTermIsAll, start);
  for (let i = 0; i < enough; i++) {
    const x = logistic(logit);
    const y = logistic(-logit);
    const found = logLowerBeta(x, y, a, b);
    const slope = Math.exp(logBinomialDensity(a, b, x, y) + Math.log(a * (b / (a + b))) - found);
    const step = (wanted - found) / slope;
    // The second and the third derivative of the logarithm, divided by the first, say how far the step is out.
    const bend = (a + b) * x * y;
    const second = gapFromMean(a, b, x, y) - slope;
    const third = second * second - bend - slope * second;
    const spread = step * step * (1 + bend + second * second + Math.abs(slope * second));
    const better = step * (1 - step * (second / 2 - step * ((second * second) / 2 - third / 6)));
    const next = logit + (spread < 0.1 ? better : step);
    if (logit === leadingTermIsAll && next < logit) return logit + (wanted - found) / a;
    logit = Math.max(leadingTermIsAll, next);
    if (spread < closeEnough) break;
  }
  return logit;
}

/** Abramowitz and Stegun's 26.5.22 where both shapes are 1 or more, else the mean. */
function startOf(wanted: number, a: number, b: number): number {
  if (a < 1 || b < 1) return Math.log(a / b);
  const z = -normalQuantile(wanted, lowerLog);
  const lambda = (z * z - 3) / 6;
  const [p, q] = [1 / (2 * a - 1), 1 / (2 * b - 1)];
  const h = 2 / (p + q);
  return Math.log(a / b) - 2 * ((z * Math.sqrt(h + lambda)) / h - (q - p) * (lambda + 5 / 6 - 2 / (3 * h)));
}

const lowerLog = { scale: "log" } as const;

function logistic(logit: number): number {
  return logit < 0 ? Math.exp(logit) / (1 + Math.exp(logit)) : 1 / (1 + Math.exp(-logit));
}
