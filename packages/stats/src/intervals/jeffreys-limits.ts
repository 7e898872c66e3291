import { betaQuantile } from "../distributions/beta-quantile.ts";
import type { Limits } from "../shared/interval.ts";
import { requireLevel } from "../shared/require.ts";
import { requireShare } from "./wilson-limits.ts";

/**
 * Jeffreys' limits of a proportion: the equal-tailed posterior interval under his prior, a beta of ½ and ½.
 *
 * lower and upper = B((1 ∓ level)/2; x + ½, n − x + ½), B being the beta quantile.
 *
 * @param events how many have it, from 0 to `total`
 * @param total how many there are, above 0
 * @param level coverage, between 0 and 1
 * @returns limits of the share, from 0 to 1; set to 0 below where nobody has it and to 1 above where everybody has; NaN
 * for a missing count
 * @throws RangeError where events are negative or more than the total, the total is not above 0, or the level is not
 * between 0 and 1
 *
 * Source: Brown LD, Cai TT, DasGupta A. Interval estimation for a binomial proportion. Statistical Science
 * 2001;16:101–33, section 3.1.2 and the ends of section 4.1.1.
 * Reference: through `betaQuantile`, `qbeta` of R 4.2.2.
 *
 * @example
 * jeffreysLimits(1, 1, 0.5).upper // 1
 */
export function jeffreysLimits(events: number, total: number, level = 0.95): Limits {
  requireShare("jeffreysLimits", events, total);
  requireLevel("jeffreysLimits", level);
  const tail = (1 - level) / 2;
  return {
    lower: events === 0 ? 0 : betaQuantile(tail, events + 0.5, total - events + 0.5),
    upper: events === total ? 1 : betaQuantile(1 - tail, events + 0.5, total - events + 0.5),
  };
}
