import { fromInputs, keep, recode, withKey } from "@popneeds/core";
import type { Area, Places } from "@popneeds/geography";
import { localityProjection, type People } from "@popneeds/population";
import type { PeopleByLevel } from "../zones/small-area-people.ts";

/**
 * The people that an area of the analyst's own will have if each part of it keeps its share of the partnership in which it
 * lies, for every sex and age. An area in several partnerships has a part in each; they are added up.
 *
 * @param zones       people by data zone
 * @param projections people of partnerships by year
 * @returns `null` where a part of the area lies in no partnership
 */
export function projectedArea(area: Area, zones: People, projections: People, places: Places): PeopleByLevel | null {
  const base = places.levels[0]!;
  const toPartnership = places.lookUp(base, "partnership");
  const toArea = places.lookUp(base, area.level);
  const own = new Set(places.baseAreas(area.code));
  const partnerships = new Set([...own].map((zone) => toPartnership.parents.get(zone)));
  if (partnerships.has(undefined)) return null;
  // A part is called after its partnership: "in S37000006" and, for the rest of it, "out S37000006".
  const partOf = (zone: string) => `${own.has(zone) ? "in" : "out"} ${toPartnership.parents.get(zone)}`;
  const touched = keep(zones, { area: (zone) => partnerships.has(toPartnership.parents.get(zone)) });
  const parts = recode(touched, "area", partOf, `people inside and outside ${area.name} counted by partnership`);
  const projected = localityProjection(parts, keep(projections, { area: (code) => partnerships.has(code) }), {
    level: "partnership",
    parents: new Map(parts.keys.area.values.map((part) => [part, part.split(" ")[1]!])),
    edition: [...new Set([toPartnership.edition, toArea.edition])].join("; "),
    provenance: { ...fromInputs([toPartnership.provenance, toArea.provenance]), evidence: "observed" },
  });
  const inside = keep(projected, { area: (part) => part.startsWith("in ") });
  return withKey(
    recode(inside, "area", () => area.code, `parts of ${area.name} added up`),
    "level",
    area.level,
  );
}
