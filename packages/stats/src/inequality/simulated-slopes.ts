import { createRandom } from "../random/create-random.ts";
import { fromScale, onScale, type Scale, type SlopeWeights } from "./slope-fit.ts";
import type { SlopeLimits, ValueErrors } from "./slope-index.ts";

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
  requireDraws(draws);
  const groups = weights.share.length;
  const normals = standardNormals(draws * groups, seed);
  const absolute = new Float64Array(draws);
  const ratio = new Float64Array(draws);
  writeDraws(normals, Float64Array.from(values), 0, errors, weights, scale, absolute, ratio);
  return { absolute: middleOf(absolute, level), ratio: middleOf(ratio, level) };
}

/** Standard normal numbers of a seed. */
export function standardNormals(count: number, seed: number): Float64Array {
  const normals = new Float64Array(count);
  createRandom(seed).fillNormal(normals);
  return normals;
}

/** Fits a line to each draw of the values of one area, whose groups begin at `start` in the columns. */
export function writeDraws(
  normals: Float64Array,
  values: Float64Array,
  start: number,
  { standardErrors, scale: errorScale }: ValueErrors,
  { share, slope }: SlopeWeights,
  scale: Scale,
  absolute: Float64Array,
  ratio: Float64Array,
): void {
  const groups = share.length;
  const placed = new Float64Array(groups);
  const same = errorScale === scale;
  for (let i = 0; i < groups; i++) placed[i] = onScale(values[start + i]!, errorScale);
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

/** The middle part of draws, in place: sorts them. */
export function middleOf(draws: Float64Array, level: number): { readonly lower: number; readonly upper: number } {
  draws.sort();
  const at = (probability: number) => draws[Math.max(1, Math.round(draws.length * probability)) - 1]!;
  return { lower: at((1 - level) / 2), upper: at((1 + level) / 2) };
}

/** Refuses a number of draws too small for limits. */
export function requireDraws(draws: number): void {
  if (!(Number.isInteger(draws) && draws >= 1_000)) {
    throw new RangeError(`slopeIndex: draws must be a whole number from 1000, got ${draws}`);
  }
}
