import { type Draws, drawsOf, weighDraws, yearsOfLifeLost } from "@popneeds/burden";
import {
  type Age,
  createTable,
  type Keys,
  keep,
  type Measures,
  measureColumn,
  only,
  type Period,
  type Sex,
  sumOver,
  type Table,
  withKeyFrom,
  withoutKey,
} from "@popneeds/core";
import { ratio } from "@popneeds/methods";
import type { TablesOf } from "../input.ts";
import { onceFor } from "../once-for.ts";
import type { Setting } from "../setting.ts";
import type { smallAreas } from "../zones/small-area-people.ts";
import { peopleBelow } from "./modelled-years-lost.ts";
import { namedCause } from "./named-cause.ts";
import {
  type DeathPeriod,
  type deathInputs,
  nationalDeaths,
  nationalPersonYears,
  rateBands,
} from "./national-rates.ts";

type Deaths = TablesOf<typeof deathInputs>;

/** How deaths are drawn: part of the method, and printed. */
export const drawing = { seed: 1, draws: 1000 } as const;

/** Years lost by sex, band of ages in which rates are taken to other people, and named cause. */
type DrawnYears = Draws<{ readonly sex: Sex; readonly band: string; readonly cause: string }>;

/**
 * Draws of the country's years of life lost to named causes: each count of deaths by sex, age and cause varies as a Poisson
 * count of that mean, by itself, and takes the years that a death at that age takes.
 */
export const drawnYearsLost: (tables: Deaths, of: { readonly period: DeathPeriod }) => DrawnYears = onceFor(
  (tables: Deaths, { period }: { readonly period: DeathPeriod }) => {
    const deaths = inBands(withoutKey(keep(nationalDeaths(tables, period), { cause: namedCause }), "period"));
    return weighDraws(
      drawsOf(deaths, "poisson", { ...drawing, what: `deaths of ${period}` }),
      oneDeath(tables, period),
      {
        over: ["age"],
        kind: "years",
        step: "drawn deaths × years that each takes",
      },
    );
  },
  (tables) => tables.deaths,
);

/** The same at the people of the areas wanted below the country: every area has the same draws of the country's rates. */
export function drawnYearsBelow(
  tables: Deaths & TablesOf<{ readonly smallAreas: typeof smallAreas }>,
  setting: Setting,
  of: { readonly period: DeathPeriod },
): Draws<{ readonly area: string; readonly level: string; readonly period: Period; readonly cause: string }> {
  const people = sumOver(inBands(peopleBelow(tables.smallAreas, setting)), "age");
  const lived = withoutKey(sumOver(inBands(nationalPersonYears(tables, of.period)), "age"), "period");
  return weighDraws(drawnYearsLost(tables, of), only(ratio(people, lived, { per: 1 }), "value"), {
    over: ["sex", "band"],
    kind: "years",
    step: "drawn national rates × people of each area",
  });
}

const bandOf = ({ from, to }: Age) => rateBands.find((band) => band.from <= from && to <= band.to)?.label;

function inBands<K extends Keys & { readonly age: Age }, M extends Measures>(table: Table<K, M>) {
  return withKeyFrom(table, "band", "age", bandOf, { what: "the band of ages of national rates" });
}

/** The years that a death at each sex and age takes. */
function oneDeath(tables: Deaths, period: DeathPeriod) {
  const { keys, length, provenance } = withoutKey(nationalPersonYears(tables, period), "period");
  const one = createTable({
    keys,
    measures: { deaths: measureColumn("count", new Array<number>(length).fill(1)) },
    issues: [],
    provenance,
  });
  return yearsOfLifeLost(one, tables.reference);
}
