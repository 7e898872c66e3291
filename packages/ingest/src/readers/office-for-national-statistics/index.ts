export { expectationsOfLife } from "./life-expectancy-projections.ts";
export { singleYearLifeTables } from "./life-tables.ts";
export { standardisedRateTemplate } from "./standardised-rate-template.ts";
