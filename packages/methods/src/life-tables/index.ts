export { type LifeExpectancyOptions, lifeExpectancy } from "./life-expectancy.ts";
export { lifeTable } from "./life-table.ts";
export type { LifeTableOptions } from "./life-table-options.ts";
