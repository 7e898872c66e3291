export type { ProjectedBurdenOptions } from "./arranged-projection.ts";
export { type ProjectedBurdenKeys, type ProjectedBurdenMeasures, projectedBurden } from "./projected-burden.ts";
export { type ProjectedBurdenLimitsOptions, projectedBurdenLimits } from "./projected-burden-limits.ts";
export { reductionToStandStill } from "./reduction-to-stand-still.ts";
export type { RiskReduction } from "./risk-reduction.ts";
export type { Trend } from "./trend.ts";
