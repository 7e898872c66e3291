import type { LifeTable } from "../life-tables/life-table.ts";

/**
 * The shares that survive from one band of a life table to the next, for carrying a population forward.
 *
 * Births to the youngest band L(0) ÷ (n l(0)), each band to the next L(x + n) ÷ L(x), and both the last two bands to the open one
 * T(open) ÷ T(the one before), since who is in the open band is not known by age.
 *
 * @param table a life table whose bands have one width, the last open: single ages, or five-year bands
 * @returns one share more than bands; NaN where the table has no years
 * @throws RangeError where bands differ in width, do not start at 0, or are fewer than three
 *
 * Source: Preston SH, Heuveline P, Guillot M. Demography, 2001, section 6.3.
 *
 * @example
 * survivalRatios(lifeTable([0, 0, 10], [10, 10, 100], [0, 1, 2])) // [1, 1, 0.9090909090909091, 0.9090909090909091]
 */
export function survivalRatios({ age, survivors, years, yearsAbove }: LifeTable): Float64Array {
  const bands = age.length;
  const width = age[1]! - age[0]!;
  const even = age.every((from, x) => from === x * width);
  if (bands < 3 || !even)
    throw new RangeError(
      `survivalRatios: bands must have one width from 0, at least three, got ${age.join(", ") || "none"}`,
    );
  const open = yearsAbove[bands - 1]! / yearsAbove[bands - 2]!;
  return Float64Array.from({ length: bands + 1 }, (_, x) => {
    if (x === 0) return years[0]! / (width * survivors[0]!);
    return x < bands - 1 ? years[x]! / years[x - 1]! : open;
  });
}
