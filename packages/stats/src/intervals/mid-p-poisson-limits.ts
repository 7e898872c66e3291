import { gammaQuantile } from "../distributions/gamma-quantile.ts";
import { lowerGamma, upperGamma } from "../distributions/incomplete-gamma.ts";
import type { Limits } from "../shared/interval.ts";
import { requireEvents, requireLevel } from "../shared/require.ts";
import { rootBetween } from "../shared/root-between.ts";

/**
 * The mid-P limits of a Poisson count: the exact ones, with only half the chance of the count itself put into the tail.
 *
 * P(X > x) + ½ P(X = x) = (1 − level)/2 at the lower limit, P(X < x) + ½ P(X = x) = (1 − level)/2 at the upper.
 *
 * They cover the true mean at about the level on average, where `exactPoissonLimits` cover it at least so often and
 * mostly oftener.
 *
 * @param events events counted, 0 or more, whole or apportioned
 * @param level coverage, between 0 and 1
 * @returns limits in events; 0 below and −ln(1 − level) above for no events; NaN for a missing count
 * @throws RangeError where events are negative or infinite, or the level is not between 0 and 1
 *
 * Source: Lancaster HO. Significance tests in discrete distributions. JASA 1961;56:223–34; Cohen GR, Yang S-Y. Mid-P
 * confidence intervals for the Poisson expectation. Stat Med 1994;13:2189–203.
 * Reference: R 4.2.2, `uniroot` on `ppois` and `dpois` with a tolerance of 1e-13, to 1e-11 relative.
 *
 * @example
 * midPPoissonLimits(5)
 * // { lower: 1.831994808528417, upper: 11.082415664992016 }
 */
export function midPPoissonLimits(events: number, level = 0.95): Limits {
  requireEvents("midPPoissonLimits", events);
  requireLevel("midPPoissonLimits", level);
  const tail = (1 - level) / 2;
  if (Number.isNaN(events)) return { lower: Number.NaN, upper: Number.NaN };
  const log = Math.log(2 * tail);
  return {
    lower: events === 0 ? 0 : between(tail, events, (mean) => Math.log(mid(lowerGamma, mean, events)) - log),
    upper: events === 0 ? -log : between(1 - tail, events, (mean) => Math.log(mid(upperGamma, mean, events)) - log),
  };
}

/** Twice the tail at a mean: P(X ≥ x) + P(X ≥ x + 1) below, P(X ≤ x − 1) + P(X ≤ x) above. */
function mid(tail: typeof lowerGamma, mean: number, events: number): number {
  return tail(mean, events) + tail(mean, events + 1);
}

/** The limit lies between the exact ones of this count and of the next. */
function between(probability: number, events: number, miss: (mean: number) => number): number {
  return rootBetween(miss, gammaQuantile(probability, events), gammaQuantile(probability, events + 1));
}
