import { normalDeviate } from "../distributions/normal-deviate.ts";
import { twoSidedProbability } from "../distributions/two-sided-probability.ts";
import { requireLevel } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import type { Difference } from "./difference.ts";
import type { Observed } from "./observed.ts";
import { equalityScore, ratioAt, requireShares, type ScoreOptions, varianceFactor } from "./proportion-score.ts";

/**
 * The odds in one group divided by those in another, with score limits, for two independent groups.
 *
 * value = x₁(n₂ − x₂) ÷ x₂(n₁ − x₁). The limits are the ratios ψ with (x₁ − n₁r₁)² (1/n₁r₁(1 − r₁) + 1/n₂r₂(1 − r₂)) (N − 1)/N =
 * z², r₁ and r₂ being the likeliest shares whose odds have the ratio ψ. At ψ = 1 that is the test of z, the same as for
 * `scoreProportionDifference` and `scoreProportionRatio`.
 *
 * @param first events and the people among whom they were counted
 * @param second events and people whose odds it is divided by
 * @param options `level`; `variance`: `unbiased` (Miettinen and Nurminen) or `likelihood` (Cornfield without correction)
 * @returns the ratio with limits, z and two-sided probability; 0 and Infinity where one of the groups has nobody or
 * everybody; NaN between 0 and Infinity where both have nobody, or both everybody; all are NaN where a count is missing
 * @throws RangeError where events are negative or more than the people, the people are not above 0, or the level is
 * invalid
 *
 * Source: Miettinen O, Nurminen M. Comparative analysis of two rates. Stat Med 1985;4:213–26; Cornfield J. Proc Third
 * Berkeley Symposium 1956;4:135–48.
 * Reference: R 4.2.2, the likeliest shares and the limits by `uniroot` with a tolerance of 1e-14, to 1e-9 relative.
 *
 * @example
 * scoreOddsRatio({ events: 36, population: 40 }, { events: 16, population: 80 })
 * // { value: 36, lower: 11.481282194425166, upper: 111.4030682915462, z: 7.264243303278791, probability: 3.7513226778278816e-13 }
 */
export function scoreOddsRatio(
  first: Observed,
  second: Observed,
  { level = 0.95, variance = "unbiased" }: ScoreOptions = {},
): Difference {
  requireShares("scoreOddsRatio", first, second);
  requireChoice("scoreOddsRatio", "variance", variance, ["unbiased", "likelihood"]);
  requireLevel("scoreOddsRatio", level);
  const deviate = normalDeviate(level);
  const factor = varianceFactor(first, second, variance);
  const z = equalityScore(first, second, factor);
  return {
    value: odds(first) / odds(second),
    lower: lowerLimit(first, second, deviate, factor),
    upper: 1 / lowerLimit(second, first, deviate, factor),
    z,
    probability: twoSidedProbability(z),
  };
}

function odds({ events, population }: Observed): number {
  return events / (population - events);
}

function lowerLimit(first: Observed, second: Observed, deviate: number, factor: number): number {
  if (Number.isNaN(first.events + second.events)) return Number.NaN;
  if (first.events === 0 || second.events === second.population) return 0;
  return ratioAt((ratio) => score(first, second, ratio) / Math.sqrt(factor), deviate);
}

function score(first: Observed, second: Observed, ratio: number): number {
  const { events: x1, population: n1 } = first;
  const n2 = second.population;
  const total = x1 + second.events;
  const a = n2 * (ratio - 1);
  const b = ratio * (n1 - total) + n2 + total;
  const root = Math.sqrt(Math.max(0, b * b + 4 * a * total));
  const r2 = b > 0 ? (2 * total) / (b + root) : (root - b) / (2 * a);
  const spread = 1 + r2 * (ratio - 1);
  const [r1, rest] = [(ratio * r2) / spread, (1 - r2) / spread];
  const gap = x1 - n1 * r1;
  return gap === 0 ? 0 : gap * Math.sqrt(1 / (n1 * r1 * rest) + 1 / (n2 * r2 * (1 - r2)));
}
