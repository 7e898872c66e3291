export { type QuantileGroupsOptions, quantileGroups } from "./quantile-groups.ts";
