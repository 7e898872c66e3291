import { normalDeviate } from "../distributions/normal-deviate.ts";
import { twoSidedProbability } from "../distributions/two-sided-probability.ts";
import { requireLevel } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import type { Difference } from "./difference.ts";
import type { Observed } from "./observed.ts";
import { equalityScore, ratioAt, requireShares, type ScoreOptions, varianceFactor } from "./proportion-score.ts";

/**
 * One proportion divided by another, with score limits, for two independent groups: the relative risk.
 *
 * The limits are the ratios φ with (p₁ − φp₂)² = z² (r₁(1 − r₁)/n₁ + φ² r₂(1 − r₂)/n₂) N/(N − 1), r₁ and r₂ being the likeliest
 * shares with r₁ = φr₂. At φ = 1 that is the test of z, so limits and probability never disagree, nor do they with those of
 * `scoreProportionDifference`.
 *
 * @param first events and the people among whom they were counted
 * @param second events and people it is divided by
 * @param options `level`; `variance`: `unbiased` (Miettinen and Nurminen) or `likelihood` (Koopman)
 * @returns first ÷ second with limits, z and two-sided probability. With no events in the second, value and upper limit are
 * Infinity; with none in either the value is NaN and the limits are 0 and Infinity. All are NaN where a count is missing
 * @throws RangeError where events are negative or more than the people, the people are not above 0, or the level is
 * invalid
 *
 * Source: Miettinen O, Nurminen M. Comparative analysis of two rates. Stat Med 1985;4:213–26; Koopman PAR. Confidence
 * intervals for the ratio of two binomial proportions. Biometrics 1984;40:513–7.
 * Reference: R 4.2.2, the quadratic written out and `uniroot` with a tolerance of 1e-14, to 1e-10 relative.
 *
 * @example
 * scoreProportionRatio({ events: 36, population: 40 }, { events: 16, population: 80 })
 * // { value: 4.5, lower: 2.9346464594877997, upper: 7.166298299460333, z: 7.264243303278791, probability: 3.7513226778278816e-13 }
 */
export function scoreProportionRatio(
  first: Observed,
  second: Observed,
  { level = 0.95, variance = "unbiased" }: ScoreOptions = {},
): Difference {
  requireShares("scoreProportionRatio", first, second);
  requireChoice("scoreProportionRatio", "variance", variance, ["unbiased", "likelihood"]);
  requireLevel("scoreProportionRatio", level);
  const deviate = normalDeviate(level);
  const factor = varianceFactor(first, second, variance);
  const z = equalityScore(first, second, factor);
  return {
    value: first.events / first.population / (second.events / second.population),
    lower: lowerLimit(first, second, deviate, factor),
    upper: 1 / lowerLimit(second, first, deviate, factor),
    z,
    probability: twoSidedProbability(z),
  };
}

function lowerLimit(first: Observed, second: Observed, deviate: number, factor: number): number {
  if (Number.isNaN(first.events + second.events)) return Number.NaN;
  if (first.events === 0) return 0;
  const [p1, p2] = [first.events / first.population, second.events / second.population];
  return ratioAt((ratio) => {
    const gap = p1 - ratio * p2;
    return gap === 0 ? 0 : gap / Math.sqrt(likeliestVariance(first, second, ratio) * factor);
  }, deviate);
}

/** r₁(1 − r₁)/n₁ + φ² r₂(1 − r₂)/n₂ at the likeliest shares with r₁ = φr₂: the smaller root of a quadratic. */
function likeliestVariance(first: Observed, second: Observed, ratio: number): number {
  const { events: x1, population: n1 } = first;
  const { events: x2, population: n2 } = second;
  const [from1, from2] = [ratio * (n1 + x2), n2 + x1];
  const discriminant = (from1 - from2) * (from1 - from2) + 4 * ratio * (n1 - x1) * (n2 - x2);
  const r2 = Math.min(1, (2 * (x1 + x2)) / (from1 + from2 + Math.sqrt(discriminant)));
  const r1 = Math.min(1, ratio * r2);
  return (r1 * (1 - r1)) / n1 + (ratio * ratio * r2 * (1 - r2)) / n2;
}
