import { normalDeviate } from "../distributions/normal-deviate.ts";
import { exactPoissonLimits } from "../intervals/exact-poisson-limits.ts";

/** Which limits a count of events is given. */
export type CountLimitsMethod = "exact below 10" | "byar" | "exact";

/** Counts, which of them are to have limits, and the columns that these go into. */
export interface CountsToLimit {
  readonly events: ArrayLike<number>;
  /** 0 where limits are wanted. */
  readonly status: Uint8Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * Writes the limits of many counts at one level, or for a deviate that stands in its place. The exact limits of whole counts
 * below 10 are worked out once, since most groups that need them share them.
 */
export function writeCountLimits(
  counts: CountsToLimit,
  method: CountLimitsMethod,
  level: number,
  deviate?: number,
): void {
  if (method !== "exact") writeByar(counts, deviate ?? normalDeviate(level));
  if (method !== "byar") writeExact(counts, level, method === "exact" ? Infinity : 10);
}

// Written out, not called: a call that the engine does not take into the loop makes an object of every number it passes.
function writeByar({ events, status, lower, upper }: CountsToLimit, z: number): void {
  for (let i = 0; i < status.length; i++) {
    if (status[i] !== 0) continue;
    const count = events[i]!;
    const next = count + 1;
    const low = 1 - 1 / (9 * count) - z / (3 * Math.sqrt(count));
    const high = 1 - 1 / (9 * next) + z / (3 * Math.sqrt(next));
    lower[i] = count === 0 ? 0 : Math.max(0, count * (low * low * low));
    upper[i] = next * (high * high * high);
  }
}

function writeExact({ events, status, lower, upper }: CountsToLimit, level: number, below: number): void {
  const few = Array.from({ length: 10 }, (_, count) => exactPoissonLimits(count, level));
  for (let i = 0; i < status.length; i++) {
    if (status[i] !== 0 || !(events[i]! < below)) continue;
    const limits = few[events[i]!] ?? exactPoissonLimits(events[i]!, level);
    lower[i] = limits.lower;
    upper[i] = limits.upper;
  }
}
