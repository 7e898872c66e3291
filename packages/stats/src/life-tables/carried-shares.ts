import { requireOneLength } from "../shared/require.ts";

/**
 * Shares in good health in all bands of a life table, where a survey asked only some: children and the oldest take the share of the
 * nearest band that was asked, times an adjustment factor.
 *
 * Factors come from a source that covers all ages, such as a census: the share in the band ÷ the share in the nearest band that
 * the survey asked. A share that would exceed 1 is 1. For limits, give as respondents of such
 * a band those of the band that its share was carried from; how uncertain the factor is, is then left out.
 *
 * @param healthy share in good health in each band, 0 to 1; NaN in the bands that were not asked
 * @param factors adjustment factor of each band that was not asked, 0 or more; left aside in the others, where it may be NaN
 * @returns shares, for `healthyLifeExpectancy`; NaN in a band without a factor, and everywhere where no band was asked
 * @throws RangeError where a share is not from 0 to 1, a factor is below 0 or infinite, or columns differ in length
 *
 * Source: Office for National Statistics. Health state life expectancies, quality and methodology; the template of Public Health
 * England for healthy life expectancy.
 * Reference: the shares of that template's example, 20 bands, 1e-12.
 *
 * @example
 * carriedShares([NaN, 0.9, 0.5, NaN], [1.01, NaN, NaN, 0.8]) // [0.909, 0.9, 0.5, 0.4]
 */
export function carriedShares(healthy: ArrayLike<number>, factors: ArrayLike<number>): Float64Array {
  requireOneLength("carriedShares", { healthy, factors });
  for (let k = 0; k < healthy.length; k++) {
    if (healthy[k]! < 0 || healthy[k]! > 1) {
      throw new RangeError(`carriedShares: shares must be from 0 to 1, got ${healthy[k]} in band ${k}`);
    }
    if (factors[k]! < 0 || factors[k] === Infinity) {
      throw new RangeError(`carriedShares: factors must be 0 or more, got ${factors[k]} in band ${k}`);
    }
  }
  return Float64Array.from({ length: healthy.length }, (_, k) => {
    if (!Number.isNaN(healthy[k]!)) return healthy[k]!;
    return Math.min(1, nearest(healthy, k) * factors[k]!);
  });
}

/** The share of the nearest band that has one; the older of two that are as near. */
function nearest(healthy: ArrayLike<number>, band: number): number {
  for (let away = 1; away < healthy.length; away++) {
    for (const k of [band + away, band - away]) {
      if (k >= 0 && k < healthy.length && !Number.isNaN(healthy[k]!)) return healthy[k]!;
    }
  }
  return Number.NaN;
}
