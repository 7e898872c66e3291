import { expect, test } from "vitest";
import { changesThatDoNotHold } from "../../../src/readers/national-records-of-scotland/changes-that-do-not-hold.ts";

const rows = (change: string, years = "2001 to 2003") => [
  ["", "rate", "lower 95% CI", "upper 95% CI"],
  ["2001", "200", "190", "210"],
  ["2003", "150", "140", "160"],
  [`% change - ${years}`, change, "", ""],
];
const said = (
  cells: readonly (readonly string[])[],
  changes: readonly number[],
  blocks = [{ at: 0, above: [], rows: [1, 2] }],
) =>
  changesThatDoNotHold(
    { sheet: "Table 1", file: "rates.xlsx", rows: cells, lineOf: (row) => row + 1 },
    blocks,
    changes,
  );

test("the last rate over the first, less 1: 150 / 200 - 1 = -0.25", () => {
  expect(said(rows("-0.25"), [3])).toEqual([]);
  expect(said(rows("-0.2"), [3]).map(({ code, line }) => [code, line])).toEqual([["change-does-not-hold", 4]]);
});

test("missing changes and years that are not there are passed over; a row above every block is not", () => {
  expect(said(rows(""), [3])).toEqual([]);
  expect(said(rows("0.7", "1999 to 2003"), [3])).toEqual([]);
  expect(said(rows("-0.25"), [0], [{ at: 1, above: [], rows: [] }])).toHaveLength(1);
});
