import { createRandom } from "../random/create-random.ts";
import type { Limits } from "../shared/interval.ts";
import { placeRank } from "./place-rank.ts";
import { fromScale, onScale, type Scale, type SlopeWeights } from "./slope-fit.ts";
import type { SlopeLimits } from "./slope-limits.ts";
import type { ValueErrors } from "./value-errors.ts";

interface Simulation {
  readonly values: ArrayLike<number>;
  readonly errors: ValueErrors;
  readonly weights: SlopeWeights;
  readonly scale: Scale;
  readonly draws: number;
  readonly seed: number;
  readonly level: number;
}

/** Limits of the indices from seeded draws of the values: the ordered draws at ranks ⌊draws × p + ½⌋. */
export function simulatedSlopes({ values, errors, weights, scale, draws, seed, level }: Simulation): SlopeLimits {
  requireDraws("slopeIndex", draws);
  const groups = weights.share.length;
  const room = createRoom(draws, groups, seed);
  const placed = Float64Array.from(values, (value) => onScale(value, errors.scale));
  writeDraws(room, placed, errors, 0, weights, scale);
  return { absolute: middleOf(room.absolute, level), ratio: middleOf(room.ratio, level) };
}

function middleOf(draws: Float64Array, level: number): Limits {
  return { lower: drawAt(draws, (1 - level) / 2), upper: drawAt(draws, (1 + level) / 2) };
}

/** Standard normal numbers of a seed, and room for what they make of one area: made once, used for every area. */
export interface Room {
  readonly normals: Float64Array;
  readonly absolute: Float64Array;
  readonly ratio: Float64Array;
}

/** Makes room for draws of so many groups. */
export function createRoom(draws: number, groups: number, seed: number): Room {
  const normals = new Float64Array(draws * groups);
  createRandom(seed).fillNormal(normals);
  return { normals, absolute: new Float64Array(draws), ratio: new Float64Array(draws) };
}

/**
 * Fits a line to each draw of the values of one area.
 *
 * @param placed values of the area on the scale of the errors, which begin at `start`
 */
export function writeDraws(
  { normals, absolute, ratio }: Room,
  placed: Float64Array,
  { standardErrors, scale: errorScale }: ValueErrors,
  start: number,
  { share, slope }: SlopeWeights,
  scale: Scale,
): void {
  const groups = share.length;
  const same = errorScale === scale;
  for (let d = 0, at = 0; d < absolute.length; d++) {
    let rise = 0;
    let middle = 0;
    for (let i = 0; i < groups; i++, at++) {
      const drawn = placed[i]! + standardErrors[start + i]! * normals[at]!;
      const y = same ? drawn : onScale(fromScale(drawn, errorScale), scale);
      rise += slope[i]! * y;
      middle += share[i]! * y;
    }
    const first = fromScale(middle - rise / 2, scale);
    const last = fromScale(middle + rise / 2, scale);
    absolute[d] = last - first;
    ratio[d] = last / first;
  }
}

/** The draw that `share` of all draws do not exceed, at rank ⌊draws × share + ½⌋; NaN where a draw is. Draws change places. */
export function drawAt(draws: Float64Array, share: number): number {
  for (let d = 0; d < draws.length; d++) if (Number.isNaN(draws[d]!)) return Number.NaN;
  return placeRank(draws, Math.max(1, Math.round(draws.length * share)) - 1);
}

/** Refuses a number of draws too small for limits. */
export function requireDraws(caller: string, draws: number): void {
  if (!(Number.isInteger(draws) && draws >= 1_000)) {
    throw new RangeError(`${caller}: draws must be a whole number from 1000, got ${draws}`);
  }
}
