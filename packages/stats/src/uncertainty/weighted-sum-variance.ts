import { requireSameLength } from "../shared/require.ts";

/**
 * Variance of a weighted sum of counts, each with the variance of a Poisson count: the delta method, and here exact.
 *
 * Var(Σ w D) = Σ w² D. With w = standard weight × years of a death ÷ people it is that of a rate of years of life lost, whose limits are not those
 * of a count of as many years: years are not events.
 *
 * @param deaths counts of independent events, 0 or more
 * @param factors what one event counts for, any number
 * @returns the variance, in the square of the factors' unit; 0 of no events; NaN where anything is missing
 * @throws RangeError where columns differ in length or are empty, a count is negative or infinite, or a factor is infinite
 *
 * Source: Breslow NE, Day NE. Statistical Methods in Cancer Research II. IARC, 1987, ch. 2 (variance of a directly standardised rate).
 *
 * @example
 * weightedSumVariance([4, 9], [2, 1]) // 25
 */
export function weightedSumVariance(deaths: ArrayLike<number>, factors: ArrayLike<number>): number {
  requireSameLength("weightedSumVariance", { deaths, factors });
  let variance = 0;
  for (let i = 0; i < deaths.length; i++) {
    if (deaths[i]! < 0 || deaths[i] === Infinity)
      throw new RangeError(`weightedSumVariance: deaths must be 0 or more, got ${deaths[i]} in stratum ${i}`);
    if (Math.abs(factors[i]!) === Infinity)
      throw new RangeError(`weightedSumVariance: factors must be finite, got ${factors[i]} in stratum ${i}`);
    variance += factors[i]! * factors[i]! * deaths[i]!;
  }
  return variance;
}
