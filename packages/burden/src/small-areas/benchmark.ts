import type { Counts, Keys, LookUp, Table } from "@popneeds/core";

/** Totals of larger areas that local figures must add up to. */
export interface Benchmark {
  /**
   * One count by the code of the larger area, and by anything more that the local figures are by, such as cause: each combination
   * gets one factor. Several tables, such as one by cause and one by sex and age, are all met at once, by raking.
   */
  readonly totals:
    | Table<Keys & { readonly area: string }, Counts>
    | readonly Table<Keys & { readonly area: string }, Counts>[];
  /** Which larger area each small one lies in. */
  readonly of: LookUp;
}
