export { type CohortChange, cohortChangeRatios } from "./cohort-change-ratios.ts";
export {
  type CohortComponentOptions,
  type CohortProjection,
  cohortComponent,
  type DemographicStep,
  type PeopleBySex,
} from "./cohort-component.ts";
export { type DampedTrendOptions, dampedTrend } from "./damped-trend.ts";
export { type HamiltonPerryOptions, hamiltonPerry } from "./hamilton-perry.ts";
export { type LeeCarter, type LeeCarterOptions, leeCarter } from "./lee-carter.ts";
export {
  type ProjectedBurdenLimits,
  type ProjectedBurdenLimitsOptions,
  type ProjectedBurdenParts,
  projectedBurdenLimits,
} from "./projected-burden-limits.ts";
export { type ProjectedBurdenColumns, projectedBurdens } from "./projected-burdens.ts";
export type { ProjectionColumns } from "./projection-columns.ts";
export { survivalRatios } from "./survival-ratios.ts";
export type { UncertainTrend } from "./uncertain-trend.ts";
export { type UptakeOptions, uptakeCurve } from "./uptake-curve.ts";
