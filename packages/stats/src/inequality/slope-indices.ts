import { normalDeviate } from "../distributions/normal-deviate.ts";
import { requireLevel, requireOneLength, requirePer } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { fiellerLimit } from "./fieller-limit.ts";
import { createRoom, drawAt, type Room, requireDraws, writeDraws } from "./simulated-slopes.ts";
import {
  covarianceOfEnds,
  fromScale,
  onScale,
  type Scale,
  type SlopeWeights,
  slopeVariance,
  slopeWeights,
  writeSlopeWeights,
} from "./slope-fit.ts";
import { slopeIndexStatus, withoutLimits } from "./slope-index-statuses.ts";
import type { ValueErrors } from "./value-errors.ts";

/** How the slope indices of many areas are worked out. */
export interface SlopeIndicesOptions {
  /** The scale on which lines are fitted. Default `linear`. */
  readonly scale?: Scale;
  /** Which end is subtracted from which: the last group's from the first's, or (default) the first's from the last's. */
  readonly direction?: "last minus first" | "first minus last";
  /** What absolute indices are multiplied by. Default 1. */
  readonly per?: number;
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
  /** Draws, where limits must be simulated. Default 100,000. */
  readonly draws?: number;
  /** Seed of the draws, the same draws for each area. Default 1. */
  readonly seed?: number;
}

/** Slope indices of areas, a row each. */
export interface SlopeIndexColumns {
  readonly absolute: Float64Array;
  readonly absoluteLower: Float64Array;
  readonly absoluteUpper: Float64Array;
  readonly ratio: Float64Array;
  readonly ratioLower: Float64Array;
  readonly ratioUpper: Float64Array;
  readonly relativeToMean: Float64Array;
  readonly relativeToMeanLower: Float64Array;
  readonly relativeToMeanUpper: Float64Array;
  /** What came of each area: positions in `slopeIndexStatuses`; 0 where there are indices with limits. */
  readonly status: Uint8Array;
}

/**
 * Slope indices of inequality of many areas with the same number of groups, over typed columns: what `slopeIndex` does for
 * one, with limits from the errors.
 *
 * Areas share their draws (common random numbers), so that simulated limits of two areas differ by their values, not by
 * chance. Nothing is allocated for an area. One that cannot be computed is NaN, its status says why, and the others go on.
 *
 * @param values value of each group of each area, area after area, groups in order
 * @param population people of the same rows
 * @param errors how sure the values are: a standard error a row, and the scale on which errors are normal
 * @param groups how many groups each area has, from 3
 * @param options `scale`, `direction`, `per`, `level`, `draws`, `seed`
 * @returns columns with a row for each area: absolute and relative indices with limits, and `status`
 * @throws RangeError where columns differ in length or do not hold whole areas, or an option is invalid
 *
 * Source: as for `slopeIndex`.
 * Reference: `slopeIndex`, to the last digit but two.
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
  options: SlopeIndicesOptions = {},
): SlopeIndexColumns {
  const {
    scale = "linear",
    direction = "last minus first",
    per = 1,
    level = 0.95,
    draws = 100_000,
    seed = 1,
  } = options;
  requireOneLength("slopeIndices", { values, population, "standard errors": errors.standardErrors });
  requirePer("slopeIndices", per);
  requireLevel("slopeIndices", level);
  requireChoice("slopeIndices", "scale", scale, ["linear", "log", "logit"]);
  requireChoice("slopeIndices", "direction", direction, ["last minus first", "first minus last"]);
  requireChoice("slopeIndices", "scale of the errors", errors.scale, ["linear", "log", "logit"]);
  requireDraws("slopeIndices", draws);
  if (!(Number.isInteger(groups) && groups >= 3 && values.length % groups === 0)) {
    throw new RangeError(
      `slopeIndices: rows must be whole areas of three groups or more, got ${values.length} rows of ${groups}`,
    );
  }
  const result = createColumns(values.length / groups);
  const { standardErrors } = errors;
  const z = normalDeviate(level);
  const room = errors.scale === scale ? null : createRoom(draws, groups, seed);
  const placed = new Float64Array(groups);
  const weights = slopeWeights(new Float64Array(groups).fill(1));

  for (let area = 0, start = 0; start < values.length; area++, start += groups) {
    const status = slopeIndexStatus(values, population, errors, scale, start, groups);
    result.status[area] = status;
    if (status > withoutLimits) continue;
    writeSlopeWeights(population, start, weights);
    let slope = 0;
    let middle = 0;
    let mean = 0;
    for (let i = 0; i < groups; i++) {
      const place = onScale(values[start + i]!, scale);
      slope += weights.slope[i]! * place;
      middle += weights.share[i]! * place;
      mean += weights.share[i]! * values[start + i]!;
    }
    write(result.absolute, result.ratio, result.relativeToMean, area, slope, middle, mean, scale, per);
    if (status === withoutLimits) continue;
    if (room) {
      for (let i = 0; i < groups; i++) placed[i] = onScale(values[start + i]!, errors.scale);
      writeDraws(room, placed, errors, start, weights, scale);
      for (let side = -1; side <= 1; side += 2) writeDrawn(room, result, area, side, level, mean, per);
      continue;
    }
    const reach = z * Math.sqrt(slopeVariance(weights, standardErrors, start));
    const { absoluteLower, absoluteUpper, ratioLower, ratioUpper, relativeToMeanLower, relativeToMeanUpper } = result;
    write(absoluteLower, ratioLower, relativeToMeanLower, area, slope - reach, middle, mean, scale, per);
    write(absoluteUpper, ratioUpper, relativeToMeanUpper, area, slope + reach, middle, mean, scale, per);
    if (scale === "linear") writeFieller(result, area, slope, middle, weights, standardErrors, start, z);
  }
  if (direction === "first minus last") turnRound(result);
  return result;
}

/** Sets the first end against the last: limits change sides, and a ratio that may be 0 or less has none the other way round. */
function turnRound(columns: SlopeIndexColumns): void {
  const { absolute, absoluteLower, absoluteUpper, ratio, ratioLower, ratioUpper } = columns;
  const { relativeToMean, relativeToMeanLower, relativeToMeanUpper } = columns;
  for (let area = 0; area < absolute.length; area++) {
    absolute[area] = -absolute[area]!;
    relativeToMean[area] = -relativeToMean[area]!;
    ratio[area] = 1 / ratio[area]!;
    let lower = absoluteLower[area]!;
    absoluteLower[area] = -absoluteUpper[area]!;
    absoluteUpper[area] = -lower;
    lower = relativeToMeanLower[area]!;
    relativeToMeanLower[area] = -relativeToMeanUpper[area]!;
    relativeToMeanUpper[area] = -lower;
    lower = ratioLower[area]!;
    ratioLower[area] = lower > 0 ? 1 / ratioUpper[area]! : Number.NaN;
    ratioUpper[area] = lower > 0 ? 1 / lower : Number.NaN;
  }
}

function createColumns(areas: number): SlopeIndexColumns {
  const column = () => new Float64Array(areas).fill(Number.NaN);
  return {
    absolute: column(),
    absoluteLower: column(),
    absoluteUpper: column(),
    ratio: column(),
    ratioLower: column(),
    ratioUpper: column(),
    relativeToMean: column(),
    relativeToMeanLower: column(),
    relativeToMeanUpper: column(),
    status: new Uint8Array(areas),
  };
}

/** Writes the indices of one line. */
function write(
  absolute: Float64Array,
  ratio: Float64Array,
  relativeToMean: Float64Array,
  area: number,
  slope: number,
  middle: number,
  mean: number,
  scale: Scale,
  per: number,
): void {
  const first = fromScale(middle - slope / 2, scale);
  const last = fromScale(middle + slope / 2, scale);
  const rise = scale === "linear" ? slope : last - first;
  absolute[area] = rise * per;
  ratio[area] = last / first;
  relativeToMean[area] = rise / mean;
}

/** Writes the lower (side −1) or the upper (side 1) limits of one area, from its draws. */
function writeDrawn(
  { absolute, ratio }: Room,
  result: SlopeIndexColumns,
  area: number,
  side: number,
  level: number,
  mean: number,
  per: number,
): void {
  const share = (1 + side * level) / 2;
  const drawn = drawAt(absolute, share);
  (side < 0 ? result.absoluteLower : result.absoluteUpper)[area] = drawn * per;
  (side < 0 ? result.relativeToMeanLower : result.relativeToMeanUpper)[area] = drawn / mean;
  (side < 0 ? result.ratioLower : result.ratioUpper)[area] = drawAt(ratio, share);
}

function writeFieller(
  { ratioLower, ratioUpper }: SlopeIndexColumns,
  area: number,
  slope: number,
  middle: number,
  weights: SlopeWeights,
  standardErrors: ArrayLike<number>,
  start: number,
  z: number,
): void {
  const ofFirst = covarianceOfEnds(weights, standardErrors, start, -1, -1);
  const ofBoth = covarianceOfEnds(weights, standardErrors, start, -1, 1);
  const ofLast = covarianceOfEnds(weights, standardErrors, start, 1, 1);
  const first = middle - slope / 2;
  const last = middle + slope / 2;
  ratioLower[area] = fiellerLimit(first, last, ofFirst, ofBoth, ofLast, z, -1);
  ratioUpper[area] = fiellerLimit(first, last, ofFirst, ofBoth, ofLast, z, 1);
}
