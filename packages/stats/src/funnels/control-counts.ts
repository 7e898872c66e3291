import { binomialDensity } from "../distributions/binomial-density.ts";
import { logLowerBeta, lowerBeta, upperBeta } from "../distributions/incomplete-beta.ts";
import { lowerGamma, upperGamma } from "../distributions/incomplete-gamma.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";
import { poissonDensity } from "../distributions/poisson-density.ts";
import { risingRoot } from "../shared/rising-root.ts";

// Counts beyond which a Poisson or binomial count lies with the chance `tail`. Numbers, no objects, for kernels.

/** The count, continued to fractions, up to which a Poisson count of this mean has the chance `tail`; at least 0. */
export function poissonCountBelow(mean: number, tail: number): number {
  if (Math.exp(-mean) >= tail) return 0;
  return risingRoot(poissonUpTo, mean, Math.log(tail), 0, poissonGuess(mean, tail, -1), 0, Infinity);
}

/** The count, continued to fractions, from which on a Poisson count of this mean has the chance `tail`; above 0. */
export function poissonCountAbove(mean: number, tail: number): number {
  return risingRoot(poissonFrom, mean, Math.log(tail), 0, poissonGuess(mean, tail, 1), 0, Infinity);
}

/** The same by straight lines between whole counts: r − (P(R ≤ r) − p) ÷ P(R = r), r the p-quantile; at least 0. */
export function poissonCountBetween(mean: number, tail: number, side: -1 | 1): number {
  if (side < 0) {
    const r = Math.ceil(poissonCountBelow(mean, tail));
    return Math.max(0, r - (upperGamma(mean, r + 1) - tail) / poissonDensity(r, mean));
  }
  const r = Math.max(0, Math.ceil(poissonCountAbove(mean, tail) - 1));
  return Math.max(0, r - (tail - lowerGamma(mean, r + 1)) / poissonDensity(r, mean));
}

/** The count up to which a binomial count of `total` trials has the chance `tail`; at least 0. */
export function binomialCountBelow(total: number, share: number, tail: number): number {
  if (share === 0 || share === 1) return share * total;
  if (total * Math.log1p(-share) >= Math.log(tail)) return 0;
  return risingRoot(binomialUpTo, total, share, Math.log(tail), binomialGuess(total, share, tail, -1), 0, total);
}

/** The count from which on a binomial count of `total` trials has the chance `tail`; at most `total`. */
export function binomialCountAbove(total: number, share: number, tail: number): number {
  if (share === 0 || share === 1) return share * total;
  return risingRoot(binomialFrom, total, share, Math.log(tail), binomialGuess(total, share, tail, 1), 0, total);
}

/** The same by straight lines between whole counts; from 0 to `total`. */
export function binomialCountBetween(total: number, share: number, tail: number, side: -1 | 1): number {
  if (share === 0 || share === 1) return share * total;
  if (side < 0) {
    const r = Math.ceil(binomialCountBelow(total, share, tail));
    const upTo = r >= total ? 1 : upperBeta(share, r + 1, total - r);
    return Math.max(0, r - (upTo - tail) / binomialDensity(Math.min(r, total), total, share));
  }
  const above = binomialCountAbove(total, share, tail);
  const r = Math.max(0, Math.ceil(above - 1));
  // Where even all of them leave a larger chance than `tail`, the quantile is the total.
  const top = above >= total && chanceBeyond(r, total, share) > tail ? total : Math.min(total, r);
  const limit = top - (tail - chanceBeyond(top, total, share)) / binomialDensity(top, total, share);
  return Math.min(total, Math.max(0, limit));
}

function chanceBeyond(count: number, total: number, share: number): number {
  return count >= total ? 0 : lowerBeta(share, count + 1, total - count);
}

function poissonUpTo(count: number, mean: number, logTail: number): number {
  return Math.log(upperGamma(mean, count + 1)) - logTail;
}

function poissonFrom(count: number, mean: number, logTail: number): number {
  return logTail - (count === 0 ? 0 : Math.log(lowerGamma(mean, count)));
}

/** Cornish and Fisher's first step from the mean. */
function poissonGuess(mean: number, tail: number, side: -1 | 1): number {
  const z = normalQuantile(tail);
  return Math.max(0, mean - side * z * Math.sqrt(mean) + (z * z - 1) / 6);
}

function binomialUpTo(count: number, total: number, share: number, logTail: number): number {
  return (count >= total ? 0 : logLowerBeta(1 - share, share, total - count, count + 1)) - logTail;
}

function binomialFrom(count: number, total: number, share: number, logTail: number): number {
  return logTail - (count === 0 ? 0 : logLowerBeta(share, 1 - share, count, total - count + 1));
}

function binomialGuess(total: number, share: number, tail: number, side: -1 | 1): number {
  const guess = total * share - side * normalQuantile(tail) * Math.sqrt(total * share * (1 - share));
  return Math.min(total, Math.max(0, guess));
}
