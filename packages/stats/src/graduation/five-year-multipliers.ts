import { requireBands } from "./require-bands.ts";

/**
 * Ten-thousandths by which each year of a band takes from five bands: five rows of five for the first band, for the
 * second, and for a band in the middle, which takes from two bands to either side. The last two bands mirror the first two.
 */
export type Multipliers = readonly (readonly number[])[];

/**
 * Single years as weighted sums of five five-year bands.
 *
 * The weights are whole ten-thousandths, so that of whole counts every year is a whole number ÷ 10,000, without rounding
 * in between.
 */
export function byMultipliers(
  caller: string,
  counts: ArrayLike<number>,
  widths: ArrayLike<number>,
  multipliers: Multipliers,
): Float64Array {
  requireBands(caller, counts, widths);
  for (let k = 0; k < widths.length; k++) {
    if (widths[k] !== 5) {
      throw new RangeError(`${caller}: every band must be five years wide, got ${widths[k]} in band ${k + 1}`);
    }
  }
  const bands = counts.length;
  if (bands < 5) throw new RangeError(`${caller}: needs at least five bands; got ${bands}`);
  const value = new Float64Array(5 * bands);
  for (let band = 0; band < bands; band++) {
    const fromEnd = bands - 1 - band;
    const mirrored = fromEnd < 2;
    const panel = Math.min(band, fromEnd, 2);
    const first = mirrored ? bands - 1 : Math.max(0, band - 2);
    for (let year = 0; year < 5; year++) {
      const weights = multipliers[5 * panel + (mirrored ? 4 - year : year)]!;
      let sum = 0;
      for (let j = 0; j < 5; j++) sum += weights[j]! * counts[mirrored ? first - j : first + j]!;
      value[5 * band + year] = sum / 10_000;
    }
  }
  return value;
}
