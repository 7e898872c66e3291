import { byMultipliers, type Multipliers } from "./five-year-multipliers.ts";

/**
 * Single years from five-year bands of ages by Beers's ordinary formula.
 *
 * Each year is a weighted sum of five bands. The weights minimise the squares of fifth differences of the result, which makes
 * it smoother than Sprague's. Years can come out below 0, and are returned as they are.
 *
 * @param counts people or events in each band, 0 or more, from young to old; five bands or more. An open last band is not
 * five years wide: leave it off
 * @param widths years in each band: 5 throughout
 * @returns a count for each single year; the years of a band add up to it. Years that take from a missing band (NaN), two
 * to either side, are NaN
 * @throws RangeError where a band is not five years wide, there are fewer than five, the columns differ in length, or a count
 * is negative or infinite
 *
 * Source: Beers HS. Six-term formulas for routine actuarial interpolation. Record Am Inst Actuaries 1944;33:245–60;
 * multipliers as in Shryock HS, Siegel JS. The Methods and Materials of Demography, 1976, table C-2.
 * Reference: `graduate_beers(method = "ord")` of DemoTools, to all digits printed.
 *
 * @example
 * ordinaryBeersGraduation([50, 45, 40, 35, 30], [5, 5, 5, 5, 5]).slice(0, 5) // [10.4, 10.2, 10, 9.8, 9.6]
 */
export function ordinaryBeersGraduation(counts: ArrayLike<number>, widths: ArrayLike<number>): Float64Array {
  return byMultipliers("ordinaryBeersGraduation", counts, widths, multipliers);
}

const multipliers: Multipliers = [
  [3333, -1636, -210, 796, -283],
  [2595, -780, 130, 100, -45],
  [1924, 64, 184, -256, 84],
  [1329, 844, 54, -356, 129],
  [819, 1508, -158, -284, 115],
  [404, 2000, -344, -128, 68],
  [93, 2268, -402, 28, 13],
  [-108, 2272, -248, 112, -28],
  [-198, 1992, 172, 72, -38],
  [-191, 1468, 822, -84, -15],
  [-117, 804, 1570, -284, 27],
  [-20, 160, 2200, -400, 60],
  [50, -280, 2460, -280, 50],
  [60, -400, 2200, 160, -20],
  [27, -284, 1570, 804, -117],
];
