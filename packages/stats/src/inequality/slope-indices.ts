import { normalDeviate } from "../distributions/normal-deviate.ts";
import { requireLevel, requireOneLength, requirePer } from "../shared/require.ts";
import { middleOf, standardNormals, writeDraws } from "./simulated-slopes.ts";
import { fromScale, lineThrough, onScale, type Scale, slopeWeights } from "./slope-fit.ts";
import type { ValueErrors } from "./slope-index.ts";

/** How the slope indices of many areas are worked out. */
export interface SlopeIndicesOptions {
  /** The scale on which lines are fitted. Default `linear`. */
  readonly scale?: Scale;
  /** What absolute indices are multiplied by. Default 1. */
  readonly per?: number;
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
  /** Draws, where limits must be simulated. Default 100,000. */
  readonly draws?: number;
  /** Seed of the draws, the same draws for each area. Default 1. */
  readonly seed?: number;
}

/** Slope indices of areas, a row each; last group minus first, last end divided by first. */
export interface SlopeIndexColumns {
  readonly absolute: Float64Array;
  readonly absoluteLower: Float64Array;
  readonly absoluteUpper: Float64Array;
  readonly ratio: Float64Array;
  readonly ratioLower: Float64Array;
  readonly ratioUpper: Float64Array;
}

/**
 * Slope indices of inequality of many areas with the same number of groups, over typed columns: what `slopeIndex` does for
 * one, with limits from the errors.
 *
 * Areas share their draws (common random numbers), so that simulated limits of two areas differ by their values, not by
 * chance. An area that has a value missing or off the scale, or a group without people, is NaN and does not stop the others.
 *
 * @param values value of each group of each area, area after area, groups in order
 * @param population people of the same rows
 * @param errors how sure the values are: a standard error a row, and the scale on which errors are normal
 * @param groups how many groups each area has, from 3
 * @param options `scale`, `per`, `level`, `draws`, `seed`
 * @returns columns with a row for each area. On a linear scale with linear errors the ratio has no limits here: see
 * `slopeIndex` for Fieller's
 * @throws RangeError where columns differ in length or do not hold whole areas, or an option is invalid
 *
 * Source: as for `slopeIndex`.
 * Reference: `slopeIndex`, to 1e-12 relative.
 *
 * @example
 * slopeIndices([3, 2, 1, 2, 4, 9], [10, 10, 10, 20, 20, 20], { standardErrors: [1, 1, 1, 1, 1, 1], scale: "linear" }, 3).absolute
 * // [-3, 10.5]
 */
export function slopeIndices(
  values: ArrayLike<number>,
  population: ArrayLike<number>,
  errors: ValueErrors,
  groups: number,
  { scale = "linear", per = 1, level = 0.95, draws = 100_000, seed = 1 }: SlopeIndicesOptions = {},
): SlopeIndexColumns {
  const rows = values.length;
  requireOneLength("slopeIndices", { values, population, "standard errors": errors.standardErrors });
  requirePer("slopeIndices", per);
  requireLevel("slopeIndices", level);
  if (!(Number.isInteger(groups) && groups >= 3 && rows % groups === 0)) {
    throw new RangeError(
      `slopeIndices: rows must be whole areas of three groups or more, got ${rows} rows of ${groups}`,
    );
  }
  if (!(Number.isInteger(draws) && draws >= 1_000)) {
    throw new RangeError(`slopeIndices: draws must be a whole number from 1000, got ${draws}`);
  }
  const areas = rows / groups;
  const column = () => new Float64Array(areas).fill(Number.NaN);
  const result: SlopeIndexColumns = {
    absolute: column(),
    absoluteLower: column(),
    absoluteUpper: column(),
    ratio: column(),
    ratioLower: column(),
    ratioUpper: column(),
  };
  const exact = errors.scale === scale;
  const y = Float64Array.from(values);
  const se = Float64Array.from(errors.standardErrors);
  const z = normalDeviate(level);
  const normals = exact ? null : standardNormals(draws * groups, seed);
  const [absolute, ratio] = [new Float64Array(exact ? 0 : draws), new Float64Array(exact ? 0 : draws)];

  for (let area = 0, start = 0; area < areas; area++, start += groups) {
    const people = Float64Array.from({ length: groups }, (_, i) => population[start + i]!);
    const placed = y.subarray(start, start + groups).map((value) => onScale(value, scale));
    if (!people.every((n) => n > 0 && n < Infinity) || !placed.every(Number.isFinite)) continue;
    const weights = slopeWeights(people);
    const { slope, middle } = lineThrough(placed, weights);
    const [first, last] = [fromScale(middle - slope / 2, scale), fromScale(middle + slope / 2, scale)];
    result.absolute[area] = (last - first) * per;
    result.ratio[area] = last / first;
    if (normals) {
      writeDraws(normals, y, start, { standardErrors: se, scale: errors.scale }, weights, scale, absolute, ratio);
      write(middleOf(absolute, level), result.absoluteLower, result.absoluteUpper, area, per);
      write(middleOf(ratio, level), result.ratioLower, result.ratioUpper, area, 1);
      continue;
    }
    let variance = 0;
    for (let i = 0; i < groups; i++) variance += squareOf(weights.slope[i]! * se[start + i]!);
    const reach = z * Math.sqrt(variance);
    const end = (by: number, side: number) => fromScale(middle + (side * (slope + by)) / 2, scale);
    const rise = (by: number) => (scale === "linear" ? slope + by : end(by, 1) - end(by, -1));
    write({ lower: rise(-reach), upper: rise(reach) }, result.absoluteLower, result.absoluteUpper, area, per);
    if (scale === "linear") continue;
    const quotient = (by: number) => end(by, 1) / end(by, -1);
    write({ lower: quotient(-reach), upper: quotient(reach) }, result.ratioLower, result.ratioUpper, area, 1);
  }
  return result;
}

function write(
  limits: { readonly lower: number; readonly upper: number },
  lower: Float64Array,
  upper: Float64Array,
  area: number,
  per: number,
): void {
  lower[area] = limits.lower * per;
  upper[area] = limits.upper * per;
}

function squareOf(x: number): number {
  return x * x;
}
