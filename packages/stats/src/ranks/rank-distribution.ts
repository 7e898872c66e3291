import { createRandom } from "../random/create-random.ts";
import { requireLevel } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { requireEstimates } from "./ranked.ts";

/** How ranks are drawn. */
export interface RankDistributionOptions {
  /** How many times all areas are drawn and ranked, a whole number from 1. Default 10 000. */
  readonly draws?: number;
  /** Seed of the draws, a whole number from 0: the same one gives the same result. Default 1. */
  readonly seed?: number;
  /** Chance that a rank lies within its limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
  /** Whether rank 1 is the highest value instead of the lowest. Default `lowest`. */
  readonly first?: "lowest" | "highest";
  /** How far down the ranks `amongFirst` counts. Default 1: the chance of being the first. */
  readonly places?: number;
}

/** The ranks that an area takes when all are drawn again and again. */
export interface RankDistribution {
  /** The mean rank. */
  readonly mean: Float64Array;
  readonly median: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Chance of a rank among the first `places`. */
  readonly amongFirst: Float64Array;
}

/**
 * How uncertain the ranks of areas are, by drawing every area from a normal distribution around its estimate and
 * ranking them.
 *
 * The drawn ranks spread about as far again as the ranks of the estimates themselves: areas near the middle are drawn
 * further out. `rankLimits` needs no draws and says for what its level holds.
 *
 * @param estimates of areas, independent of each other, or smoothed values with their posterior deviations
 * @param standardErrors 0 or more
 * @param options `draws`, `seed`, `level`, `first`, `places`
 * @returns for each area the mean, the median, the limits (quantiles of the drawn ranks, whole numbers) and the chance
 * to be among the first; NaN where its numbers are missing; draws that are exactly equal are ranked in the order given
 * @throws RangeError where an estimate is infinite, a standard error is negative or infinite, the columns differ in
 * length or are empty, or an option is invalid
 *
 * Source: Goldstein H, Spiegelhalter DJ. League tables and their limitations: statistical issues in comparisons of
 * institutional performance. J R Stat Soc A 1996;159:385–443.
 *
 * @example
 * rankDistribution([1, 2, 3], [0, 0, 0], { draws: 2 }).mean // [1, 2, 3]
 */
export function rankDistribution(
  estimates: ArrayLike<number>,
  standardErrors: ArrayLike<number>,
  { draws = 10_000, seed = 1, level = 0.95, first = "lowest", places = 1 }: RankDistributionOptions = {},
): RankDistribution {
  const known = requireEstimates("rankDistribution", estimates, standardErrors);
  requireLevel("rankDistribution", level);
  requireWhole("draws", draws, 10_000_000);
  requireWhole("places", places, Infinity);
  requireChoice("rankDistribution", "first", first, ["lowest", "highest"]);
  const { normal } = createRandom(seed);
  const areas = known.length;
  const sign = first === "lowest" ? 1 : -1;
  const drawn = new Float64Array(areas);
  const order = Int32Array.from(known, (_, place) => place);
  // How often each area took each rank.
  const taken = new Uint32Array(areas * areas);
  for (let draw = 0; draw < draws; draw++) {
    for (let a = 0; a < areas; a++) {
      drawn[a] = sign * (estimates[known[a]!]! + standardErrors[known[a]!]! * normal());
    }
    order.sort((a, b) => drawn[a]! - drawn[b]! || a - b);
    for (let rank = 0; rank < areas; rank++) taken[order[rank]! * areas + rank]!++;
  }
  const column = () => new Float64Array(estimates.length).fill(Number.NaN);
  const result = { mean: column(), median: column(), lower: column(), upper: column(), amongFirst: column() };
  const tail = (1 - level) / 2;
  known.forEach((i, a) => {
    const own = taken.subarray(a * areas, (a + 1) * areas);
    result.mean[i] = own.reduce((sum, times, rank) => sum + times * (rank + 1), 0) / draws;
    result.median[i] = rankAt(own, draws * 0.5);
    result.lower[i] = rankAt(own, draws * tail);
    result.upper[i] = rankAt(own, draws * (1 - tail));
    result.amongFirst[i] = own.subarray(0, places).reduce((sum, times) => sum + times, 0) / draws;
  });
  return result;
}

/** The first rank by which at least so many draws were no further down. */
function rankAt(times: Uint32Array, wanted: number): number {
  let sum = 0;
  for (let rank = 0; rank < times.length; rank++) {
    sum += times[rank]!;
    if (sum > 0 && sum >= wanted - 1e-9) return rank + 1;
  }
  return times.length;
}

function requireWhole(name: string, value: number, most: number): void {
  if (!(Number.isInteger(value) && value >= 1 && value <= most)) {
    throw new RangeError(
      `rankDistribution: ${name} must be a whole number from 1${most === Infinity ? "" : ` to ${most}`}, got ${value}`,
    );
  }
}
