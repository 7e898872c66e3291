import { cumulatedSlopes } from "./cumulated-slopes.ts";
import { requireBands, yearsOf } from "./require-bands.ts";

/**
 * Single years from bands of ages of any widths by a monotone cubic spline of the cumulated counts.
 *
 * The counts are summed from the youngest age up; a cubic spline runs through the sums at the edges of bands, its slopes held
 * by Hyman's filter between 0 and three times the smaller mean of the two bands beside, so that it never falls. Years are
 * differences of that curve: never below 0, and 0 throughout an empty band.
 *
 * At the ends the curve takes the third derivative of the cubic through the four nearest sums (Forsythe, Malcolm and
 * Moler); with two bands it is a parabola, with one a line.
 *
 * @param counts people or events in each band, 0 or more, from young to old. An open last band needs a width: leave it off,
 * or say where it ends
 * @param widths years in each band, whole, 200 at most in all
 * @returns a count for each single year; the years of a band add up to it. All are NaN where a band is missing (NaN), since
 * the curve runs through every sum
 * @throws RangeError where the columns differ in length or are empty, a width is no whole number of years, or a count is
 * negative or infinite
 *
 * Source: Hyman JM. Accurate monotonicity preserving cubic interpolation. SIAM J Sci Stat Comput 1983;4:645–54; Smith L,
 * Hyndman RJ, Wood SN. Spline interpolation for demographic variables: the monotonicity problem. J Population Research
 * 2004;21:95–8.
 * Reference: `graduate_mono` of DemoTools, and differences of R 4.2.2's `splinefun(method = "hyman")`, to all digits printed.
 *
 * @example
 * monotoneGraduation([10, 20, 30], [5, 5, 5]).slice(0, 5) // [1.2, 1.6, 2, 2.4, 2.8]
 */
export function monotoneGraduation(counts: ArrayLike<number>, widths: ArrayLike<number>): Float64Array {
  requireBands("monotoneGraduation", counts, widths);
  const slopes = cumulatedSlopes(counts, widths);
  const value = new Float64Array(yearsOf(widths));
  let at = 0;
  for (let k = 0; k < widths.length; k++) {
    const width = widths[k]!;
    const count = counts[k]!;
    // The cubic of Hermite within the band, from 0 at its start to its count at its end.
    const start = slopes[k]!;
    const end = slopes[k + 1]!;
    const square = (3 * count) / width - 2 * start - end;
    const cube = start + end - (2 * count) / width;
    let before = 0;
    for (let year = 1; year <= width; year++) {
      const t = year / width;
      const upTo = year === width ? count : width * t * (start + t * (square + t * cube));
      value[at++] = Math.max(0, upTo - before);
      before = upTo;
    }
    if (Number.isNaN(start + end)) value.fill(Number.NaN, at - width, at);
  }
  return value;
}
