import { normalDeviate } from "../distributions/normal-deviate.ts";
import { wilsonLimitsAt } from "../intervals/wilson-limits.ts";
import type { ProportionOptions } from "../rates/proportion.ts";
import type { Interval } from "../shared/interval.ts";
import { requireEvents, requireLevel, requirePer } from "../shared/require.ts";

/** The same people, or matched pairs, looked at twice: how many had it both times, once, or never. */
export interface Pairs {
  readonly both: number;
  readonly firstOnly: number;
  readonly secondOnly: number;
  readonly neither: number;
}

/**
 * One proportion less another, for the same people or matched pairs: before and after, case and control.
 *
 * With Wilson's limits l and u of each share and φ the correlation of the two answers, lower = d − √(a² − 2φab + b²) with a = p₁ −
 * l₁ and b = u₂ − p₂, and upper likewise with u₁ − p₁ and p₂ − l₂. A positive φ is drawn towards 0: half of all pairs are taken
 * off its numerator, to no less than 0.
 *
 * @param pairs four counts, 0 or more, of which one is above 0
 * @returns first − second on the scale of `per`, with limits; all are NaN where a count is missing
 * @throws RangeError where a count is negative or infinite, there are no pairs, or an option is invalid
 *
 * Source: Newcombe RG. Improved confidence intervals for the difference between binomial proportions based on paired data.
 * Stat Med 1998;17:2635–50, method 10.
 * Reference: R 4.2.2, the formula written out around `prop.test(correct = FALSE)`, to 1e-13 relative.
 *
 * @example
 * pairedProportionDifference({ both: 20, firstOnly: 12, secondOnly: 2, neither: 16 })
 * // { value: 0.2, lower: 0.05615642484174832, upper: 0.3292069954001405 }
 */
export function pairedProportionDifference(
  { both, firstOnly, secondOnly, neither }: Pairs,
  { per = 1, level = 0.95 }: Omit<ProportionOptions, "deviate"> = {},
): Interval {
  for (const count of [both, firstOnly, secondOnly, neither]) requireEvents("pairedProportionDifference", count);
  requirePer("pairedProportionDifference", per);
  const pairs = both + firstOnly + secondOnly + neither;
  if (pairs === 0) throw new RangeError("pairedProportionDifference: needs at least one pair, got none");
  requireLevel("pairedProportionDifference", level);
  const z = normalDeviate(level);
  const value = (firstOnly - secondOnly) / pairs;
  const first = sides(both + firstOnly, pairs, z);
  const second = sides(both + secondOnly, pairs, z);
  const phi = correlation(both, firstOnly, secondOnly, neither);
  const reach = (a: number, b: number) => Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
  return {
    value: value * per,
    lower: (value - reach(first.down, second.up)) * per,
    upper: (value + reach(first.up, second.down)) * per,
  };
}

/** How far Wilson's limits lie below and above a share. */
function sides(events: number, total: number, z: number) {
  if (Number.isNaN(total)) return { down: Number.NaN, up: Number.NaN };
  const { lower, upper } = wilsonLimitsAt(events, total, z);
  return { down: events / total - lower, up: upper - events / total };
}

function correlation(both: number, firstOnly: number, secondOnly: number, neither: number): number {
  const margins = (both + firstOnly) * (secondOnly + neither) * (both + secondOnly) * (firstOnly + neither);
  if (margins === 0) return 0;
  const product = both * neither - firstOnly * secondOnly;
  const half = (both + firstOnly + secondOnly + neither) / 2;
  return (product > 0 ? Math.max(0, product - half) : product) / Math.sqrt(margins);
}
