import { requireLevel } from "../shared/require.ts";
import { limitsOfRanks, type RankLimits, type RankLimitsOptions } from "./limits-of-ranks.ts";
import { requireEstimates } from "./ranked.ts";

/**
 * The ranks that areas may truly have, told by which pairs clearly differ.
 *
 * z = (xᵢ − xⱼ) ÷ √(sᵢ² + sⱼ²) for every pair. The lower limit of a rank is 1 and one for each area that is clearly
 * before it, the upper limit the number of areas less those clearly after it. With `all ranks` the chance that any pair
 * is told apart which is the same is at most 1 − level (Holm), and every true rank lies within its limits at least as
 * often as the level in simulation. No numbers are drawn: the same estimates give the same limits. The work grows with
 * the square of the number of areas.
 *
 * @param estimates of areas, independent of each other, near to normal: logarithms of rates where counts are small
 * @param standardErrors of the estimates, 0 or more
 * @returns ranks and limits among the areas whose numbers are known; NaN for the others
 * @throws RangeError where an estimate is infinite, a standard error is negative or infinite, the columns differ in
 * length or are empty, or the level is not between 0 and 1
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
  return limitsOfRanks(
    estimates,
    known,
    (i, j) => {
      const gap = estimates[i]! - estimates[j]!;
      return gap === 0 ? 0 : gap / Math.hypot(standardErrors[i]!, standardErrors[j]!);
    },
    { level, holds, first },
  );
}
