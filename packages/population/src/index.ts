export * from "./ages/index.ts";
export { apportion } from "./apportion.ts";
export { type CohortChangeProjectionOptions, cohortChangeProjection } from "./cohort-change-projection.ts";
export * from "./cohorts/index.ts";
export { createStandard, type StandardParts } from "./create-standard.ts";
export * from "./editions/index.ts";
export { esp2013 } from "./esp2013.ts";
export { localityBands } from "./locality-bands.ts";
export { localityProjection } from "./locality-projection.ts";
export { partOfStandard } from "./part-of-standard.ts";
export type { People } from "./people.ts";
export { type RakeToTotalsOptions, rakeToTotals } from "./rake-to-totals.ts";
export { type ReferenceLifeTableFile, readReferenceLifeTables } from "./read-reference-life-tables.ts";
export {
  createReferenceLifeTable,
  type ReferenceLifeTable,
  type ReferenceLifeTableParts,
  type RemainingYears,
} from "./reference-life-table.ts";
export { referenceLifeTables } from "./reference-life-tables.ts";
export { regroupStandard } from "./regroup-standard.ts";
export * from "./rounding/index.ts";
export type { Standard } from "./standard.ts";
export { standardPopulations } from "./standard-populations.ts";
export { type StandardRecords, standardsFromRecords } from "./standards-from-records.ts";
export * from "./structure/index.ts";
export * from "./time/index.ts";
