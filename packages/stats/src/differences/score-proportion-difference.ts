import { normalDeviate } from "../distributions/normal-deviate.ts";
import { twoSidedProbability } from "../distributions/two-sided-probability.ts";
import { requireLevel, requirePer } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { rootBetween } from "../shared/root-between.ts";
import type { Difference } from "./difference.ts";
import type { Observed } from "./observed.ts";
import { equalityScore, requireShares, type ScoreOptions, varianceFactor } from "./proportion-score.ts";

/** How a difference of two proportions is expressed. */
export interface ScoreDifferenceOptions extends ScoreOptions {
  /** What the whole is expressed as: 1 for a share, 100 for per cent. Default 1. */
  readonly per?: number;
}

/**
 * One proportion less another with score limits, for two independent groups.
 *
 * The limits are the differences δ with (p₁ − p₂ − δ)² = z² (r₁(1 − r₁)/n₁ + r₂(1 − r₂)/n₂) N/(N − 1), r₁ and r₂ being the
 * likeliest shares that differ by δ. At δ = 0 that is the test of z, so limits and probability never disagree.
 * `proportionDifference` has Newcombe's limits, which need no search and are close.
 *
 * @param first events and the people among whom they were counted
 * @param second events and people it is set against
 * @param options `per`; `level`; `variance`: `unbiased` (Miettinen and Nurminen) or `likelihood` (Mee)
 * @returns first − second on the scale of `per`, from −1 to 1 times it, with limits, z and two-sided probability; with
 * nobody or everybody in both, value and z are 0; all are NaN where a count is missing
 * @throws RangeError where events are negative or more than the people, the people are not above 0, or an option is
 * invalid
 *
 * Source: Miettinen O, Nurminen M. Comparative analysis of two rates. Stat Med 1985;4:213–26; Mee RW. Biometrics
 * 1984;40:1175–6.
 * Reference: Newcombe 1998, Stat Med 17:873–90, table II, methods 5 and 6, to the 4 decimals given.
 *
 * @example
 * scoreProportionDifference({ events: 56, population: 70 }, { events: 48, population: 80 })
 * // { value: 0.20000000000000007, lower: 0.05282971324584473, upper: 0.3381729400158684, z: 2.6413232722941253, probability: 0.008258287929380758 }
 */
export function scoreProportionDifference(
  first: Observed,
  second: Observed,
  { per = 1, level = 0.95, variance = "unbiased" }: ScoreDifferenceOptions = {},
): Difference {
  requireShares("scoreProportionDifference", first, second);
  requirePer("scoreProportionDifference", per);
  requireChoice("scoreProportionDifference", "variance", variance, ["unbiased", "likelihood"]);
  requireLevel("scoreProportionDifference", level);
  const deviate = normalDeviate(level);
  const factor = varianceFactor(first, second, variance);
  const value = first.events / first.population - second.events / second.population;
  const z = equalityScore(first, second, factor);
  return {
    value: value * per,
    lower: lowerLimit(first, second, deviate, factor) * per,
    upper: -lowerLimit(second, first, deviate, factor) * per,
    z,
    probability: twoSidedProbability(z),
  };
}

function lowerLimit(first: Observed, second: Observed, deviate: number, factor: number): number {
  const value = first.events / first.population - second.events / second.population;
  if (Number.isNaN(value) || value === -1) return value;
  const score = (delta: number) => {
    const gap = value - delta;
    return gap === 0 ? 0 : gap / Math.sqrt(likeliestVariance(first, second, delta) * factor);
  };
  return rootBetween((delta) => score(delta) - deviate, -1, value);
}

/**
 * r₁(1 − r₁)/n₁ + r₂(1 − r₂)/n₂ at the likeliest shares with r₁ − r₂ = δ: where the slope of the likelihood is 0. That is
 * a cubic, but its closed solution loses digits where two roots are close.
 */
function likeliestVariance(first: Observed, second: Observed, delta: number): number {
  const lowest = Math.max(0, -delta);
  const highest = Math.min(1, 1 - delta);
  const slope = (share: number): number => {
    const other = Math.min(1, Math.max(0, share + delta));
    return pull(second, share) + pull(first, other);
  };
  let share = lowest;
  if (slope(lowest) > 0) share = slope(highest) >= 0 ? highest : rootBetween(slope, lowest, highest);
  const other = Math.min(1, Math.max(0, share + delta));
  return (other * (1 - other)) / first.population + (share * (1 - share)) / second.population;
}

/** The slope of one group's likelihood at a share: x/p − (n − x)/(1 − p). */
function pull({ events, population }: Observed, share: number): number {
  const rest = population - events;
  return (events === 0 ? 0 : events / share) - (rest === 0 ? 0 : rest / (1 - share));
}
