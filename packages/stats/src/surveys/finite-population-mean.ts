import { type Mean, meanOf, type StudentMeanOptions } from "../intervals/student-mean.ts";
import { factorOf } from "./finite-population-factor.ts";

/**
 * The mean of a population with Student's limits, where a good part of the population was asked.
 *
 * value = Σ x ÷ n; the limits are value ∓ t s √((1 − n/N)/n). With `studentMean` of the same values the limits reach
 * √(1 − n/N) as far.
 *
 * @param values     in any unit, one for each person asked, drawn without replacement
 * @param population N, people there are, above 0; not more than were asked is taken as all
 * @returns value, limits and standard deviation in that unit; both limits are the value where all were asked; of one value the
 * limits and the standard deviation are NaN; all are NaN where a number is missing
 * @throws RangeError where there are no values, a value is infinite, the population is not above 0, or the level is invalid
 *
 * Source: Cochran WG. Sampling Techniques, 3rd ed., 1977, 2.6 and 2.8.
 * Reference: `svymean` with a finite population correction of survey 4.1-1, to 1e-12 relative.
 *
 * @example
 * finitePopulationMean([1, 3], 8 / 3, { level: 0.5 }) // { value: 2, lower: 1.5, upper: 2.5, standardDeviation: Math.SQRT2 }
 */
export function finitePopulationMean(
  values: ArrayLike<number>,
  population: number,
  { level = 0.95 }: StudentMeanOptions = {},
): Mean {
  const { value, upper, standardDeviation } = meanOf("finitePopulationMean", values, level);
  const factor = factorOf("finitePopulationMean", values.length, population, "1 - n/N");
  const reach = factor === 0 ? value * 0 : (upper - value) * factor;
  const known = Number.isNaN(factor) ? Number.NaN : value;
  return { value: known, lower: known - reach, upper: known + reach, standardDeviation };
}
