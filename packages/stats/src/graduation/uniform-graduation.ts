import { requireBands, yearsOf } from "./require-bands.ts";

/**
 * Single years from bands of ages as if people were spread evenly within each band: count ÷ width.
 *
 * The plainest ungrouping (graduation, interpolation of age groups): it makes steps at the edges of bands, and is wrong
 * where counts rise or fall within one, as among the oldest.
 *
 * @param counts people, deaths or other events in each band, 0 or more, from young to old
 * @param widths years in each band, whole, 200 at most in all
 * @returns a count for each single year; the years of a band add up to it. The years of a missing band (NaN) are NaN
 * @throws RangeError where the columns differ in length or are empty, a width is no whole number of years, or a count is
 * negative or infinite
 *
 * Reference: `graduate_uniform` of DemoTools, to all digits printed.
 *
 * @example
 * uniformGraduation([10, 6], [5, 2]) // [2, 2, 2, 2, 2, 3, 3]
 */
export function uniformGraduation(counts: ArrayLike<number>, widths: ArrayLike<number>): Float64Array {
  requireBands("uniformGraduation", counts, widths);
  const value = new Float64Array(yearsOf(widths));
  let at = 0;
  for (let k = 0; k < widths.length; k++) {
    value.fill(counts[k]! / widths[k]!, at, at + widths[k]!);
    at += widths[k]!;
  }
  return value;
}
