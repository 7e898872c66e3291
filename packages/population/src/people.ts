import type { Age, Period, Sex, Table } from "@popneeds/core";

/** People by area, period, sex and age. A key `level` may stand beside, if it is the same in every row. */
export type People = Table<
  { readonly area: string; readonly period: Period; readonly sex: Sex; readonly age: Age },
  { readonly people: "count" }
>;
