export { type DependencyMeasures, type DependencyOptions, dependencyRatios } from "./dependency-ratios.ts";
export { medianAge } from "./median-age.ts";
export { type WorkingAges, type WorkingAgesName, workingAges } from "./working-ages.ts";
