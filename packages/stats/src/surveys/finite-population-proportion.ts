import { type DeviateOptions, deviateOf } from "../intervals/deviate.ts";
import { requireShare, wilsonLimitsAt } from "../intervals/wilson-limits.ts";
import type { ProportionOptions } from "../rates/proportion.ts";
import type { Interval } from "../shared/interval.ts";
import { requirePer } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { type FinitePopulationOptions, factorOf } from "./finite-population-factor.ts";

/** How a proportion of a finite population is estimated. */
export interface FinitePopulationProportionOptions extends ProportionOptions, FinitePopulationOptions, DeviateOptions {
  /** `wilson` (default): Wilson's limits of n ÷ factor² people; `normal`: p ∓ z × factor × √(p(1 − p)/n), cut at 0 and 1. */
  readonly limits?: "wilson" | "normal";
  /**
   * How often the square root is taken: `once` (default), or `twice`, by which some published tables are too wide: the factor
   * is itself a root, and was put under the root of the variance.
   */
  readonly root?: "once" | "twice";
}

/**
 * The share of a population that has something, where a good part of the population was asked: limits narrower than
 * `proportion` has, and none at all where everybody was asked.
 *
 * value = events ÷ sampled × per. The standard error is factor × √(p(1 − p)/n), with the factor of `finitePopulationFactor`.
 * With `per` the population itself, the result is the number of people in it who have it.
 *
 * @param events     how many have it, from 0 to `sampled`
 * @param sampled    people asked, above 0, drawn without replacement
 * @param population people there are, above 0; not more than were asked is taken as all
 * @param options    `per`; `level` or `deviate`; `limits`; `form`; `root`
 * @returns value and limits on the scale of `per`; both limits are the value where all were asked; all are NaN where a number is
 * missing
 * @throws RangeError where events are negative or more than were asked, a size is not above 0, or an option is invalid
 *
 * Source: Cochran WG. Sampling Techniques, 3rd ed., 1977, 3.2 and 3.6; for Wilson's limits of the larger sample Korn EL,
 * Graubard BI. Analysis of Health Surveys, 1999, 2.6.
 * Reference: worked by hand: 320 of 800 asked among 1,000 is 40 per cent, 1.52 to each side (2.27 with the root taken twice).
 *
 * @example
 * finitePopulationProportion(320, 800, 1_000, { per: 100, limits: "normal" })
 * // { value: 40, lower: 38.481818425742006, upper: 41.518181574257994 }
 */
export function finitePopulationProportion(
  events: number,
  sampled: number,
  population: number,
  options: FinitePopulationProportionOptions = {},
): Interval {
  const { per = 1, level = 0.95, limits = "wilson", root = "once", form = "1 - n/N" } = options;
  requireShare("finitePopulationProportion", events, sampled);
  requirePer("finitePopulationProportion", per);
  requireChoice("finitePopulationProportion", "limits", limits, ["wilson", "normal"]);
  requireChoice("finitePopulationProportion", "root", root, ["once", "twice"]);
  const z = deviateOf("finitePopulationProportion", level, options.deviate);
  const once = factorOf("finitePopulationProportion", sampled, population, form);
  const factor = root === "once" ? once : Math.sqrt(once);
  const share = events / sampled;
  const value = Number.isNaN(factor) ? Number.NaN : share * per;
  if (factor === 0) return { value, lower: value, upper: value };
  if (limits === "wilson") {
    const size = sampled / (factor * factor);
    const { lower, upper } = wilsonLimitsAt(share * size, size, z);
    return { value, lower: lower * per, upper: upper * per };
  }
  const reach = z * factor * Math.sqrt((share * (1 - share)) / sampled);
  return { value, lower: Math.max(0, share - reach) * per, upper: Math.min(1, share + reach) * per };
}
