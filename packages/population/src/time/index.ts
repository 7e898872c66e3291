export { interpolatePopulation } from "./interpolate-population.ts";
export { type PersonYearsOptions, personYearsAtRisk } from "./person-years-at-risk.ts";
