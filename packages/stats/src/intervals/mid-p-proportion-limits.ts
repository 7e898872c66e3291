import { betaQuantile } from "../distributions/beta-quantile.ts";
import { lowerBeta } from "../distributions/incomplete-beta.ts";
import type { Limits } from "../shared/interval.ts";
import { requireLevel } from "../shared/require.ts";
import { rootBetween } from "../shared/root-between.ts";
import { requireShare } from "./wilson-limits.ts";

/**
 * The mid-P limits of a proportion: Clopper and Pearson's, with only half the chance of the count itself put into the
 * tail.
 *
 * P(X > x) + ½ P(X = x) = (1 − level)/2 at the lower limit, P(X < x) + ½ P(X = x) = (1 − level)/2 at the upper.
 *
 * They cover the true share at about the level on average, where `clopperPearsonLimits` cover it at least so often and
 * mostly oftener.
 *
 * @param events how many have it, from 0 to `total`
 * @param total how many there are, above 0
 * @param level coverage, between 0 and 1
 * @returns limits of the share, from 0 to 1; exactly 0 below where nobody has it, exactly 1 above where everybody has;
 * NaN for a missing count
 * @throws RangeError where events are negative or more than the total, the total is not above 0, or the level is not
 * between 0 and 1
 *
 * Source: Lancaster HO. JASA 1961;56:223–34; Newcombe RG. Two-sided confidence intervals for the single proportion:
 * comparison of seven methods. Stat Med 1998;17:857–72, method 6.
 * Reference: Newcombe 1998, table I, to the 4 decimals given; R 4.2.2, `uniroot` on `pbinom` and `dbinom` with a tolerance
 * of 1e-14, to 1e-11 relative.
 *
 * @example
 * midPProportionLimits(81, 263)
 * // { lower: 0.2544021049455224, upper: 0.36577347425777706 }
 */
export function midPProportionLimits(events: number, total: number, level = 0.95): Limits {
  requireShare("midPProportionLimits", events, total);
  requireLevel("midPProportionLimits", level);
  const tail = (1 - level) / 2;
  return { lower: midPLower(events, total, tail), upper: 1 - midPLower(total - events, total, tail) };
}

/** The lower limit alone; the upper one is what is left of 1 by the lower limit of the others. */
export function midPLower(events: number, total: number, tail: number): number {
  if (Number.isNaN(events)) return Number.NaN;
  if (events === 0) return 0;
  const rest = total - events;
  const log = Math.log(2 * tail);
  if (rest === 0) return Math.exp(log / total);
  const beyond = (share: number) => lowerBeta(share, events, rest + 1) + lowerBeta(share, events + 1, rest);
  return rootBetween(
    (share) => Math.log(beyond(share)) - log,
    betaQuantile(tail, events, rest + 1),
    betaQuantile(tail, events + 1, rest),
  );
}
