import { COUNCIL_NAMES, LOCALITY_NAMES, PARTNERSHIP_NAMES } from "./area-names.ts";
import { check } from "./build-error.ts";
import type { DataTable } from "./data-table.ts";
import { type Hierarchy, SCOTLAND, ZONES_FILE } from "./hierarchy.ts";
import type { Localities } from "./localities.ts";
import { PHS } from "./publishers.ts";
import type { RawFiles } from "./raw-files.ts";
import { text } from "./raw-row.ts";
import type { Region } from "./regions.ts";
import { tidyName } from "./slug.ts";

const REGION_NAMES: Readonly<Record<string, readonly string[]>> = {
  "region-2017:north": ["NoS"],
  "region-2017:south-east-and-tayside": ["SEAT"],
  "region-2017:west": ["WoS"],
  "region-later:east": ["East of Scotland"],
};
const DICTIONARY = "geo/scotpho_geo_lookup.csv";

/** Other names and codes of areas. */
export function aliasTable(
  raw: RawFiles,
  hierarchy: Hierarchy,
  localities: Localities,
  regions: readonly Region[],
): DataTable {
  const rows = new Set<string>();
  const add = (code: string, name: string, ...others: readonly string[]) => {
    const spellings = [name, ...others].flatMap((other) => [other, other.replaceAll(" and ", " & ")]);
    for (const alias of spellings) if (alias !== name) rows.add(JSON.stringify([code, alias]));
  };
  for (const [code, { name }] of hierarchy.councils)
    add(code, name, ...(name.startsWith("Na h-") ? [] : [`${name} Council`]), ...(COUNCIL_NAMES[name] ?? []));
  for (const [code, name] of hierarchy.partnerships)
    add(
      code,
      name,
      `${name} HSCP`,
      `${name} Health and Social Care Partnership`,
      ...(PARTNERSHIP_NAMES[name] ?? COUNCIL_NAMES[name] ?? []),
    );
  for (const [code, name] of hierarchy.boards) add(code, name, name.replace(/^NHS /, ""));
  for (const { code, name, published } of localities.byCode.values())
    add(code, name, published.trim(), name.replace(/[()]/g, ""), ...(LOCALITY_NAMES[name] ?? []));
  for (const { code, name } of regions) add(code, name, ...(REGION_NAMES[code] ?? []));
  for (const [code, alias] of dictionaryCodes(raw, hierarchy, localities)) rows.add(JSON.stringify([code, alias]));
  return {
    name: "geography/aliases",
    title: "Other names and codes of areas",
    description:
      "Names that publishers print and people type, and ScotPHO's own codes. One alias may belong to areas of several levels.",
    columns: [
      { name: "code", type: "string", description: "Current code of the area." },
      { name: "alias", type: "string", description: "Another name or code." },
    ],
    key: ["code", "alias"],
    rows: [...rows].map((row) => JSON.parse(row) as string[]),
    publisher: "popneeds, from names printed by Public Health Scotland and National Records of Scotland",
    edition: "2011 data zone hierarchy; ScotPHO area dictionary (date not stated)",
    class: "published",
    sources: [{ title: "ScotPHO profiles tool: area dictionary", organisation: PHS }],
    rawFiles: [DICTIONARY, ZONES_FILE],
    changes:
      "Spellings collected by hand and by rule (& for and, with and without NHS, City of, Council, HSCP); ScotPHO's S99 codes of localities matched by partnership and name.",
    caveats: [
      "ScotPHO's dictionary gives no data zones: its localities are matched by name, and their borders may differ by a zone.",
      "ScotPHO's four localities of Argyll and Bute and of Moray are not those of the look-up; their codes are left out, Helensburgh and Lomond included, because one data zone may lie elsewhere.",
    ],
  };
}

/** ScotPHO's codes of localities and of Scotland, where the area is the same. */
function dictionaryCodes(raw: RawFiles, hierarchy: Hierarchy, localities: Localities): [string, string][] {
  const known = new Map<string, string>();
  for (const { code, name, partnership } of localities.byCode.values())
    for (const spelling of [name, ...(LOCALITY_NAMES[name] ?? [])])
      known.set(`${hierarchy.partnerships.get(partnership)} ${spelling}`, code);
  const matched: [string, string][] = [];
  for (const row of raw.rows(DICTIONARY)) {
    const kind = text(row, "areatype");
    if (kind === "Scotland") matched.push([SCOTLAND, text(row, "code")]);
    const parent = tidyName(text(row, "parent_area"));
    if (kind !== "HSC locality" || parent === "Argyll and Bute" || parent === "Moray") continue;
    const code = known.get(`${parent} ${tidyName(text(row, "areaname"))}`);
    if (code !== undefined) matched.push([code, text(row, "code")]);
  }
  const expected = [...localities.byCode.values()].filter(({ partnership }) => {
    const name = hierarchy.partnerships.get(partnership)!;
    return name !== "Argyll and Bute" && name !== "Moray";
  }).length;
  const found = matched.filter(([code]) => code !== SCOTLAND).length;
  check(found === expected, { file: DICTIONARY }, `${found} of ${expected} localities were matched by name`);
  return matched;
}
