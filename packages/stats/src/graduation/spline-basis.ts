/** Cubic B-splines at single years: in each year four of them are above 0. */
export interface SplineBasis {
  readonly years: number;
  readonly splines: number;
  /** The first of the four splines of each year. */
  readonly first: Int32Array;
  /** Their heights, four a year, which add up to 1. */
  readonly height: Float64Array;
}

/**
 * Cubic B-splines on even knots, one every so many years, which reach 1% beyond the first and the last year.
 *
 * Source: Eilers PHC, Marx BD. Flexible smoothing with B-splines and penalties. Stat Sci 1996;11:89–121.
 */
export function splineBasis(years: number, yearsPerKnot: number): SplineBasis {
  const intervals = Math.max(1, Math.floor(years / yearsPerKnot));
  const reach = 0.01 * (years - 1);
  const step = (years - 1 + 2 * reach) / intervals;
  const first = new Int32Array(years);
  const height = new Float64Array(4 * years);
  for (let year = 0; year < years; year++) {
    const at = step > 0 ? (year + reach) / step : 0;
    const interval = Math.min(Math.floor(at), intervals - 1);
    const t = at - interval;
    first[year] = interval;
    height[4 * year] = (1 - t) ** 3 / 6;
    height[4 * year + 1] = (3 * t ** 3 - 6 * t ** 2 + 4) / 6;
    height[4 * year + 2] = (-3 * t ** 3 + 3 * t ** 2 + 3 * t + 1) / 6;
    height[4 * year + 3] = t ** 3 / 6;
  }
  return { years, splines: intervals + 3, first, height };
}

/** exp of the curve at each year. */
export function curve({ years, first, height }: SplineBasis, coefficients: Float64Array): Float64Array {
  const value = new Float64Array(years);
  for (let year = 0; year < years; year++) {
    let sum = 0;
    for (let j = 0; j < 4; j++) sum += height[4 * year + j]! * coefficients[first[year]! + j]!;
    value[year] = Math.exp(sum);
  }
  return value;
}
