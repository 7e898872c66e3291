import type { LifeTableOptions as StatsOptions } from "@popneeds/stats";

/** How life tables are worked out: the choices of `lifeTables` of `@popneeds/stats`, for one level. */
export interface LifeTableOptions extends Omit<StatsOptions, "levels"> {
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
  /** The name of the convention that these options come from, for the provenance. */
  readonly convention?: string;
}
