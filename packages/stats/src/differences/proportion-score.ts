import { requireShare } from "../intervals/wilson-limits.ts";
import { rootBetween } from "../shared/root-between.ts";
import type { Observed } from "./observed.ts";

/** How two proportions are compared by a score test. */
export interface ScoreOptions {
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
  /**
   * The variance in the test: `unbiased` (default) is N/(N − 1) times the likelihood's, as Miettinen and Nurminen have it;
   * `likelihood` is that of Mee for the difference and of Koopman for the ratio.
   */
  readonly variance?: "unbiased" | "likelihood";
}

/** Refuses two groups that make no shares. */
export function requireShares(caller: string, first: Observed, second: Observed): void {
  requireShare(caller, first.events, first.population);
  requireShare(caller, second.events, second.population);
}

/** What the likelihood's variance is multiplied by. */
export function varianceFactor(first: Observed, second: Observed, variance: ScoreOptions["variance"]): number {
  const people = first.population + second.population;
  return variance === "likelihood" ? 1 : people / (people - 1);
}

/** The score of the hypothesis that two shares are equal: the same for their difference, ratio and odds ratio. */
export function equalityScore(first: Observed, second: Observed, factor: number): number {
  const people = first.population + second.population;
  const share = (first.events + second.events) / people;
  const gap = first.events / first.population - second.events / second.population;
  if (gap === 0) return 0;
  return gap / Math.sqrt(share * (1 - share) * (1 / first.population + 1 / second.population) * factor);
}

/** The ratio at which a score that falls with the ratio's logarithm is z. It must be above z at 0 and below at infinity. */
export function ratioAt(score: (ratio: number) => number, z: number): number {
  const miss = (logarithm: number) => score(Math.exp(logarithm)) - z;
  let below = -1;
  while (miss(below) <= 0) below *= 2;
  let above = 1;
  while (miss(above) >= 0) above *= 2;
  return Math.exp(rootBetween(miss, below, above));
}
