import { check } from "./build-error.ts";
import { codeColumn } from "./common-columns.ts";
import type { DataTable } from "./data-table.ts";
import type { Hierarchy } from "./hierarchy.ts";
import type { RawFiles } from "./raw-files.ts";
import { text } from "./raw-row.ts";
import { tidyName } from "./slug.ts";

const FILE = "geo/hb_region.csv";

// Restated from the regional planning context of an NHS board's service planning framework of 2017.
const EDITION_2017: readonly { readonly code: string; readonly name: string; readonly boards: readonly string[] }[] = [
  {
    code: "region-2017:north",
    name: "North of Scotland",
    boards: ["NHS Grampian", "NHS Highland", "NHS Orkney", "NHS Shetland", "NHS Western Isles"],
  },
  {
    code: "region-2017:south-east-and-tayside",
    name: "South East and Tayside",
    boards: ["NHS Borders", "NHS Fife", "NHS Lothian", "NHS Tayside"],
  },
  {
    code: "region-2017:west",
    name: "West of Scotland",
    boards: [
      "NHS Ayrshire and Arran",
      "NHS Dumfries and Galloway",
      "NHS Forth Valley",
      "NHS Greater Glasgow and Clyde",
      "NHS Lanarkshire",
    ],
  },
];

/** A planning region of one edition. */
export interface Region {
  readonly code: string;
  readonly name: string;
  /** Codes of its boards. */
  readonly boards: readonly string[];
}

/** The regions of both editions, each edition holding every board once. */
export function readRegions(raw: RawFiles, hierarchy: Hierarchy): Region[] {
  const codes = new Map([...hierarchy.boards].map(([code, name]) => [name, code]));
  const boardOf = (name: string, place: { file: string; line?: number }) => {
    const code = codes.get(tidyName(name));
    check(code !== undefined, place, `"${name}" is not the name of a board`);
    return code;
  };
  const later = new Map<string, string[]>();
  for (const row of raw.rows(FILE)) {
    const name = text(row, "Region");
    later.set(name, [...(later.get(name) ?? []), boardOf(text(row, "Board Name"), row)]);
  }
  const regions = [
    ...EDITION_2017.map((region) => ({
      ...region,
      boards: region.boards.map((name) => boardOf(name, { file: "regions of 2017" })),
    })),
    ...[...later].map(([name, boards]) => ({
      code: `region-later:${name.split(" ")[0]!.toLowerCase()}`,
      name,
      boards,
    })),
  ];
  for (const edition of ["region-2017", "region-later"]) {
    const boards = regions.filter(({ code }) => code.startsWith(edition)).flatMap((region) => region.boards);
    check(
      boards.length === hierarchy.boards.size && new Set(boards).size === boards.length,
      { file: FILE },
      `${edition} must hold each of ${hierarchy.boards.size} boards once, holds ${boards.length}`,
    );
  }
  return regions;
}

/** Which region each board lies in, by edition. */
export function regionTable(regions: readonly Region[]): DataTable {
  return {
    name: "geography/regions",
    title: "Boards of planning regions, in two editions",
    description:
      "The region of each health board: one row for each edition. region-2017 has Tayside with the South East, region-later with the North.",
    columns: [
      codeColumn("board", "Health board."),
      {
        name: "region",
        type: "string",
        description: "Planning region; the text before the colon names the edition.",
        values: regions.map(({ code }) => code).sort(),
      },
    ],
    key: ["board", "region"],
    rows: regions.flatMap(({ code, boards }) => boards.map((board) => [board, code])),
    publisher: "popneeds, restating two publications",
    edition: "2017 (service planning framework) and a later one whose date is not stated",
    class: "published",
    sources: [
      {
        title: "Service planning framework, regional planning context, 2017",
        organisation: "NHS Dumfries and Galloway",
      },
      { title: "Health boards by region", organisation: "Authors of a public code repository" },
    ],
    rawFiles: [FILE],
    changes: "The edition of 2017 is restated from the text of its source; region codes are this project's own.",
    caveats: [
      "Regions are planning groups of boards, not statutory areas: they have no official code.",
      "The editions differ in where Tayside lies; never mix them in one comparison.",
    ],
  };
}
