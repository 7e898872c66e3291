import { betaQuantile } from "../distributions/beta-quantile.ts";
import type { Limits } from "../shared/interval.ts";
import { requireLevel } from "../shared/require.ts";
import { requireShare } from "./wilson-limits.ts";

/**
 * Clopper and Pearson's exact limits of a proportion: the shares under which a count so high, or so low, has the chance
 * (1 − level) / 2.
 *
 * lower = B((1 − level)/2; x, n − x + 1); upper = B((1 + level)/2; x + 1, n − x), B being the beta quantile.
 *
 * They cover the true share at least as often as the level says, and mostly oftener: `wilsonLimits` are nearer to it on
 * average, these are for where the level must be kept.
 *
 * @param events how many have it, from 0 to `total`
 * @param total how many there are, above 0
 * @param level coverage, between 0 and 1
 * @returns limits of the share, from 0 to 1; exactly 0 below where nobody has it, exactly 1 above where everybody has;
 * NaN for a missing count
 * @throws RangeError where events are negative or more than the total, the total is not above 0, or the level is not
 * between 0 and 1
 *
 * Source: Clopper CJ, Pearson ES. The use of confidence or fiducial limits illustrated in the case of the binomial.
 * Biometrika 1934;26:404–13.
 * Reference: SciPy 1.17.1 `binomtest(...).proportion_ci("exact")`, to 1e-9 relative; through `betaQuantile`, R's `qbeta`.
 *
 * @example
 * clopperPearsonLimits(81, 263) // { lower: 0.25273674558527115, upper: 0.36762192260135134 }
 */
export function clopperPearsonLimits(events: number, total: number, level = 0.95): Limits {
  requireShare("clopperPearsonLimits", events, total);
  requireLevel("clopperPearsonLimits", level);
  const tail = (1 - level) / 2;
  return {
    lower: events === 0 ? 0 : betaQuantile(tail, events, total - events + 1),
    upper: events === total ? 1 : betaQuantile(1 - tail, events + 1, total - events),
  };
}
