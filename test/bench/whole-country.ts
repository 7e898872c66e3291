import { yearsOfLifeLost } from "@popneeds/burden";
import {
  type Age,
  type Counts,
  type Exposed,
  into,
  keep,
  type LookUp,
  over,
  type Period,
  type Sex,
  stack,
  type Table,
} from "@popneeds/core";
import { loadPlaces, type Places, rollUp } from "@popneeds/geography";
import { deathsByCause, openData, personYears, populationByYear, smallAreaPopulation } from "@popneeds/ingest";
import {
  esp2013,
  localityProjection,
  type People,
  type ReferenceLifeTable,
  referenceLifeTables,
} from "@popneeds/population";

type ByCause = { readonly period: Period; readonly sex: Sex; readonly age: Age; readonly cause: string };

/** What a projection of the whole country is made of, as it comes from the data folder. */
export interface WholeCountry {
  readonly places: Places;
  readonly localities: People;
  readonly partnerships: People;
  readonly deaths: Table<ByCause, { readonly deaths: "count" }>;
  readonly personYears: Table<Omit<ByCause, "cause">, Counts>;
  readonly standard: ReferenceLifeTable;
  /** From localities and partnerships without them to the larger areas. */
  readonly within: readonly LookUp[];
}

/** Reads the tables that ship with the project: deaths of 2015-2017, projections from 2023, localities of 2021. */
export async function readWholeCountry(folder: string): Promise<WholeCountry> {
  const data = await openData(folder);
  const places = await loadPlaces(data);
  const small = into(await data.table("population-small-area-2021", smallAreaPopulation), esp2013.bands);
  const projections = await data.table("population-projections-partnership", populationByYear);
  const partnershipOf = places.lookUp("locality", "partnership");
  const country = places.areasAt("country")[0]!.code;
  const parts = [...partnershipOf.parents.keys(), ...places.areasAt("partnership").map(({ code }) => code)];
  return {
    places,
    localities: keep(rollUp(small, places, ["locality"]), { level: "locality" }) as unknown as People,
    partnerships: keep(projections, { period: ({ label }) => Number(label) >= 2023 }),
    deaths: keep(await data.table("mortality-deaths-by-cause", deathsByCause), {
      period: ({ label }) => label === "2015-2017",
    }),
    personYears: await data.table("mortality-deaths-person-years", personYears),
    standard: (await referenceLifeTables(data)).get("uk-nlt-2016-18")!,
    within: [
      partnershipOf,
      { ...partnershipOf, level: "country", parents: new Map(parts.map((code) => [code, country])) },
    ],
  };
}

/** Years lost over person-years: the rates of the country as a whole, by cause. */
export function ratesOf({ deaths, personYears, standard }: WholeCountry): Exposed<ByCause, "years"> {
  return over(yearsOfLifeLost(deaths, standard), personYears) as unknown as Exposed<ByCause, "years">;
}

/** Projected people of every locality that has zones, and of the partnerships that have none. */
export function peopleOf({ localities, partnerships, within }: WholeCountry): People {
  const bands = { bands: esp2013.bands };
  const withLocalities = new Set([...within[0]!.parents.values()]);
  const projected = localityProjection(localities, partnerships, within[0]!, bands);
  const others = into(keep(partnerships, { area: (area) => !withLocalities.has(area) }), esp2013.bands);
  return stack(projected, others);
}
