import { expectedEvents } from "@popneeds/burden";
import { type Age, into, keep, type Period, type Sex, type Table } from "@popneeds/core";
import type { TablesOf } from "../input.ts";
import { onceFor } from "../once-for.ts";
import type { Setting } from "../setting.ts";
import { type PeopleByLevel, smallAreaPeople, type smallAreas } from "../zones/small-area-people.ts";
import { type deathInputs, nationalYearsLostRates, rateBands } from "./national-rates.ts";

type Tables = TablesOf<typeof deathInputs & { readonly smallAreas: typeof smallAreas }>;

/** Years of life lost in a year by area, cause, sex and age. */
export type YearsLost = Table<
  {
    readonly area: string;
    readonly level: string;
    readonly period: Period;
    readonly sex: Sex;
    readonly age: Age;
    readonly cause: string;
  },
  { readonly events: "years" }
>;

/** What was done, in words, for every figure that rests on `modelledYearsLost`. */
export const modelledMethod = "Scotland's years of life lost by sex and age, 2015-2017, at the people of mid-2021";

/** The people of the areas wanted below the country, mid-2021, in the bands of ages of national rates. */
export function peopleBelow(table: Tables["smallAreas"], setting: Setting): PeopleByLevel {
  return into(keep(smallAreaPeople(table, setting), { level: (level) => level !== "country" }), rateBands);
}

/** The years of life that the people of the areas wanted below the country would lose in a year at national rates. */
export const modelledYearsLost: (tables: Tables, setting: Setting) => YearsLost = onceFor(
  ({ smallAreas: table, ...deaths }: Tables, setting: Setting): YearsLost =>
    expectedEvents(nationalYearsLostRates(deaths), peopleBelow(table, setting)),
  (tables) => tables.smallAreas,
);
