import { type Age, keep, type Period, type Sex, type Table } from "@popneeds/core";
import { rollUp } from "@popneeds/geography";
import { smallAreaPopulation, type TableOf } from "@popneeds/ingest";
import { input } from "../input.ts";
import { rolledUpLevels } from "../levels.ts";
import { onceFor } from "../once-for.ts";
import type { Setting } from "../setting.ts";

/** People by data zone, sex and single year of age, mid-2021. */
export const smallAreas = input("population-small-area-2021", smallAreaPopulation);

/** People of the areas wanted, by sex and single year of age. */
export type PeopleByLevel = Table<
  { readonly area: string; readonly level: string; readonly period: Period; readonly sex: Sex; readonly age: Age },
  { readonly people: "count" }
>;

/** The small areas' people rolled up to every level in one pass, and of those the areas wanted. */
export const smallAreaPeople: (
  table: TableOf<(typeof smallAreaPopulation)["fields"]>,
  setting: Setting,
) => PeopleByLevel = onceFor((table: TableOf<(typeof smallAreaPopulation)["fields"]>, setting: Setting) =>
  keep(rollUp(table, setting.places, rolledUpLevels(setting)), { area: (area) => setting.areas.has(area) }),
);
