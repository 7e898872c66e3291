export { populationQuantileGroups } from "./population-quantile-groups.ts";
export { type QuantileGroupsOptions, quantileGroups } from "./quantile-groups.ts";
export { type QuantileLimitsOptions, quantileLimits } from "./quantile-limits.ts";
export { type WeightedQuantileOptions, weightedQuantile } from "./weighted-quantile.ts";
