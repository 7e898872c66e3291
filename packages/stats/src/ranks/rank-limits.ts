import { normalDeviate } from "../distributions/normal-deviate.ts";
import { twoSidedProbability } from "../distributions/two-sided-probability.ts";
import { adjustedProbabilities } from "../multiplicity/adjusted-probabilities.ts";
import { requireLevel } from "../shared/require.ts";
import { ranked, requireEstimates } from "./ranked.ts";

/** How limits of ranks are found. */
export interface RankLimitsOptions {
  /** Coverage, between 0 and 1. Default 0.95. */
  readonly level?: number;
  /**
   * For what the level holds: `all ranks` at once, by Holm's adjustment of all pairs (default), or `each comparison` alone,
   * which is narrower and lets some true rank escape more often.
   */
  readonly holds?: "all ranks" | "each comparison";
  /** Whether rank 1 is the highest estimate instead of the lowest. Default `lowest`. */
  readonly first?: "lowest" | "highest";
}

/** The rank of each area, and those that it may truly have. */
export interface RankLimits {
  /** From 1; areas with equal estimates share the mean of their ranks. NaN for an area without an estimate. */
  readonly rank: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * The ranks that areas may truly have, told by which pairs clearly differ.
 *
 * z = (xᵢ − xⱼ) ÷ √(sᵢ² + sⱼ²) for every pair. The lower limit of a rank is 1 and one for each area that is clearly before it, the
 * upper limit the number of areas less those clearly after it. With `all ranks` the chance that every true rank lies within
 * its limits is at least the level. No numbers are drawn: the same estimates give the same limits.
 *
 * @param estimates of areas, independent of each other, near to normal: logarithms of rates where counts are small
 * @param standardErrors of the estimates, 0 or more
 * @returns ranks and limits among the areas whose numbers are known; NaN for the others
 * @throws RangeError where an estimate is infinite, a standard error is negative or infinite, the columns differ in length or
 * are empty, or the level is not between 0 and 1
 *
 * Source: Mohamad D, Goeman JJ, van Zwet EW. Simultaneous confidence intervals for ranks with application to ranking
 * institutions. Biometrics 2022;78:238–47 (ranks by pairwise tests); Holm S. Scand J Stat 1979;6:65–70.
 *
 * @example
 * rankLimits([10, 11, 20], [1, 1, 1]) // { rank: [1, 2, 3], lower: [1, 1, 3], upper: [2, 2, 3] }
 */
export function rankLimits(
  estimates: ArrayLike<number>,
  standardErrors: ArrayLike<number>,
  { level = 0.95, holds = "all ranks", first = "lowest" }: RankLimitsOptions = {},
): RankLimits {
  const known = requireEstimates("rankLimits", estimates, standardErrors);
  requireLevel("rankLimits", level);
  const areas = known.length;
  const column = () => new Float64Array(estimates.length).fill(Number.NaN);
  const [lower, upper] = [column(), column()];
  for (const i of known) {
    lower[i] = 1;
    upper[i] = areas;
  }
  const pairs = (areas * (areas - 1)) / 2;
  const scores = new Float64Array(pairs);
  let pair = 0;
  for (let a = 0; a < areas; a++) {
    for (let b = a + 1; b < areas; b++) scores[pair++] = scoreOf(known[a]!, known[b]!);
  }
  const limit = holds === "all ranks" ? holmDeviate(scores, 1 - level) : normalDeviate(level);
  const sign = first === "lowest" ? 1 : -1;
  pair = 0;
  for (let a = 0; a < areas; a++) {
    for (let b = a + 1; b < areas; b++) {
      const z = scores[pair++]! * sign;
      if (!(Math.abs(z) >= limit)) continue;
      const [before, after] = z < 0 ? [known[a]!, known[b]!] : [known[b]!, known[a]!];
      lower[after]!++;
      upper[before]!--;
    }
  }
  return { rank: ranked(estimates, known, first), lower, upper };

  function scoreOf(i: number, j: number): number {
    const gap = estimates[i]! - estimates[j]!;
    return gap === 0 ? 0 : gap / Math.hypot(standardErrors[i]!, standardErrors[j]!);
  }
}

/** The smallest score that Holm's procedure still calls a difference; Infinity where there is none. */
function holmDeviate(scores: Float64Array, chance: number): number {
  const probabilities = scores.map((z) => twoSidedProbability(z));
  const adjusted = adjustedProbabilities(probabilities, "holm");
  let smallest = Infinity;
  for (let pair = 0; pair < scores.length; pair++) {
    if (adjusted[pair]! <= chance) smallest = Math.min(smallest, Math.abs(scores[pair]!));
  }
  return smallest;
}
