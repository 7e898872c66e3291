import { normalDeviate } from "../distributions/normal-deviate.ts";
import { twoSidedProbability } from "../distributions/two-sided-probability.ts";
import { requireLevel } from "../shared/require.ts";
import { requireEstimates } from "./ranked.ts";

/** How limits for comparing areas by eye are found. */
export interface ComparisonLimitsOptions {
  /** One minus the chance, on average over pairs, that the limits of two equal areas do not overlap. Default 0.95. */
  readonly level?: number;
}

/** Limits that are made to be compared with each other, not with a target. */
export interface ComparisonLimits {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** How many standard errors they lie from the estimate: 1.39 where all are equal, at 0.95. */
  readonly deviate: number;
}

/**
 * Limits of area estimates for comparing them two by two: where those of a pair do not overlap, the two clearly differ.
 *
 * x ∓ c s, c being such that 2 (1 − Φ(c (sᵢ + sⱼ) ÷ √(sᵢ² + sⱼ²))) is 1 − level on average over pairs. Ordinary 95%
 * limits are too wide for this: two of them that overlap may well differ.
 *
 * @param estimates of areas, independent of each other, near to normal
 * @param standardErrors of the estimates, 0 or more
 * @returns limits in the unit of the estimates, and c; NaN where an area's numbers are missing; c is NaN where fewer
 * than two are known
 * @throws RangeError where an estimate is infinite, a standard error is negative or infinite, the columns differ in
 * length or are empty, or the level is not between 0 and 1
 *
 * Source: Goldstein H, Healy MJR. The graphical presentation of a collection of means. J R Stat Soc A 1995;158:175–7.
 *
 * @example
 * comparisonLimits([10, 12], [1, 1]).deviate // 1.3859038243496777
 */
export function comparisonLimits(
  estimates: ArrayLike<number>,
  standardErrors: ArrayLike<number>,
  { level = 0.95 }: ComparisonLimitsOptions = {},
): ComparisonLimits {
  const known = requireEstimates("comparisonLimits", estimates, standardErrors);
  requireLevel("comparisonLimits", level);
  const sums = new Float64Array((known.length * (known.length - 1)) / 2);
  let pair = 0;
  for (let a = 0; a < known.length; a++) {
    for (let b = a + 1; b < known.length; b++) {
      const [s, t] = [standardErrors[known[a]!]!, standardErrors[known[b]!]!];
      const spread = Math.hypot(s, t);
      sums[pair++] = spread === 0 ? 1 : (s + t) / spread;
    }
  }
  const deviate = sums.length === 0 ? Number.NaN : deviateOf(sums, level);
  const column = (side: -1 | 1) =>
    Float64Array.from({ length: estimates.length }, (_, i) => estimates[i]! + side * deviate * standardErrors[i]!);
  return { lower: column(-1), upper: column(1), deviate };
}

/**
 * The c at which 2 (1 − Φ(c a)) is 1 − level on average over the numbers a, by Newton's steps from below: the mean is
 * convex. No a is above √2, and so no c below z ÷ √2.
 */
function deviateOf(sums: Float64Array, level: number): number {
  let deviate = normalDeviate(level) / Math.SQRT2;
  for (let step = 0; step < 100; step++) {
    let tails = 0;
    let slope = 0;
    for (const each of sums) {
      const z = deviate * each;
      tails += twoSidedProbability(z);
      slope += each * Math.exp(-0.5 * z * z);
    }
    const excess = tails / sums.length - (1 - level);
    const next = deviate + excess / ((slope / sums.length) * Math.sqrt(2 / Math.PI));
    if (!(next > deviate * (1 + 1e-15))) return next;
    deviate = next;
  }
  return deviate;
}
