import { expect, test } from "vitest";
import { accessibleTable } from "../../src/published/accessible-table.ts";

const grid = (rows: readonly (readonly string[])[]) => ({
  sheet: "Table_1",
  file: 'drugs.xlsx, sheet "Table_1"',
  rows,
  lineOf: (row: number) => row + 1,
});
const isHeader = ([first]: readonly string[]) => first === "Year";

test("title, lines above, header without notes, rows to the end", () => {
  const found = accessibleTable(
    grid([
      ["Table 1: Deaths [note 1]"],
      ["This worksheet contains one table."],
      ["Year", "Deaths\n[note 2]"],
      ["2001", "3"],
      ["2002"],
    ]),
    isHeader,
  )!;
  expect([found.title, found.above]).toEqual(["Table 1: Deaths", ["This worksheet contains one table."]]);
  expect([found.cells.header, found.cells.rows, Array.from(found.cells.lines)]).toEqual([
    ["Year", "Deaths"],
    [
      ["2001", "3"],
      ["2002", ""],
    ],
    [4, 5],
  ]);
  expect(found.cells.issues.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    "notes-left-off: the marks of notes were left off Table 1: Deaths (note 1); Deaths (note 2)",
  ]);
});

test("rows with figures above the header are an error, and a sheet without one is none", () => {
  const found = accessibleTable(
    grid([["Table 1: Deaths"], ["2001", "3"], ["Year", "Deaths"], ["2002", "4"]]),
    isHeader,
  )!;
  expect(found.cells.issues.map(({ severity, code, line }) => [severity, code, line])).toEqual([
    ["error", "row-not-understood", 2],
  ]);
  expect(accessibleTable(grid([["Table 1: Deaths"], ["2001", "3"]]), isHeader)).toBeNull();
  expect(accessibleTable(grid([]), isHeader)).toBeNull();
});
