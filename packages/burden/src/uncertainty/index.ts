export type { Drawn } from "./draws/as-draws.ts";
export { attributableBurdenDraws } from "./draws/attributable-burden-draws.ts";
export {
  type AttributableFractionsDrawsOptions,
  attributableFractionsDraws,
} from "./draws/attributable-fractions-draws.ts";
export { combineDraws, type DrawnResult, sumDraws } from "./draws/combine-draws.ts";
export { disabilityAdjustedLifeYearsDraws } from "./draws/disability-adjusted-life-years-draws.ts";
export { type DrawnFrom, type Draws, type DrawsOfOptions, drawsOf } from "./draws/draws-of.ts";
export {
  type HealthAdjustedDrawsOptions,
  healthAdjustedLifeExpectancyDraws,
} from "./draws/health-adjusted-life-expectancy-draws.ts";
export { mapDraws } from "./draws/map-draws.ts";
export { type RankDrawsOptions, type RankMeasures, rankDraws } from "./draws/rank-draws.ts";
export { type RedistributionDrawsOptions, redistributeDeathsDraws } from "./draws/redistribute-deaths-draws.ts";
export { type SharedYearsLivedDrawsOptions, sharedYearsLivedDraws } from "./draws/shared-years-lived-draws.ts";
export { rankProbabilities, type SummaryOfDraws, summariseDraws } from "./draws/summarise-draws.ts";
export { type WeighDrawsOptions, weighDraws } from "./draws/weigh-draws.ts";
export {
  type YearsLivedDrawsOptions,
  yearsLivedWithDisabilityDraws,
} from "./draws/years-lived-with-disability-draws.ts";
export { yearsOfLifeLostDraws } from "./draws/years-of-life-lost-draws.ts";
export {
  type AttributableBurdenLimitsOptions,
  type AttributableWithLimits,
  attributableBurdenLimits,
} from "./limits/attributable-burden-limits.ts";
export {
  type BurdenRateLimitsMeasures,
  type BurdenRateLimitsOptions,
  burdenRateLimits,
} from "./limits/burden-rate-limits.ts";
export { disabilityAdjustedLifeYearsLimits } from "./limits/disability-adjusted-life-years-limits.ts";
export type { DeltaLimitsOptions } from "./limits/limits-about.ts";
export {
  type YearsLivedLimitsOptions,
  yearsLivedWithDisabilityLimits,
} from "./limits/years-lived-with-disability-limits.ts";
export {
  type YearsLimitsOptions,
  type YearsWithLimits,
  yearsOfLifeLostLimits,
} from "./limits/years-of-life-lost-limits.ts";
