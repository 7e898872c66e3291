export { type LocallySmoothedRateOptions, locallySmoothedRate, type Neighbours } from "./locally-smoothed-rate.ts";
export type { Smoothed, SmoothedMeasures } from "./smoothed.ts";
export { smoothedRate } from "./smoothed-rate.ts";
export { type SmoothableRatios, type SmoothedRatioOptions, smoothedRatio } from "./smoothed-ratio.ts";
