import { check } from "./build-error.ts";
import { codeColumn } from "./common-columns.ts";
import type { DataTable } from "./data-table.ts";
import { checkZones, type Hierarchy } from "./hierarchy.ts";
import { SCOTTISH_GOVERNMENT } from "./publishers.ts";
import type { RawFiles } from "./raw-files.ts";
import { count, text } from "./raw-row.ts";

const FILE = "geo/datazone2011_urban_rural_2020.csv.gz";
const FOLDS = [
  ["twofold", 2, "1 rest of Scotland, 2 rural."],
  ["threefold", 3, "1 rest of Scotland, 2 accessible rural, 3 remote rural."],
  [
    "sixfold",
    6,
    "1 large urban, 2 other urban, 3 accessible small towns, 4 remote small towns, 5 accessible rural, 6 remote rural.",
  ],
  [
    "eightfold",
    8,
    "1 large urban, 2 other urban, 3 accessible small towns, 4 remote and 5 very remote small towns, 6 accessible, 7 remote and 8 very remote rural.",
  ],
] as const;

// The coarser classes that each of the eight classes belongs to.
const NESTING = ["1 1 1", "1 1 2", "1 1 3", "1 1 4", "1 1 4", "2 2 5", "2 3 6", "2 3 6"];

/** The urban-rural class of each data zone. */
export function urbanRuralTable(raw: RawFiles, hierarchy: Hierarchy): DataTable {
  const rows = raw.rows(FILE).map((row) => {
    const classes = FOLDS.map(([, fold]) => count(row, `UrbanRural${fold}fold2020`));
    const [two, three, six, eight] = classes as [number, number, number, number];
    check(NESTING[eight - 1] === `${two} ${three} ${six}`, row, () => `classes do not nest: ${classes.join(", ")}`);
    return [text(row, "DataZone"), ...classes];
  });
  checkZones(
    hierarchy,
    rows.map(([zone]) => String(zone)),
    FILE,
  );
  return {
    name: "geography/urban-rural-2020",
    title: "Urban Rural Classification 2020",
    description: "The class of each data zone in the two, three, six and eightfold classifications.",
    columns: [
      codeColumn("data_zone", "Data zone of 2011."),
      ...FOLDS.map(([name, , description]) => ({ name, type: "integer", description, minimum: 1 }) as const),
    ],
    key: ["data_zone"],
    rows,
    publisher: SCOTTISH_GOVERNMENT,
    edition: "Urban Rural Classification 2020, data zones of 2011",
    class: "published",
    sources: [{ title: "Scottish Government Urban Rural Classification 2020", organisation: SCOTTISH_GOVERNMENT }],
    rawFiles: [FILE],
    changes: "Columns renamed.",
    caveats: ["A data zone has one class by where most of its people live; a zone may hold both town and country."],
  };
}
