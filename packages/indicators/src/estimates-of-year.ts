import { type Age, keep, sumOver } from "@popneeds/core";
import type { TablesOf } from "./input.ts";
import { type estimateSeries, seriesByLevel, together } from "./people/population-series.ts";
import type { Setting } from "./setting.ts";

/** The people of some ages in one or more years, at every level wanted; without a period when there is one year. */
export function estimatedPeople(
  tables: TablesOf<typeof estimateSeries>,
  setting: Setting,
  years: (year: number) => boolean,
  ages: (age: Age) => boolean = () => true,
) {
  return sumOver(keep(together(seriesByLevel(tables, setting, years)), { age: ages }), "age", "sex");
}
