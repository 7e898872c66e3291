import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { censusTableReader } from "../../../src/readers/national-records-of-scotland/census-table.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { aWorkbook, type Cells, changed, said } from "./a-workbook.ts";

/** Synthetic, in the layout of the table builder's CSV: four data zones; parts are one apart from all people in the first. */
const text = `SuperWEB2(tm)

"Census 2022-Person-2Cv1"
"Scotland's Census 2022 - National Records of Scotland Table UV201 - Ethnic group  All people "
"Intermediate Zone - Data Zone 2011 by Ethnic Group by Individuals"
"Counting: Individuals"

Filters:
"Summation Options","Individuals"

"Ethnic Group","All People","White: Total","White: White Scottish","Other White","Mixed, or multiple",
"Intermediate Zone - Data Zone 2011",
"S01006506",969,890,800,91,79,
"S01006507",758,711,700,11,47,
"S01006508",500,400,390,10,100,
"S01006509",0,0,0,0,0,


"INFO","Data has been perturbed"


"Crown copyright 2024 Cells might not sum to sub totals and totals"

(c) Copyright WingArc Australia 2018
`;

/** Synthetic, in the layout of its workbook: the categories' name in a column of its own. */
const sheet: Cells = [
  [],
  ["household2022"],
  ["Scotland's Census 2022 - National Records of Scotland\nTable UV402 - Accommodation type"],
  ["Counting: Households"],
  ["Filters:"],
  ["Default Summation", "Households"],
  [],
  [
    "Type of accommodation",
    null,
    "All occupied households",
    "House: Total",
    "House: Detached",
    "House: Terraced",
    "Caravan",
  ],
  [null, "Intermediate Zone - Data Zone 2011"],
  [null, "S01006506", 491, 480, 300, 180, 11],
  [null, "S01006507", 366, 300, 200, 100, 66],
  [null, "S01006508", 12, 12, 12, 0, 0],
  [],
  ["INFO", "Data has been perturbed"],
  ["© WingArc Australia 2018"],
];
const readers = [censusTableReader];
const read = async (of: string | Uint8Array) => readRaw(await rawFile(of, "census.csv"), { readers });

describe("tables of Scotland's Census", () => {
  test("CSV: categories, sub-totals and all people are apart", async () => {
    const file = await read(text);
    expect(file.because).toBe(
      `it says "Scotland's Census 2022 - National Records of Scotland Table UV201 - Ethnic group", and "Counting: Individuals"`,
    );
    expect(file.rows).toEqual({ read: 4, used: 4, refused: 0 });
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toEqual([
      "Ethnic Group: by area and category: 12",
      "Ethnic Group, sub-totals: by area and category: 4",
      "All People: by area: 4",
    ]);
    const rows = [...file.tables[0]!.table] as unknown as Record<string, unknown>[];
    expect(rows.slice(0, 3).map(({ area, category, people }) => [area, category, people])).toEqual([
      ["S01006506", "White: White Scottish", 800],
      ["S01006506", "Other White", 91],
      ["S01006506", "Mixed, or multiple", 79],
    ]);
    // By hand: 800 + 91 + 79 = 970 of 969; the others add up; 969 + 758 + 500 = 2,227.
    expect(said(file.issues)).toEqual([
      "note perturbed-counts: the census perturbs its counts: in 1 of 4 rows the parts do not add up to All People, by 1 at most; in all rows together they are 1 of 2,227 apart",
    ]);
  });

  test("workbook: households, of the year in the title", async () => {
    const file = await read(aWorkbook({ "Data Sheet 0": sheet, format: [["heading"]] }));
    expect(said(file.issues)).toEqual(["note sheet-not-read: a sheet was not read: format"]);
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toEqual([
      "Type of accommodation: by area and category: 9",
      "Type of accommodation, sub-totals: by area and category: 3",
      "All occupied households: by area: 3",
    ]);
    const [row] = [...file.table("All occupied households")] as unknown as Record<string, { label: string }>[];
    expect([row!.area, row!.period!.label, row!.households]).toEqual(["S01006506", "2022", 491]);
  });

  test("differences larger than noise, figures beyond the last category, areas above the header", async () => {
    expect(said((await read(text.replace("711,700,11,47", "711,600,11,47"))).issues)).toMatchInlineSnapshot(`
      [
        "note perturbed-counts: the census perturbs its counts: in 2 of 4 rows the parts do not add up to All People, by 100 at most; in all rows together they are -99 of 2,227 apart",
        "warning columns-do-not-add-up (14): the parts differ from All People by more than the census's noise in 1 row (line 14)",
      ]
    `);
    expect(
      said((await read(text.replace("500,400,390,10,100,", "500,400,390,10,100,7"))).issues),
    ).toMatchInlineSnapshot(`
      [
        "error wrong-number-of-cells (15): the row has 7 cells; the header has 6",
        "note perturbed-counts: the census perturbs its counts: in 1 of 3 rows the parts do not add up to All People, by 1 at most; in all rows together they are 1 of 1,727 apart",
      ]
    `);
    const moved = text
      .replace('"S01006508",500,400,390,10,100,\n', "")
      .replace("Filters:", '"S01006508",500,400,390,10,100,\nFilters:');
    expect(said((await read(moved)).issues)).toMatchInlineSnapshot(`
      [
        "error row-not-understood (8): 1 row left out: with figures, and not under a header that the reader knows (line 8)",
        "note perturbed-counts: the census perturbs its counts: in 1 of 3 rows the parts do not add up to All People, by 1 at most; in all rows together they are 1 of 1,727 apart",
      ]
    `);
  });
});

describeSturdiness(censusTableReader, "census.csv", () => text);
describeSturdiness(
  censusTableReader,
  "census.xlsx",
  () => aWorkbook({ "Data Sheet 0": sheet }),
  (change) => aWorkbook({ "Data Sheet 0": changed(sheet, change) }),
);
