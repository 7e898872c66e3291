import { studentQuantile } from "../distributions/student-quantile.ts";
import type { Interval } from "../shared/interval.ts";
import { requireLevel } from "../shared/require.ts";
import { linearisedMean } from "./linearised-mean.ts";
import type { Precision, SurveyDesign } from "./survey-design.ts";

/** How a mean of a survey is estimated. */
export interface SurveyMeanOptions extends SurveyDesign {
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/** What a survey says of a population, with limits and precision. */
export interface SurveyEstimate extends Interval, Precision {}

/**
 * The mean of a population from a survey whose people stand for different numbers of others.
 *
 * value = Σ w y ÷ Σ w. Its variance is Taylor's linearised one: the residuals w (y − value) ÷ Σ w are added up by cluster, and
 * in each stratum with c clusters the squares of these about their mean are added and multiplied by c/(c − 1), and by 1 − c/C
 * where the stratum's C clusters are given. Limits: value ∓ t × standard error, with clusters less strata degrees of freedom.
 *
 * @param values  in any unit, one for each person asked
 * @param weights people of the population that each stands for, 0 or more, on any scale
 * @param options `level`; the design: `strata`, `clusters`, `unitsInStratum`, `loneCluster`
 * @returns value, limits and standard error in that unit, with design effect, effective size and degrees of freedom; all but
 * the last are NaN where a value or weight is missing; limits are NaN without degrees of freedom
 * @throws RangeError where a weight is negative, all are 0, columns differ in length or are empty, a value is infinite, a
 * stratum has one cluster only, or fewer units than were drawn, or the level is invalid
 *
 * Source: Cochran WG. Sampling Techniques, 3rd ed., 1977, 6.3 and 11.9; Binder DA. On the variances of asymptotically
 * normal estimators from complex surveys. Int Stat Rev 1983;51:279–92; Kish L. Survey Sampling, 1965 (design effect).
 * Reference: `svymean` (`deff = "replace"`) of survey 4.1-1, to 1e-12 relative.
 *
 * @example
 * surveyMean([3, 5, 8, 9], [10, 20, 10, 20], { strata: ["a", "a", "b", "b"] }).value // 6.5
 */
export function surveyMean(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  { level = 0.95, ...design }: SurveyMeanOptions = {},
): SurveyEstimate {
  requireLevel("surveyMean", level);
  const { people: _, ...mean } = linearisedMean("surveyMean", values, weights, design);
  const degrees = mean.degreesOfFreedom;
  const reach = degrees > 0 ? -studentQuantile((1 - level) / 2, degrees) * mean.standardError : Number.NaN;
  return { ...mean, lower: mean.value - reach, upper: mean.value + reach };
}
