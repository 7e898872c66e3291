import { utils, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { lifeExpectancyDecompositionReader } from "../../../src/readers/scotpho/decomposition-of-life-expectancy.ts";
import { describeSturdiness } from "../sturdiness.ts";

/** Synthetic. */
const rows: readonly (readonly (string | number)[])[] = [
  ["Period", "age group", "gender", "Cancers", "Falls*", "Total"],
  [1, "0", "females", 0.5, -0.25, 0.25],
  [1, "1 to 4  ", "females", 0.125, 0.125, 0.25],
  [1, "90+     ", "males", -0.5, 0, -0.5],
  [2, "90+     ", "males", 0.75, 0.25, 1],
];
const make = (sheet: readonly (readonly (string | number)[])[]) => {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([["", "period 1", "00-02 to 12-14", "", "period 2", "12-14 to 15-17"]]),
    "data",
  );
  utils.book_append_sheet(book, utils.aoa_to_sheet(sheet.map((row) => [...row])), "data_tidied");
  return write(book, { type: "buffer" }) as Uint8Array;
};
const read = async (sheet: readonly (readonly (string | number)[])[]) => readRaw(await rawFile(make(sheet), "le.xlsx"));

describe("a published decomposition of life expectancy", () => {
  test("causes stand in rows, their total apart; the other sheets are named, and what the periods are is said", async () => {
    const file = await read(rows);
    expect(file.because).toBe(
      'the header of its sheet "data_tidied" begins Period, age group, gender and ends with Total',
    );
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toEqual([
      "by change, sex, age and cause: 8",
      "all causes: by change, sex and age: 4",
    ]);
    const first = [...file.tables[0]!.table].slice(0, 3);
    expect(
      first.map((row) => [
        row["change"],
        row["sex"],
        (row["age"] as { label: string }).label,
        row["cause"],
        row["years"],
      ]),
    ).toEqual([
      ["1", "female", "0", "Cancers", 0.5],
      ["1", "female", "0", "Falls*", -0.25],
      ["1", "female", "1-4", "Cancers", 0.125],
    ]);
    expect(file.issues.map(({ severity, message }) => [severity, message])).toEqual([
      ["note", "a sheet was not read: data"],
      ["note", "another sheet says what the periods are: period 1 is 00-02 to 12-14; period 2 is 12-14 to 15-17"],
    ]);
  });

  test("cells to the right of the table are named and not read", async () => {
    const file = await read(rows.map((row, i) => (i === 2 ? [...row, "", 0.7] : row)));
    expect(file.rows).toEqual({ read: 4, used: 4, refused: 0 });
    expect(file.issues.map(({ message }) => message)).toContain(
      "cells to the right of the table are not read in 1 row (line 3)",
    );
  });

  test("causes that do not add up to the total are said", async () => {
    const wrong = rows.map((row, i) => (i === 2 ? row.with(3, 0.5) : row));
    expect(
      (await read(wrong)).issues.filter(({ severity }) => severity === "warning").map(({ code, line }) => [code, line]),
    ).toEqual([["columns-do-not-add-up", 3]]);
  });
});

describeSturdiness(
  lifeExpectancyDecompositionReader,
  "le.xlsx",
  () => make(rows),
  (change) => make(change(rows as readonly (readonly string[])[])),
);
