import { normalDeviate } from "../distributions/normal-deviate.ts";
import { twoSidedProbability } from "../distributions/two-sided-probability.ts";
import { ranked } from "./ranked.ts";

/** How limits of ranks are found. */
export interface RankLimitsOptions {
  /** Coverage, between 0 and 1. Default 0.95. */
  readonly level?: number;
  /**
   * For what the level holds: `all ranks` at once, by Holm's adjustment of all pairs (default), or `each comparison`
   * alone, which is narrower and lets some true rank escape more often.
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

/** Limits of ranks from the score of each pair, positive where the first lies above the second. */
export function limitsOfRanks(
  estimates: ArrayLike<number>,
  known: readonly number[],
  scoreOf: (first: number, second: number) => number,
  { level = 0.95, holds = "all ranks", first = "lowest" }: RankLimitsOptions,
): RankLimits {
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
}

/** The smallest score that Holm's procedure still calls a difference; Infinity where there is none. */
function holmDeviate(scores: Float64Array, chance: number): number {
  const sizes = scores.map(Math.abs).sort();
  let smallest = Infinity;
  for (let left = sizes.length; left > 0; left--) {
    const z = sizes[left - 1]!;
    if (!(twoSidedProbability(z) * left <= chance)) break;
    smallest = z;
  }
  return smallest;
}
