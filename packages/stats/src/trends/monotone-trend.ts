import { normalDeviate } from "../distributions/normal-deviate.ts";
import { twoSidedProbability } from "../distributions/two-sided-probability.ts";
import type { Interval } from "../shared/interval.ts";
import { requireLevel, requireSameLength } from "../shared/require.ts";

/** Whether values rise or fall, in whatever shape. */
export interface MonotoneTrend {
  /** Pairs that rise with time less pairs that fall, Mann and Kendall's S. */
  readonly score: number;
  /** Kendall's rank correlation with time, from −1 to 1, ties counted (τ-b). */
  readonly correlation: number;
  /** S in standard errors, one step nearer to 0. */
  readonly z: number;
  readonly probability: number;
  /** The median slope of all pairs, Theil and Sen's, with limits, in the unit of the values a year. */
  readonly slope: Interval;
}

/** How a monotone trend is looked for. */
export interface MonotoneTrendOptions {
  /** Coverage of the limits of the slope, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/**
 * The test of Mann and Kendall for a trend of any shape, and the median slope of Theil and Sen.
 *
 * S = Σ sign(yⱼ − yᵢ) over all pairs with tᵢ < tⱼ; z = (S ∓ 1) ÷ √V, V = (n(n−1)(2n+5) − Σ u(u−1)(2u+5)) ÷ 18 over the groups of u
 * equal values. The limits of the slope are the slopes at the ranks (N ∓ z√V) ÷ 2 of the N in order, the fractions of ranks
 * going outwards.
 *
 * @param values in any unit, at least three
 * @param years  when they are, all different
 * @param options `level`
 * @returns score, correlation, test and slope; the correlation of a level series is NaN; all are NaN where a value is missing.
 * The normal approximation wants some ten values
 * @throws RangeError where values are infinite, years are missing or come twice, there are fewer than three values, columns
 * differ in length, or the level is invalid
 *
 * Source: Mann HB. Econometrica 1945;13:245–59; Kendall MG. Rank correlation methods, 4th ed. 1975; Sen PK. J Am Stat Assoc
 * 1968;63:1379–89.
 * Reference: R 4.2.2 `cor.test(years, y, method = "kendall", exact = FALSE, continuity = TRUE)`, to 1e-12 relative; slopes by
 * hand.
 *
 * @example
 * monotoneTrend([1, 3, 2, 5, 6], [2019, 2020, 2021, 2022, 2023]).score // 8
 */
export function monotoneTrend(
  values: ArrayLike<number>,
  years: ArrayLike<number>,
  { level = 0.95 }: MonotoneTrendOptions = {},
): MonotoneTrend {
  requireSameLength("monotoneTrend", { values, years });
  requireLevel("monotoneTrend", level);
  const n = values.length;
  if (n < 3) throw new RangeError(`monotoneTrend: needs at least three values, got ${n}`);
  let missing = false;
  for (let i = 0; i < n; i++) {
    if (Math.abs(values[i]!) === Infinity || !Number.isFinite(years[i]!)) {
      throw new RangeError(
        `monotoneTrend: values must be finite and years numbers, got ${values[i]} in ${years[i]} at ${i}`,
      );
    }
    missing ||= Number.isNaN(values[i]!);
  }
  let score = 0;
  let level0 = 0;
  const slopes = new Float64Array((n * (n - 1)) / 2);
  let pairs = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const time = years[j]! - years[i]!;
      if (time === 0) throw new RangeError(`monotoneTrend: years must all be different, got ${years[i]} twice`);
      const slope = (values[j]! - values[i]!) / time + 0;
      slopes[pairs++] = slope;
      score += Math.sign(slope);
      if (slope === 0) level0++;
    }
  }
  if (missing) {
    const none = Number.NaN;
    return {
      score: none,
      correlation: none,
      z: none,
      probability: none,
      slope: { value: none, lower: none, upper: none },
    };
  }
  slopes.sort();
  const variance = (n * (n - 1) * (2 * n + 5) - tiedTerms(values)) / 18;
  const z = variance > 0 ? (Math.sign(score) * Math.max(0, Math.abs(score) - 1)) / Math.sqrt(variance) : 0;
  const reach = normalDeviate(level) * Math.sqrt(variance);
  const at = (rank: number) => slopes[Math.min(pairs, Math.max(1, rank)) - 1]!;
  return {
    score,
    correlation: score / Math.sqrt((pairs - level0) * pairs),
    z,
    probability: twoSidedProbability(z),
    slope: {
      value: (at(Math.ceil(pairs / 2)) + at(Math.floor(pairs / 2) + 1)) / 2,
      lower: at(Math.floor((pairs - reach) / 2)),
      upper: at(Math.ceil((pairs + reach) / 2) + 1),
    },
  };
}

/** Σ u(u−1)(2u+5) over the groups of u equal values. */
function tiedTerms(values: ArrayLike<number>): number {
  const inOrder = Float64Array.from(values).sort();
  let sum = 0;
  let tied = 1;
  for (let i = 1; i <= inOrder.length; i++) {
    if (i < inOrder.length && inOrder[i] === inOrder[i - 1]) tied++;
    else {
      sum += tied * (tied - 1) * (2 * tied + 5);
      tied = 1;
    }
  }
  return sum;
}
