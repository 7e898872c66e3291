import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { deathsBySummaryListReader } from "../../../src/readers/national-records-of-scotland/deaths-by-summary-list.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { aWorkbook, type Cells, changed, said } from "./a-workbook.ts";

const header = ["ICD10 summary list", "Cause of death", "Sex"];

/** Synthetic, as the tables are documented: no real file could be had. Three causes, a chapter each but for the last, by area. */
const byArea: Cells = [
  ["Table 6.04: Deaths, by sex, cause and administrative area, Scotland, 2022"],
  [],
  [...header, "Scotland", "Angus", "Fife"],
  ["A00-Y98", "All causes", "P", 30, 10, 20],
  [null, null, "M", 14, 5, 9],
  [null, null, "F", 16, 5, 11],
  ["C00-D48", "II. Neoplasms", "P", 12, 6, 6],
  [null, null, "M", 6, 3, 3],
  [null, null, "F", 6, 3, 3],
  ["C18-C21", "Malignant neoplasm of colon", "P", 2, "-", 2],
  [null, null, "M", 1, "-", 1],
  [null, null, "F", 1, "-", 1],
  ["I00-I99", "IX. Diseases of the circulatory system", "P", 18, 4, 14],
  [null, null, "M", 8, 2, 6],
  [null, null, "F", 10, 2, 8],
  [],
  ["© Crown Copyright 2023"],
];
const byAge: Cells = [
  ["Table 6.02: Deaths, by sex, age and cause, Scotland, 2022"],
  [...header, "All ages", "0", "1-4", "5+"],
  ["C00-D48", "II. Neoplasms", "Males", 6, 0, 1, 5],
  [null, null, "Females", 6, 1, "...", 4],
];
const byYear: Cells = [
  ["Table 6.01: Deaths, by sex and cause, Scotland, 2021 to 2022"],
  [...header, 2021, 2022],
  ["C00-D48", "II. Neoplasms", "Persons", 11, 12],
];
const read = async (sheets: Readonly<Record<string, Cells>>) =>
  readRaw(await rawFile(aWorkbook(sheets), "vital-events-6.xlsx"), { readers: [deathsBySummaryListReader] });

describe("deaths by cause in the Vital Events Reference Tables", () => {
  test("all causes, chapters and what is within them are tables of their own, areas and sexes apart from totals", async () => {
    const file = await read({ Contents: [["Table 6.04"]], "6.04": byArea });
    expect(file.rows).toEqual({ read: 12, used: 12, refused: 0 });
    expect(
      file.tables.filter(({ totalOf }) => totalOf.length === 0).map(({ name, table }) => `${name}: ${table.length}`),
    ).toEqual([
      "all causes: by sex and areaName: 4",
      "chapters: by code, cause, sex and areaName: 8",
      "causes within chapters: by code, cause, sex and areaName: 4",
    ]);
    const [row] = [...file.table("causes within chapters: by code, cause, sex and areaName")] as unknown as Record<
      string,
      { label: string }
    >[];
    expect([row!.code, row!.sex, row!.areaName, row!.period!.label, row!.deaths]).toEqual([
      "C18-C21",
      "male",
      "Angus",
      "2022",
      0,
    ]);
    expect(said(file.issues)).toEqual([
      "note sheet-not-read: a sheet was not read: Contents",
      "note dashes-are-noughts (3): 3 dashes were read as no event",
    ]);
  });

  test("ages and years across; dots are not available", async () => {
    const file = await read({ "6.01": byYear, "6.02": byAge });
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toEqual([
      "sheet 6.01, chapters: by code, cause and period: 2",
      "sheet 6.02, chapters: by code, cause, sex and age: 6",
      "sheet 6.02, chapters: by code, cause and sex: 2",
    ]);
    const rows = [...file.table("sheet 6.02, chapters: by code, cause, sex and age")] as unknown as Record<
      string,
      unknown
    >[];
    expect(rows.map(({ deaths }) => deaths)).toEqual([0, 1, 5, 1, null, 4]);
  });

  test("sums that do not hold, sexes that are missing, what is unknown across", async () => {
    const wrong = byArea
      .map((row) => (row[0] === "I00-I99" ? [...row.slice(0, 3), 19, 5, 14] : row))
      .filter((_, i) => i !== 11);
    const other: Cells = [
      [...header, "Spring", "Summer"],
      ["C00-D48", "II. Neoplasms", "P", 1, 2],
    ];
    expect(said((await read({ "6.04": wrong, "6.05": other })).issues)).toMatchInlineSnapshot(`
      [
        "note dashes-are-noughts (3): 2 dashes were read as no event",
        "warning sexes-differ (10): the rows of a cause are not of the same sexes, in the same order, as those of the first cause in 1 row (line 10)",
        "warning totals-do-not-sum (10): males and females do not add up to persons: Scotland is 2 and its parts sum to 1, in 2 rows (lines 10, 12)",
        "warning totals-do-not-sum (4): the chapters do not add up to all causes: Scotland is 30 and its parts sum to 31, in 1 row (line 4)",
        "error table-not-understood (1): what stands across is neither years, ages nor areas with Scotland among them; 1 row is left out",
      ]
    `);
  });
});

describeSturdiness(
  deathsBySummaryListReader,
  "vital-events-6.xlsx",
  () => aWorkbook({ "6.04": byArea }),
  (change) => aWorkbook({ "6.04": changed(byArea, change) }),
);
