import { codeColumn } from "./common-columns.ts";
import type { DataTable } from "./data-table.ts";
import { type Hierarchy, SCOTLAND, ZONES_FILE } from "./hierarchy.ts";
import { openData, PHS } from "./publishers.ts";

/** Data zones with what holds them, councils with theirs, boards with theirs. */
export function hierarchyTables(hierarchy: Hierarchy): DataTable[] {
  const common = {
    publisher: PHS,
    edition: "Data zones of 2011, councils and boards as of 1 April 2019",
    class: "published",
    sources: [openData("Geography Codes and Labels", "geography-codes-and-labels")],
    rawFiles: [ZONES_FILE],
  } as const;
  return [
    {
      ...common,
      name: "geography/data-zones",
      title: "Data zones",
      description: "The 6,976 data zones of 2011 with their intermediate zone and council.",
      columns: [
        codeColumn("data_zone", "Data zone of 2011."),
        { name: "name", type: "string", description: "Name; not unique." },
        codeColumn("intermediate_zone", "Intermediate zone of 2011."),
        codeColumn("council", "Council."),
      ],
      key: ["data_zone"],
      rows: [...hierarchy.zones.values()].map((zone) => [zone.code, zone.name, zone.intermediateZone, zone.council]),
      changes: "Reduced to one step up the hierarchy; the rest is in geography/councils, boards and countries.",
      caveats: ["6,823 of the 6,976 names are different: join by code, never by name."],
    },
    {
      ...common,
      name: "geography/councils",
      title: "Councils",
      description: "The partnership and the health board of each council.",
      columns: [
        codeColumn("council", "Council."),
        codeColumn("partnership", "Partnership (integration authority)."),
        codeColumn("board", "Health board."),
      ],
      key: ["council"],
      rows: [...hierarchy.councils].map(([code, { partnership, board }]) => [code, partnership, board]),
      changes: "Reduced to councils.",
      caveats: ["Clackmannanshire and Stirling are two councils and one partnership."],
    },
    {
      ...common,
      name: "geography/countries",
      title: "Boards of the country",
      description: "The country of each health board.",
      columns: [codeColumn("board", "Health board."), codeColumn("country", "Country.")],
      key: ["board"],
      rows: [...hierarchy.boards.keys()].map((board) => [board, SCOTLAND]),
      changes: "Reduced to boards.",
      caveats: [],
    },
  ];
}
