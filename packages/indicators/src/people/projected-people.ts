import { keep, withKey } from "@popneeds/core";
import { localitiesOf } from "@popneeds/geography";
import { localityProjection } from "@popneeds/population";
import type { TablesOf } from "../input.ts";
import { onceFor } from "../once-for.ts";
import type { Setting } from "../setting.ts";
import { type PeopleByLevel, smallAreaPeople, smallAreas } from "../zones/small-area-people.ts";
import { projectionSeries, seriesByLevel } from "./population-series.ts";
import { projectedArea } from "./projected-area.ts";

/** What projections are made of: the published series, and the small areas that localities take their shares from. */
export const projectionInputs = { ...projectionSeries, smallAreas };

/** The year that change is counted from: that of the latest estimates. */
export const baseYear = 2023;

/**
 * Projected people of the areas wanted from the base year on, one table a level; localities, and areas of the analyst's own,
 * from their partnership.
 */
export const projectedPeople: (
  tables: TablesOf<typeof projectionInputs>,
  setting: Setting,
) => readonly PeopleByLevel[] = onceFor(projected, (tables) => tables.partnerships);

function projected(tables: TablesOf<typeof projectionInputs>, setting: Setting): readonly PeopleByLevel[] {
  const { partnership, places } = setting;
  const series = seriesByLevel(tables, setting, (year) => year >= baseYear);
  const published = [...series, ...drawn(tables, setting, new Set(series.flatMap(({ keys }) => keys.area.values)))];
  const localities = new Set(partnership === null ? [] : localitiesOf(places, partnership).map(({ code }) => code));
  if (partnership === null || localities.size === 0) return published;
  const derived = localityProjection(
    keep(smallAreaPeople(tables.smallAreas, setting), { level: "locality", area: (area) => localities.has(area) }),
    keep(tables.partnerships, { area: partnership, period: ({ label }) => Number(label) >= baseYear }),
    places.lookUp("locality", "partnership"),
  );
  return [...published, withKey(derived, "level", "locality")];
}

/** The areas of the analyst's own among those wanted that are not sums of published ones, one table each. */
function drawn(
  tables: TablesOf<typeof projectionInputs>,
  { places, areas }: Setting,
  published: ReadonlySet<string>,
): readonly PeopleByLevel[] {
  const levels = places.parts.customLevels ?? [];
  const own = levels
    .flatMap((level) => places.areasAt(level))
    .filter(({ code }) => areas.has(code) && !published.has(code));
  if (own.length === 0) return [];
  const projections = keep(tables.partnerships, { period: ({ label }) => Number(label) >= baseYear });
  return own.flatMap((area) => projectedArea(area, tables.smallAreas, projections, places) ?? []);
}
