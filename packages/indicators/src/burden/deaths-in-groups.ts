import { type Age, type Exposed, over, type Period, recode, type Sex } from "@popneeds/core";
import type { TablesOf } from "../input.ts";
import { causeGroup } from "./cause-groups.ts";
import { type DeathPeriod, type deathInputs, nationalDeaths, nationalPersonYears } from "./national-rates.ts";

/** Deaths by group of causes over person-years, by sex and the ages of a life table: infants, 1 to 4, five years each to 90 and over. */
export function deathsInGroups(
  tables: Pick<TablesOf<typeof deathInputs>, "deaths" | "personYears">,
  period: DeathPeriod,
): Exposed<{ readonly period: Period; readonly sex: Sex; readonly age: Age; readonly cause: string }> {
  const deaths = recode(nationalDeaths(tables, period), "cause", causeGroup, "causes summed into groups");
  return over(deaths, nationalPersonYears(tables, period));
}
