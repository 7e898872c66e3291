import { betaQuantile } from "../distributions/beta-quantile.ts";
import { normalDeviate } from "../distributions/normal-deviate.ts";
import { studentQuantile } from "../distributions/student-quantile.ts";
import { wilsonLimitsAt } from "../intervals/wilson-limits.ts";
import type { Limits } from "../shared/interval.ts";
import { requireLevel, requirePer } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { effectiveSampleSize } from "./effective-sample-size.ts";
import { type LinearisedMean, linearisedMean } from "./linearised-mean.ts";
import type { SurveyEstimate, SurveyMeanOptions } from "./survey-mean.ts";

/** How a proportion of a survey is estimated. */
export interface SurveyProportionOptions extends SurveyMeanOptions {
  /** What the whole is expressed as: 1 for a share, 100 for per cent. Default 1. */
  readonly per?: number;
  /**
   * `wilson` (default): Wilson's limits of the effective size; `logit`: Student's on the scale of log odds; `exact`: Clopper
   * and Pearson's of the effective size (Korn and Graubard); `student`: value ∓ t × standard error.
   */
  readonly limits?: "wilson" | "logit" | "exact" | "student";
}

/**
 * The share of a population that has something, from a survey whose people stand for different numbers of others.
 *
 * The mean of 0 and 1, as `surveyMean`. With e the effective size, scaled by (t₁/t₂)², t₁ and t₂ being Student's quantiles for
 * people less one and for clusters less strata degrees of freedom, `wilson` takes the limits of a count e·p among e. In a
 * simple sample with equal weights that is `proportion`. `exact` does so with Clopper and Pearson's limits and (n − 1)/n of
 * e; `logit` reaches t × standard error ÷ p(1 − p) to each side of ln (p/(1 − p)).
 *
 * Where nobody or everybody has it, the sample says nothing of the design's effect, and the effective size is that of the
 * weights alone; the design effect is NaN.
 *
 * @param has     1 for each person who has it, 0 for each who has not
 * @param weights people of the population that each stands for, 0 or more, on any scale
 * @param options `per`; `level`; `limits`; the design: `strata`, `clusters`, `unitsInStratum`, `loneCluster`
 * @returns value, limits and standard error on the scale of `per`, with design effect, effective size and degrees of freedom;
 * where nobody or everybody has it, `logit` and `student` give no limits (NaN); where all were asked, both are the value. All but the degrees of freedom are NaN where a
 * number is missing
 * @throws RangeError as `surveyMean` does, and where somebody is neither 0 nor 1
 *
 * Source: Korn EL, Graubard BI. Confidence intervals for proportions with small expected number of positive counts estimated
 * from survey data. Survey Methodology 1998;24:193–201; Dean N, Pagano M. Evaluating confidence interval methods for
 * binomial proportions in clustered surveys. J Surv Stat Methodol 2015;3:484–503 (Wilson).
 * Reference: `svymean`, and `svyciprop` with methods logit, beta and mean, of survey 4.1-1, to 1e-10 relative.
 *
 * @example
 * surveyProportion([1, 0, 0, 1, 0], [2, 1, 1, 1, 1], { per: 100 }).value // 50
 */
export function surveyProportion(
  has: ArrayLike<number>,
  weights: ArrayLike<number>,
  { per = 1, level = 0.95, limits = "wilson", ...design }: SurveyProportionOptions = {},
): SurveyEstimate {
  requirePer("surveyProportion", per);
  requireLevel("surveyProportion", level);
  requireChoice("surveyProportion", "limits", limits, ["wilson", "logit", "exact", "student"]);
  const deviate = normalDeviate(level);
  for (let i = 0; i < has.length; i++) {
    if (has[i] !== 0 && has[i] !== 1 && !Number.isNaN(has[i]!)) {
      throw new RangeError(`surveyProportion: has must be 0 or 1, got ${has[i]} in row ${i}`);
    }
  }
  const { people, ...mean } = linearisedMean("surveyProportion", has, weights, design);
  const known = { ...mean, people };
  if (mean.value === 0 || mean.value === 1) {
    known.effectiveSize = effectiveSampleSize(weights);
    known.designEffect = Number.NaN;
  }
  const { lower, upper } = limitsOf(known, level, deviate, limits);
  return {
    value: mean.value * per,
    lower: lower * per,
    upper: upper * per,
    standardError: mean.standardError * per,
    designEffect: known.designEffect,
    effectiveSize: known.effectiveSize,
    degreesOfFreedom: mean.degreesOfFreedom,
  };
}

function limitsOf(
  { value: p, people, standardError, effectiveSize, degreesOfFreedom }: LinearisedMean,
  level: number,
  deviate: number,
  limits: "wilson" | "logit" | "exact" | "student",
): Limits {
  const nothing = { lower: Number.NaN, upper: Number.NaN };
  if (Number.isNaN(p) || degreesOfFreedom < 1) return nothing;
  if (standardError === 0 && p > 0 && p < 1) return { lower: p, upper: p };
  const tail = (1 - level) / 2;
  const t = -studentQuantile(tail, degreesOfFreedom);
  if (limits === "student" || limits === "logit") {
    if (p === 0 || p === 1) return nothing;
    if (limits === "student") return { lower: p - t * standardError, upper: p + t * standardError };
    const [odds, reach] = [p / (1 - p), Math.exp((t * standardError) / (p * (1 - p)))];
    return { lower: odds / (odds + reach), upper: (odds * reach) / (1 + odds * reach) };
  }
  const ratio = studentQuantile(tail, people - 1) / t;
  const size = effectiveSize * ratio * ratio;
  if (limits === "wilson") return wilsonLimitsAt(p * size, size, deviate);
  const fewer = (size * (people - 1)) / people;
  return {
    lower: p === 0 ? 0 : betaQuantile(tail, fewer * p, fewer * (1 - p) + 1),
    upper: p === 1 ? 1 : betaQuantile(1 - tail, fewer * p + 1, fewer * (1 - p)),
  };
}
