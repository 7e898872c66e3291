export { carriedShares } from "./carried-shares.ts";
export {
  type HealthyLifeExpectancy,
  type HealthyLifeExpectancyOptions,
  healthyLifeExpectancy,
} from "./healthy-life-expectancy.ts";
export { type LifeTable, lifeTable } from "./life-table.ts";
export type { LifeTableOptions, LifeTableWithholding } from "./life-table-options.ts";
export { type LifeTableStatus, lifeTableStatuses } from "./life-table-status.ts";
export { type LifeTableColumns, lifeTables } from "./life-tables.ts";
export { type OpenBandOptions, openBandExpectancy } from "./open-band-expectancy.ts";
export { type InfantSeparationRule, infantSeparationFactor, type SeparationFactors } from "./separation-factors.ts";
