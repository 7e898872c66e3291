import { twoSidedProbability } from "../distributions/two-sided-probability.ts";
import { requireOneLength } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";

/** A test for trend across ordered groups, with one degree of freedom. */
export interface TrendTest {
  /** The trend in standard errors: above 0 where the events grow more frequent as the score rises. */
  readonly z: number;
  /** z². */
  readonly chiSquare: number;
  /** Chance of a z at least as far from 0 if there were no trend. */
  readonly probability: number;
}

/** How a test for trend is carried out. */
export interface TrendTestOptions {
  /**
   * `none` (default), or `half a step`: the distance of the weighted count from what is expected is shortened by half of
   * the least step between two scores; with two groups that is the correction of Yates.
   */
  readonly continuity?: "none" | "half a step";
}

/**
 * The test of Cochran and Armitage for a trend in proportions across ordered groups.
 *
 * z = Σ (x − x̄) r ÷ √(p (1 − p) Σ n (x − x̄)²), x̄ = Σ n x ÷ N and p = Σ r ÷ N; chiSquare = z², 1 degree of freedom.
 *
 * @param events how many of each group have it, from 0 to the total
 * @param totals how many there are in each group, above 0
 * @param scores the place of each group, such as its year or its dose; only their relative distances matter
 * @param options `continuity`
 * @returns z, χ² and the two-sided probability; z is 0 where all or none have it, or where the scores are all the same; NaN
 * where a count is missing
 * @throws RangeError where events are negative or more than the total, a total is not above 0, a score is missing or
 * infinite, columns differ in length, or there are fewer than two groups
 *
 * Source: Armitage P. Tests for linear trends in proportions and frequencies. Biometrics 1955;11:375–86.
 * Reference: R 4.2.2 `prop.trend.test`, to 1e-12 relative.
 *
 * @example
 * trendOfProportions([10, 20, 30], [100, 100, 100], [1, 2, 3])
 * // { z: 3.5355339059327378, chiSquare: 12.5, probability: 0.00040695201744495936 }
 */
export function trendOfProportions(
  events: ArrayLike<number>,
  totals: ArrayLike<number>,
  scores: ArrayLike<number>,
  { continuity = "none" }: TrendTestOptions = {},
): TrendTest {
  requireChoice("trendOfProportions", "continuity", continuity, ["none", "half a step"]);
  requireGroupsInOrder("trendOfProportions", { events, totals, scores });
  for (let i = 0; i < events.length; i++) {
    if (events[i]! > totals[i]!) {
      throw new RangeError(
        `trendOfProportions: events must be no more than the total, got ${events[i]} of ${totals[i]} in group ${i}`,
      );
    }
  }
  return tested(trendScore(events, totals, scores, events.length, 1, correction(scores, continuity)));
}

/**
 * A test for a trend in rates across ordered groups: the score test of Poisson regression on the scores.
 *
 * z = Σ (x − x̄) e ÷ √(λ Σ n (x − x̄)²), x̄ = Σ n x ÷ Σ n and λ = Σ e ÷ Σ n; chiSquare = z², 1 degree of freedom. With
 * expected events in place of people it is the test for a trend in standardised ratios.
 *
 * @param events events of each group, 0 or more
 * @param population person-years of each group, or its expected events, above 0
 * @param scores the place of each group, such as its year; only their relative distances matter
 * @param options `continuity`
 * @returns z, χ² and the two-sided probability; z is 0 where there are no events, or where the scores are all the same; NaN
 * where a count is missing
 * @throws RangeError where events are negative, a population is not above 0, a score is missing or infinite, columns differ
 * in length, or there are fewer than two groups
 *
 * Source: Breslow NE, Day NE. Statistical methods in cancer research, vol. II. IARC, 1987, 3.6.
 * Reference: R 4.2.2 `anova(…, test = "Rao")` of two `glm(family = poisson)`, to 1e-10 relative.
 *
 * @example
 * trendOfRates([10, 20, 30], [100, 100, 100], [1, 2, 3])
 * // { z: 3.1622776601683795, chiSquare: 10, probability: 0.001565402258002549 }
 */
export function trendOfRates(
  events: ArrayLike<number>,
  population: ArrayLike<number>,
  scores: ArrayLike<number>,
  { continuity = "none" }: TrendTestOptions = {},
): TrendTest {
  requireChoice("trendOfRates", "continuity", continuity, ["none", "half a step"]);
  requireGroupsInOrder("trendOfRates", { events, population, scores });
  return tested(trendScore(events, population, scores, events.length, 0, correction(scores, continuity)));
}

/**
 * The trend of the first `count` groups in standard errors.
 *
 * @param binomial 1 where the events are a share of the total, 0 where they are counted over person-years
 * @param half what the distance from the expected is shortened by
 */
export function trendScore(
  events: ArrayLike<number>,
  totals: ArrayLike<number>,
  scores: ArrayLike<number>,
  count: number,
  binomial: 0 | 1,
  half: number,
): number {
  const origin = scores[0]!;
  let all = 0;
  let total = 0;
  let moment = 0;
  for (let i = 0; i < count; i++) {
    all += events[i]!;
    total += totals[i]!;
    moment += totals[i]! * (scores[i]! - origin);
  }
  const mean = moment / total;
  const share = all / total;
  let trend = 0;
  let spread = 0;
  for (let i = 0; i < count; i++) {
    const x = scores[i]! - origin - mean;
    trend += x * (events[i]! - totals[i]! * share);
    spread += totals[i]! * x * x;
  }
  const variance = share * (1 - binomial * share) * spread;
  if (variance === 0) return 0;
  return (Math.sign(trend) * Math.max(0, Math.abs(trend) - half)) / Math.sqrt(variance);
}

function tested(z: number): TrendTest {
  return { z, chiSquare: z * z, probability: twoSidedProbability(z) };
}

function correction(scores: ArrayLike<number>, continuity: "none" | "half a step"): number {
  if (continuity === "none") return 0;
  const inOrder = Float64Array.from(scores).sort();
  let least = Infinity;
  for (let i = 1; i < inOrder.length; i++) {
    const step = inOrder[i]! - inOrder[i - 1]!;
    if (step > 0 && step < least) least = step;
  }
  return least === Infinity ? 0 : least / 2;
}

/** Refuses groups that no trend can be looked for in. */
function requireGroupsInOrder(caller: string, columns: Readonly<Record<string, ArrayLike<number>>>): void {
  requireOneLength(caller, columns);
  const [[, events], [name, totals], [, scores]] = Object.entries(columns) as [
    [string, ArrayLike<number>],
    [string, ArrayLike<number>],
    [string, ArrayLike<number>],
  ];
  if (events.length < 2) throw new RangeError(`${caller}: needs at least two groups, got ${events.length}`);
  for (let i = 0; i < events.length; i++) {
    if (events[i]! < 0 || events[i] === Infinity) {
      throw new RangeError(`${caller}: events must be 0 or more, got ${events[i]} in group ${i}`);
    }
    if (totals[i]! <= 0 || totals[i] === Infinity) {
      throw new RangeError(`${caller}: ${name} must be above 0, got ${totals[i]} in group ${i}`);
    }
    if (!Number.isFinite(scores[i]!)) {
      throw new RangeError(`${caller}: scores must be numbers, got ${scores[i]} in group ${i}`);
    }
  }
}
