import { check } from "./build-error.ts";
import type { Cell, DataTable } from "./data-table.ts";
import { type Hierarchy, SCOTLAND, ZONES_FILE } from "./hierarchy.ts";
import type { Localities } from "./localities.ts";
import { openData, PHS } from "./publishers.ts";
import type { Region } from "./regions.ts";
import { slug } from "./slug.ts";

/** The levels above data zones, from small to large. */
const LEVELS = ["intermediate-zone", "locality", "partnership", "council", "board", "region", "country"] as const;

/** Every area above data zones: code, level, name, slug. */
export function areaTable(hierarchy: Hierarchy, localities: Localities, regions: readonly Region[]): DataTable {
  const plain = (level: string, code: string, name: string): Cell[] => [code, level, name, slug(name)];
  const rows = [
    ...intermediateZones(hierarchy),
    ...[...localities.byCode.values()].map(({ code, name, partnership }) => [
      code,
      "locality",
      name,
      `${slug(hierarchy.partnerships.get(partnership)!)}/${slug(name)}`,
    ]),
    ...[...hierarchy.partnerships].map(([code, name]) => plain("partnership", code, name)),
    ...[...hierarchy.councils].map(([code, { name }]) => plain("council", code, name)),
    ...[...hierarchy.boards].map(([code, name]) => plain("board", code, name)),
    ...regions.map(({ code, name }) => plain("region", code, name)),
    plain("country", SCOTLAND, "Scotland"),
  ];
  const addresses = new Set(rows.map(([, level, , address]) => `${level} ${address}`));
  check(addresses.size === rows.length, { file: ZONES_FILE }, "two areas of one level have the same slug");
  return {
    name: "geography/areas",
    title: "Areas",
    description:
      "Every area from intermediate zone to country with its name and its slug. A slug is unique within its level.",
    columns: [
      { name: "code", type: "string", description: "Current code; regions have codes of this project." },
      { name: "level", type: "string", description: "Kind of area.", values: LEVELS },
      { name: "name", type: "string", description: "Name, with and for &." },
      {
        name: "slug",
        type: "string",
        description: "Name in an address; a locality's begins with its partnership's.",
        pattern: "[a-z0-9-]+(/[a-z0-9-]+)?",
      },
    ],
    key: ["level", "code"],
    rows,
    publisher: PHS,
    edition: "Data zones of 2011, councils and boards as of 1 April 2019",
    class: "published",
    sources: [
      openData("Geography Codes and Labels", "geography-codes-and-labels"),
      openData("Sub Health and Social Care Partnership Areas", "sub-health-and-social-care-partnership-areas"),
    ],
    rawFiles: [ZONES_FILE, "geo/phs_datazone_to_locality_lookup.csv.gz", "geo/hb_region.csv"],
    changes:
      "Areas listed once each; slugs made from names, with the council's name added where intermediate zones share a name.",
    caveats: [
      "Names are not keys: 1,279 intermediate zones have 1,250 different names, and most partnerships share theirs with a council.",
    ],
  };
}

function intermediateZones(hierarchy: Hierarchy): Cell[][] {
  const zones = [...hierarchy.intermediateZones].map(([code, { name, council }]) => ({
    code,
    name,
    choices: [
      slug(name),
      `${slug(name)}-${slug(hierarchy.councils.get(council)!.name)}`,
      `${slug(name)}-${code.toLowerCase()}`,
    ],
  }));
  const uses = [0, 1, 2].map((at) => {
    const counts = new Map<string, number>();
    for (const { choices } of zones) counts.set(choices[at]!, (counts.get(choices[at]!) ?? 0) + 1);
    return counts;
  });
  return zones.map(({ code, name, choices }) => [
    code,
    "intermediate-zone",
    name,
    choices.find((choice, at) => uses[at]!.get(choice) === 1)!,
  ]);
}
