import { keep, stack, withKey } from "@popneeds/core";
import { rollUp } from "@popneeds/geography";
import { populationByYear, type TableOf } from "@popneeds/ingest";
import { input } from "../input.ts";
import type { Setting } from "../setting.ts";
import { madeUpOf } from "../zones/made-up-of.ts";
import type { PeopleByLevel } from "../zones/small-area-people.ts";

type Series = TableOf<(typeof populationByYear)["fields"]>;

/** Estimates of each level as published, 1981 to 2023. */
export const estimateSeries = {
  partnerships: input("population-estimates-partnership", populationByYear),
  councils: input("population-estimates-council", populationByYear),
  boards: input("population-estimates-board", populationByYear),
  country: input("population-estimates-country", populationByYear),
};

/** Projections of each level as published, 2018 to 2043. */
export const projectionSeries = {
  partnerships: input("population-projections-partnership", populationByYear),
  councils: input("population-projections-council", populationByYear),
  boards: input("population-projections-board", populationByYear),
  country: input("population-projections-country", populationByYear),
};

/**
 * The people of the areas wanted, each level from its own published file; regions are summed from boards, and areas that no
 * file has from councils, where they are made up of whole ones.
 */
export function seriesByLevel(
  tables: { readonly [P in keyof typeof estimateSeries]: Series },
  { places, areas }: Setting,
  years: (year: number) => boolean,
): readonly PeopleByLevel[] {
  const wanted = (table: Series, level: string) => {
    const codes = new Set(places.areasAt(level).flatMap(({ code }) => (areas.has(code) ? [code] : [])));
    return withKey(
      keep(table, { area: (area) => codes.has(area), period: ({ label }) => years(Number(label)) }),
      "level",
      level,
    );
  };
  const regions = keep(
    rollUp(keep(tables.boards, { period: ({ label }) => years(Number(label)) }), places, ["region"], { from: "board" }),
    { area: (area) => areas.has(area) },
  );
  const councils = keep(tables.councils, { period: ({ label }) => years(Number(label)) });
  const madeUp = madeUpOf("council", councils.keys.area.values, { places, areas });
  return [
    wanted(tables.partnerships, "partnership"),
    wanted(tables.councils, "council"),
    wanted(tables.boards, "board"),
    wanted(tables.country, "country"),
    regions,
    ...(madeUp.length > 0 ? [rollUp(councils, places, madeUp, { from: "council" })] : []),
  ].filter((table) => table.length > 0);
}

/** Everything under one another, for a figure that needs one table. */
export function together(tables: readonly PeopleByLevel[]): PeopleByLevel {
  const [first, ...others] = tables;
  return stack(first!, ...others);
}
