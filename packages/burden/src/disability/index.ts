export { casesFromShares } from "./cases-from-shares.ts";
export { disabilityAdjustedLifeYears, type LifeYears } from "./disability-adjusted-life-years.ts";
export {
  asymptomatic,
  type DisabilityWeights,
  type DisabilityWeightsOptions,
  disabilityWeights,
} from "./disability-weights.ts";
export { type HealthAdjusted, healthAdjustedLifeExpectancy } from "./health-adjusted-life-expectancy.ts";
export type { Severities } from "./mean-weights.ts";
export { sharedYearsLived } from "./shared-years-lived.ts";
export {
  type YearsLivedOptions,
  yearsLivedWithDisability,
  yearsLivedWithNewDisability,
} from "./years-lived-with-disability.ts";
