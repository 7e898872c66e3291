import { utils, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { burdenWorkbookReader } from "../../../src/readers/scottish-burden-of-disease/burden-workbook.ts";
import { describeSturdiness } from "../sturdiness.ts";

/** Synthetic, as the workbook is described: no real file could be had. */
const rows: readonly (readonly string[])[] = [
  ["Burden by cause, Scotland, 2019"],
  [],
  ["Cause of disease or injury", "Sex", "Age group", "DALYs", "YLLs", "YLDs", "DALY rate per 100,000"],
  ["Stroke", "Persons", "All ages", "1,500.5", "1,200", "300.5", "28"],
  ["Stroke", "Females", "0-4", "10", "7.5", "2.5", "11.5"],
  ["Stroke", "Males", "0-4", "12.5", "8.5", "4", "12.5"],
  ["Falls", "Males", "85 and over", "25.5", "20.5", "5", "90.5"],
  [],
  ["Note: estimates are modelled."],
];
const make = (sheet: readonly (readonly string[])[]) => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([["Scottish Burden of Disease"]]), "Cover");
  utils.book_append_sheet(book, utils.aoa_to_sheet(sheet.map((row) => [...row])), "Table 1");
  return write(book, { type: "buffer" }) as Uint8Array;
};
const read = async (sheet: readonly (readonly string[])[]) => readRaw(await rawFile(make(sheet), "burden.xlsx"));

describe("the workbook of the Scottish Burden of Disease", () => {
  test("the table between title and notes is read; both sexes and all ages are totals; rates are rates", async () => {
    const file = await read(rows);
    expect(file.because).toBe('row 3 of its sheet "Table 1" is a header with a cause and DALY, YLL, YLD');
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toEqual([
      "Table 1: by cause, sex and age: 3",
      "Table 1: by cause: 1",
    ]);
    expect(Object.entries(file.tables[0]!.table.measures).map(([name, { kind }]) => [name, kind])).toEqual([
      ["disabilityAdjustedLifeYears", "years"],
      ["yearsOfLifeLost", "years"],
      ["yearsLivedWithDisability", "years"],
      ["disabilityAdjustedLifeYearsRate", "rate"],
    ]);
    expect([...file.tables[1]!.table].map((row) => [row["cause"], row["disabilityAdjustedLifeYears"]])).toEqual([
      ["Stroke", 1500.5],
    ]);
    expect(file.issues.map(({ severity, message }) => [severity, message])).toEqual([
      ["note", "a sheet was not read: Cover"],
    ]);
  });

  test("parts that do not add up, and figures outside the table, are said", async () => {
    const wrong = rows.map((row) => (row[1] === "Females" ? row.with(4, "9.5") : row));
    expect((await read(wrong)).issues.map(({ code, line }) => [code, line])).toContainEqual(["types-do-not-sum", 5]);
    const split = [...rows.slice(0, 5), [], ...rows.slice(5)];
    expect(
      (await read(split)).issues.filter(({ severity }) => severity === "error").map(({ message }) => message),
    ).toEqual(["2 rows left out: with figures, and above or below the table (lines 7, 8)"]);
  });
});

describeSturdiness(
  burdenWorkbookReader,
  "burden.xlsx",
  () => make(rows),
  (change) => make(change(rows)),
);
