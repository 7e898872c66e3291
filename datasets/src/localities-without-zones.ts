import { check } from "./build-error.ts";
import { codeColumn } from "./common-columns.ts";
import type { DataTable } from "./data-table.ts";
import type { Hierarchy } from "./hierarchy.ts";
import { PHS } from "./publishers.ts";
import type { RawFiles } from "./raw-files.ts";
import { text } from "./raw-row.ts";
import { tidyName } from "./slug.ts";

const DICTIONARY = "geo/scotpho_geo_lookup.csv";

/** The names of localities of the partnerships that are not among those with zones. */
export function localitiesWithoutZonesTable(
  raw: RawFiles,
  hierarchy: Hierarchy,
  withZones: ReadonlySet<string>,
): DataTable {
  const partnerships = new Map([...hierarchy.partnerships].map(([code, name]) => [name, code]));
  const rows = raw
    .rows(DICTIONARY)
    .filter((row) => text(row, "areatype") === "HSC locality")
    .map((row) => {
      const partnership = partnerships.get(tidyName(text(row, "parent_area")));
      check(partnership !== undefined, row, () => `"${text(row, "parent_area")}" is not the name of a partnership`);
      return [partnership, tidyName(text(row, "areaname"))];
    })
    .filter(([partnership]) => !withZones.has(partnership!));
  const named = new Set(rows.map(([partnership]) => partnership));
  check(
    named.size + withZones.size === hierarchy.partnerships.size,
    { file: DICTIONARY },
    `${withZones.size} partnerships have localities with zones and ${named.size} others have names; that is not 31`,
  );
  return {
    name: "geography/localities-without-zones",
    title: "Localities known by name only",
    description: "Locality names of the nine partnerships whose localities have no data zones in the look-up.",
    columns: [
      codeColumn("partnership", "Partnership (integration authority)."),
      { name: "name", type: "string", description: "Name of the locality." },
    ],
    key: ["partnership", "name"],
    rows,
    publisher: PHS,
    edition: "ScotPHO profiles tool, area dictionary (date not stated)",
    class: "published",
    sources: [{ title: "ScotPHO profiles tool: area dictionary", organisation: PHS }],
    rawFiles: [DICTIONARY],
    changes: "Reduced to the localities of partnerships that the locality look-up lacks; & written as and.",
    caveats: ["These localities have no data zones here, so no figure can be made for them without your own look-up."],
  };
}
