export type { Drawn } from "./as-draws.ts";
export { attributableBurdenDraws } from "./attributable-burden-draws.ts";
export {
  type AttributableBurdenLimitsOptions,
  type AttributableWithLimits,
  attributableBurdenLimits,
} from "./attributable-burden-limits.ts";
export { type AttributableFractionsDrawsOptions, attributableFractionsDraws } from "./attributable-fractions-draws.ts";
export {
  type BurdenRateLimitsMeasures,
  type BurdenRateLimitsOptions,
  burdenRateLimits,
} from "./burden-rate-limits.ts";
export { combineDraws, type DrawnResult, sumDraws } from "./combine-draws.ts";
export { disabilityAdjustedLifeYearsDraws } from "./disability-adjusted-life-years-draws.ts";
export { disabilityAdjustedLifeYearsLimits } from "./disability-adjusted-life-years-limits.ts";
export { type DrawnFrom, type Draws, type DrawsOfOptions, drawsOf } from "./draws-of.ts";
export {
  type HealthAdjustedDrawsOptions,
  healthAdjustedLifeExpectancyDraws,
} from "./health-adjusted-life-expectancy-draws.ts";
export type { DeltaLimitsOptions } from "./limits-about.ts";
export { mapDraws } from "./map-draws.ts";
export { type RankDrawsOptions, type RankMeasures, rankDraws } from "./rank-draws.ts";
export { type SharedYearsLivedDrawsOptions, sharedYearsLivedDraws } from "./shared-years-lived-draws.ts";
export { rankProbabilities, type SummaryOfDraws, summariseDraws } from "./summarise-draws.ts";
export { type WeighDrawsOptions, weighDraws } from "./weigh-draws.ts";
export { type YearsLivedDrawsOptions, yearsLivedWithDisabilityDraws } from "./years-lived-with-disability-draws.ts";
export { type YearsLivedLimitsOptions, yearsLivedWithDisabilityLimits } from "./years-lived-with-disability-limits.ts";
export { yearsOfLifeLostDraws } from "./years-of-life-lost-draws.ts";
export { type YearsLimitsOptions, type YearsWithLimits, yearsOfLifeLostLimits } from "./years-of-life-lost-limits.ts";
