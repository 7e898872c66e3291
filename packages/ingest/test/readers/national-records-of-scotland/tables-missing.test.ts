import { expect, test } from "vitest";
import { tablesMissing } from "../../../src/readers/national-records-of-scotland/tables-missing.ts";

const grid = (text: string) => ({
  sheet: "T",
  file: "book.xlsx",
  rows: [["Title"], [text]],
  lineOf: (row: number) => row + 1,
});

test("a sheet with fewer tables than it says is a warning", () => {
  expect(tablesMissing(grid("This worksheet contains five tables, each presented …"), 4)).toMatchInlineSnapshot(`
    [
      {
        "code": "tables-missing",
        "file": "book.xlsx",
        "fix": "Compare the sheet with the publisher's: the header of a table was lost, or one was added.",
        "line": 2,
        "message": "the sheet says that it contains five tables; found 4",
        "severity": "warning",
      },
    ]
  `);
  expect(tablesMissing(grid("This worksheet contains one table. "), 1)).toEqual([]);
  expect(tablesMissing(grid("This worksheet contains several tables."), 1)).toEqual([]);
  expect(tablesMissing(grid(""), 3)).toEqual([]);
  expect(tablesMissing({ ...grid(""), rows: [] }, 3)).toEqual([]);
});
