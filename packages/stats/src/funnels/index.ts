export type { DispersionAdjustment } from "./adjusted-limit.ts";
export { adjustedProportionLimits } from "./adjusted-proportion-limits.ts";
export { adjustedRatioLimits } from "./adjusted-ratio-limits.ts";
export { type ExpectedOnLimits, expectedOnLimits } from "./expected-on-limits.ts";
export { type FunnelAxisOptions, funnelAxis } from "./funnel-axis.ts";
export { funnelRange } from "./funnel-range.ts";
export { movingRangeDispersion } from "./moving-range-dispersion.ts";
export { type Overdispersion, type OverdispersionOptions, overdispersion } from "./overdispersion.ts";
export {
  type ProportionControlMethod,
  type ProportionControlOptions,
  proportionControlLimits,
} from "./proportion-control-limits.ts";
export { type ProportionFunnelOptions, proportionFunnel } from "./proportion-funnel.ts";
export { type ProportionScoresOptions, proportionScores } from "./proportion-scores.ts";
export { type RateControlOptions, rateControlLimits } from "./rate-control-limits.ts";
export { type RatioControlMethod, type RatioControlOptions, ratioControlLimits } from "./ratio-control-limits.ts";
export {
  type FunnelColumns,
  type FunnelDispersion,
  type FunnelOptions,
  type RatioFunnelOptions,
  ratioFunnel,
} from "./ratio-funnel.ts";
export { type FunnelScores, type RatioScoresOptions, ratioScores } from "./ratio-scores.ts";
export type { ProportionScale, RatioScale } from "./scales.ts";
