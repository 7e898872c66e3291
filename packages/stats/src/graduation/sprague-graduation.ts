import { byMultipliers, type Multipliers } from "./five-year-multipliers.ts";

/**
 * Single years from five-year bands of ages by Sprague's fifth-difference osculatory interpolation.
 *
 * Each year is a weighted sum of five bands (Sprague multipliers): in a band of the middle two to either side, in the first
 * and last two the nearest four. Curves of neighbouring bands meet with equal slope and curvature. Years can come out below
 * 0 where bands change steeply, as among the oldest: such are returned as they are, for the caller to see.
 *
 * @param counts people or events in each band, 0 or more, from young to old; five bands or more. An open last band is not
 * five years wide: leave it off
 * @param widths years in each band: 5 throughout
 * @returns a count for each single year; the years of a band add up to it. Years that take from a missing band (NaN), two
 * to either side, are NaN
 * @throws RangeError where a band is not five years wide, there are fewer than five, the columns differ in length, or a count
 * is negative or infinite
 *
 * Source: Sprague TB. Explanation of a new formula for interpolation. J Inst Actuaries 1881;22:270–85; multipliers as in
 * Shryock HS, Siegel JS. The Methods and Materials of Demography, 1976, table C-1.
 * Reference: `graduate_sprague` of DemoTools, to all digits printed.
 *
 * @example
 * spragueGraduation([50, 45, 40, 35, 30], [5, 5, 5, 5, 5]).slice(0, 5) // [10.4, 10.2, 10, 9.8, 9.6]
 */
export function spragueGraduation(counts: ArrayLike<number>, widths: ArrayLike<number>): Float64Array {
  return byMultipliers("spragueGraduation", counts, widths, multipliers);
}

const multipliers: Multipliers = [
  [3616, -2768, 1488, -336, 0],
  [2640, -960, 400, -80, 0],
  [1840, 400, -320, 80, 0],
  [1200, 1360, -720, 160, 0],
  [704, 1968, -848, 176, 0],
  [336, 2272, -752, 144, 0],
  [80, 2320, -480, 80, 0],
  [-80, 2160, -80, 0, 0],
  [-160, 1840, 400, -80, 0],
  [-176, 1408, 912, -144, 0],
  [-128, 848, 1504, -240, 16],
  [-16, 144, 2224, -416, 64],
  [64, -336, 2544, -336, 64],
  [64, -416, 2224, 144, -16],
  [16, -240, 1504, 848, -128],
];
