import { projectedBurden } from "@popneeds/burden";
import { into, type Period, type Table } from "@popneeds/core";
import type { TablesOf } from "../input.ts";
import { onceFor } from "../once-for.ts";
import { projectedPeople, type projectionInputs } from "../people/projected-people.ts";
import type { Setting } from "../setting.ts";
import type { PeopleByLevel } from "../zones/small-area-people.ts";
import { type deathInputs, nationalYearsLostRatesOfAllCauses, rateBands } from "./national-rates.ts";

type Tables = TablesOf<typeof deathInputs & typeof projectionInputs>;

/** Years of life lost in a year from all causes, with those of the base year and what of the change goes with which driver. */
export type BurdenAhead = Table<
  { readonly area: string; readonly level: string; readonly period: Period },
  {
    readonly start: "years";
    readonly burden: "years";
    readonly growth: "years";
    readonly ageing: "years";
    readonly rate: "years";
  }
>;

/** What was done, in words, for every figure that holds national rates at the projected people. */
export const aheadMethod = "Scotland's years of life lost by sex and age, 2015-2017, at the projected people";

/** What every such figure is to be read with. */
export const aheadCaveats: readonly string[] = [
  "Modelled: Scotland's rates, not the area's own, and held for twenty years. It shows what ageing and the number of people alone would do.",
  "The rates are of 2015-2017, before the pandemic. They have not stood still before, and nothing says that they will.",
  "The people are those of the 2018-based projection, which saw neither the pandemic nor Census 2022. Localities are assumed to keep their share of their partnership's people of each sex and age, mid-2021.",
];

/** The projected people of the areas wanted from the base year on, in the bands of ages of national rates; one table a level. */
export const peopleAhead: (tables: TablesOf<typeof projectionInputs>, setting: Setting) => readonly PeopleByLevel[] =
  onceFor(
    (tables: TablesOf<typeof projectionInputs>, setting: Setting) =>
      projectedPeople(tables, setting).map((people) => into(people, rateBands)),
    (tables) => tables.partnerships,
  );

/**
 * The years of life that the people to come would lose if Scotland's rates by sex and age stayed as they are, every year from the
 * base year, and why they change. Each area is split by its own people, so that twins, such as a partnership that is a council, have
 * the same drivers; those of localities do not quite add up to those of their partnership.
 */
export const burdenAhead: (tables: Tables, setting: Setting) => readonly BurdenAhead[] = onceFor(
  ({ deaths, personYears, reference, ...projections }: Tables, setting: Setting): readonly BurdenAhead[] => {
    const rates = nationalYearsLostRatesOfAllCauses({ deaths, personYears, reference });
    return peopleAhead(projections, setting).map((people) => projectedBurden(rates, people));
  },
  (tables) => tables.partnerships,
);
