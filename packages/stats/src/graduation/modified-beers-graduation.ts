import { byMultipliers, type Multipliers } from "./five-year-multipliers.ts";

/**
 * Single years from five-year bands of ages by Beers's modified formula, which smooths the bands as it divides them.
 *
 * Each year is a weighted sum of five bands. The weights minimise the squares of fourth differences of the result and do not
 * keep the bands: the years of a band do not in general add up to its count, by design, save in the first band. Where the bands
 * are on a straight line they do. Use it where the bands themselves are unsure (heaped ages), and another where they are
 * facts. Years can come out below 0, and are returned as they are.
 *
 * @param counts people or events in each band, 0 or more, from young to old; five bands or more. An open last band is not
 * five years wide: leave it off
 * @param widths years in each band: 5 throughout
 * @returns a count for each single year. Years that take from a missing band (NaN), two to either side, are NaN
 * @throws RangeError where a band is not five years wide, there are fewer than five, the columns differ in length, or a count
 * is negative or infinite
 *
 * Source: Beers HS. Modified-interpolation formulas that minimize fourth differences. Record Am Inst Actuaries
 * 1945;34:14–20; multipliers as in Shryock HS, Siegel JS. The Methods and Materials of Demography, 1976, table C-3.
 * Reference: `graduate_beers(method = "mod")` of DemoTools, to all digits printed.
 *
 * @example
 * modifiedBeersGraduation([50, 45, 40, 35, 30], [5, 5, 5, 5, 5]).slice(0, 5) // [10.4, 10.2, 10, 9.8, 9.6]
 */
export function modifiedBeersGraduation(counts: ArrayLike<number>, widths: ArrayLike<number>): Float64Array {
  return byMultipliers("modifiedBeersGraduation", counts, widths, multipliers);
}

const multipliers: Multipliers = [
  [3332, -1938, 702, -118, 22],
  [2569, -753, 205, -27, 6],
  [1903, 216, -146, 32, -5],
  [1334, 969, -351, 59, -11],
  [862, 1506, -410, 54, -12],
  [486, 1831, -329, 21, -9],
  [203, 1955, -123, -31, -4],
  [8, 1893, 193, -97, 3],
  [-108, 1677, 577, -153, 7],
  [-159, 1354, 972, -170, 3],
  [-160, 973, 1321, -121, -13],
  [-129, 590, 1564, 18, -43],
  [-85, 260, 1650, 260, -85],
  [-43, 18, 1564, 590, -129],
  [-13, -121, 1321, 973, -160],
];
