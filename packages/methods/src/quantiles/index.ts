export { type PopulationQuantileGroupOptions, populationQuantileGroup } from "./population-quantile-group.ts";
export { quantileGroup } from "./quantile-group.ts";
