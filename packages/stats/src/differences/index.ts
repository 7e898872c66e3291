export type { Difference } from "./difference.ts";
export { differenceOfEstimates, type EstimateOptions } from "./difference-of-estimates.ts";
export type { Observed } from "./observed.ts";
export { proportionDifference } from "./proportion-difference.ts";
export { rateDifference } from "./rate-difference.ts";
export { type RateRatioOptions, rateRatio } from "./rate-ratio.ts";
export { remainder } from "./remainder.ts";
