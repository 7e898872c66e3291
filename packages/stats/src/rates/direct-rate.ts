import { byarLimits } from "../intervals/byar-limits.ts";
import type { Interval } from "../shared/interval.ts";
import { requireEvents, requireLevel, requirePer, requirePopulation, requireSameLength } from "../shared/require.ts";
import type { RateOptions } from "./crude-rate.ts";

/**
 * The rate a population would have if it had the age structure of a standard.
 *
 * Each stratum's rate is weighted by the standard, Σ w·e/n ÷ Σ w. Byar's limits of the total count are placed around
 * it, scaled by Dobson's variance: value + √(v/E) (limit of E − E), v = Σ e (w/n)² ÷ (Σ w)².
 *
 * @param events events in each stratum, 0 or more
 * @param population person-years in each stratum, above 0
 * @param weights people of the standard in each stratum, 0 or more, on any scale
 * @returns value, lower and upper per `per` person-years; with no events at all the value is 0 and the limits are NaN;
 * all are NaN where a count is missing. Byar's limits want about 10 events: withholding below that is the caller's rule
 * @throws RangeError where a count or weight is negative, a population is missing or not above 0, a weight is missing,
 * the weights are all 0, or the columns differ in length or are empty
 *
 * Source: Dobson AJ, Kuulasmaa K, Eberle E, Scherer J. Confidence intervals for weighted sums of Poisson parameters.
 * Stat Med 1991;10:457–62; Breslow NE, Day NE, vol. II, 1987.
 * Reference: `calculate_dsr` of PHEindicatormethods 2.1.0, to 1e-11 relative.
 *
 * @example
 * directRate([10, 40], [10_000, 5_000], [60_000, 40_000])
 * // { value: 380, lower: 281.4802416582795, upper: 501.66166662903214 }
 */
export function directRate(
  events: ArrayLike<number>,
  population: ArrayLike<number>,
  weights: ArrayLike<number>,
  { per = 100_000, level = 0.95 }: RateOptions = {},
): Interval {
  requireSameLength("directRate", { events, population, weights });
  requirePer("directRate", per);
  requireLevel("directRate", level);
  let total = 0;
  let weight = 0;
  let weighted = 0;
  let variance = 0;
  for (let i = 0; i < events.length; i++) {
    const e = events[i]!;
    const n = population[i]!;
    const w = weights[i]!;
    requireEvents("directRate", e, ` in stratum ${i}`);
    requirePopulation("directRate", n, ` in stratum ${i}`);
    requireWeight("directRate", w, i);
    total += e;
    weight += w;
    weighted += (w * e) / n;
    variance += e * (w / n) ** 2;
  }
  requireSomeWeight("directRate", weight);
  const { lower, upper } = byarLimits(total, level);
  return dobsonInterval(weighted / weight, Math.sqrt(variance / total) / weight, { total, lower, upper }, per);
}

/** Places the limits of a total count around a weighted rate, `scale` rates to the event. */
export function dobsonInterval(
  rate: number,
  scale: number,
  count: { readonly total: number; readonly lower: number; readonly upper: number },
  per: number,
): Interval {
  return {
    value: rate * per,
    lower: (rate + scale * (count.lower - count.total)) * per,
    upper: (rate + scale * (count.upper - count.total)) * per,
  };
}

/** Refuses a weight that is negative, missing or infinite. */
export function requireWeight(caller: string, weight: number, stratum: number): void {
  if (!(weight >= 0) || weight === Infinity) {
    throw new RangeError(`${caller}: weight must be 0 or more, got ${weight} in stratum ${stratum}`);
  }
}

/** Refuses a standard that weighs nothing. */
export function requireSomeWeight(caller: string, weight: number): void {
  if (weight === 0) throw new RangeError(`${caller}: weights must add up to more than 0, got 0`);
}
