import { onScale, type Scale } from "./slope-fit.ts";
import type { ValueErrors } from "./value-errors.ts";

/**
 * What came of each area of `slopeIndices`, in the order of their codes.
 *
 * - `computed` the indices are there with their limits; those of a ratio on a linear scale are NaN where its divisor may be 0
 * - `without limits` the indices are there; a standard error is not known, or a value does not fit the scale of the errors
 * - `missing` a value or a population is not known
 * - `impossible` a value is infinite, a population or a standard error negative or infinite
 * - `no population` nobody lives in one of the groups
 * - `off the scale` a value does not fit the scale of the line, such as 0 on a log scale
 */
export const slopeIndexStatuses = [
  "computed",
  "without limits",
  "missing",
  "impossible",
  "no population",
  "off the scale",
] as const;

/** What came of one area. */
export type SlopeIndexStatus = (typeof slopeIndexStatuses)[number];

/** Codes up to this one have indices. */
export const withoutLimits = slopeIndexStatuses.indexOf("without limits");
const missing = slopeIndexStatuses.indexOf("missing");
const impossible = slopeIndexStatuses.indexOf("impossible");
const noPopulation = slopeIndexStatuses.indexOf("no population");
const offTheScale = slopeIndexStatuses.indexOf("off the scale");

/** What came of the area whose groups begin at `start`, before its indices are worked out: a position in `slopeIndexStatuses`. */
export function slopeIndexStatus(
  values: ArrayLike<number>,
  population: ArrayLike<number>,
  errors: ValueErrors,
  scale: Scale,
  start: number,
  groups: number,
): number {
  let status = 0;
  for (let i = start; i < start + groups; i++) {
    const y = values[i]!;
    const n = population[i]!;
    const se = errors.standardErrors[i]!;
    if (n < 0 || n === Infinity || Math.abs(y) === Infinity || se < 0 || se === Infinity) return impossible;
    if (Number.isNaN(y) || Number.isNaN(n)) status = missing;
    else if (status === missing) continue;
    else if (n === 0) status = noPopulation;
    else if (status === noPopulation) continue;
    else if (!Number.isFinite(onScale(y, scale))) status = offTheScale;
    else if (status === 0 && !Number.isFinite(se + onScale(y, errors.scale))) status = withoutLimits;
  }
  return status;
}
