import { expect, test } from "vitest";
import { rowsOutOfOrder } from "../../src/published/rows-out-of-order.ts";

const table = (rows: readonly (readonly string[])[]) => ({
  file: "rates.csv",
  header: ["year", "sex"],
  rows,
  lines: rows.map((_, i) => i + 2),
  issues: [],
});

test("rows that ascend, each sex for itself, are in order; cells without a number are passed over", () => {
  const rows = [
    ["2000 - 2004", "M"],
    ["2001", "M"],
    ["1999", "F"],
    ["notes", "M"],
    ["2003", "M"],
  ];
  expect(rowsOutOfOrder(table(rows), { column: "year", together: ([, sex]) => sex! })).toEqual([]);
  expect(rowsOutOfOrder(table(rows), { column: "month" })).toEqual([]);
  expect(rowsOutOfOrder(table([]), { column: "year" })).toEqual([]);
});

test("a step back, and the same again, are named; a place of one's own", () => {
  const rows = [
    ["2001", "M"],
    ["1999", "M"],
    ["1999", "M"],
    ["2002", "M"],
  ];
  expect(rowsOutOfOrder(table(rows), { column: "year" })).toMatchInlineSnapshot(`
    [
      {
        "code": "rows-out-of-order",
        "column": "year",
        "file": "rates.csv",
        "fix": "Compare the order of the rows with the publisher's file: rows were moved, and may stand under the wrong heading.",
        "line": 3,
        "message": "year does not ascend in 2 rows (lines 3, 4)",
        "severity": "warning",
      },
    ]
  `);
  expect(
    rowsOutOfOrder(
      table([
        ["b", "M"],
        ["a", "M"],
      ]),
      { column: "year", place: (cell) => cell.charCodeAt(0) },
    ),
  ).toHaveLength(1);
});
