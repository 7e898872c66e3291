import { normalDeviate } from "../distributions/normal-deviate.ts";
import type { Limits } from "../shared/interval.ts";
import { requireLevel } from "../shared/require.ts";
import { requireShare } from "./wilson-limits.ts";

/**
 * Agresti and Coull's limits of a proportion: the textbook ones after adding z²/2 who have it and z²/2 who have not.
 *
 * s ∓ z √(s (1 − s) / m), with m = n + z² and s = (x + z²/2) / m. Never narrower than `wilsonLimits`, around the same
 * middle.
 *
 * @param events how many have it, from 0 to `total`
 * @param total how many there are, above 0
 * @param level coverage, between 0 and 1
 * @returns limits of the share, cut at 0 and 1; NaN for a missing count
 * @throws RangeError where events are negative or more than the total, the total is not above 0, or the level is not
 * between 0 and 1
 *
 * Source: Agresti A, Coull BA. Approximate is better than "exact" for interval estimation of binomial proportions. The
 * American Statistician 1998;52:119–26, for any level as in Brown, Cai and DasGupta, 2001.
 * Reference: R 4.2.2, the formula written out, to 1e-13 relative.
 *
 * @example
 * agrestiCoullLimits(5, 10) // { lower: 0.236593090512564, upper: 0.763406909487436 }
 */
export function agrestiCoullLimits(events: number, total: number, level = 0.95): Limits {
  requireShare("agrestiCoullLimits", events, total);
  requireLevel("agrestiCoullLimits", level);
  const z = normalDeviate(level);
  const size = total + z * z;
  const share = (events + (z * z) / 2) / size;
  const reach = z * Math.sqrt((share * (1 - share)) / size);
  return { lower: Math.max(0, share - reach), upper: Math.min(1, share + reach) };
}
