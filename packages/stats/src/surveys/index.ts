export { effectiveSampleSize } from "./effective-sample-size.ts";
export { type FinitePopulationOptions, finitePopulationFactor } from "./finite-population-factor.ts";
export { finitePopulationMean } from "./finite-population-mean.ts";
export { type FinitePopulationProportionOptions, finitePopulationProportion } from "./finite-population-proportion.ts";
export type { Precision, SurveyDesign } from "./survey-design.ts";
export { type SurveyEstimate, type SurveyMeanOptions, surveyMean } from "./survey-mean.ts";
export { type SurveyProportionOptions, surveyProportion } from "./survey-proportion.ts";
