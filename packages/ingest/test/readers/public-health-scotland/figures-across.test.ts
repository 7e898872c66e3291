import { describe, expect, test } from "vitest";
import { figuresAcross } from "../../../src/readers/public-health-scotland/figures-across.ts";

const long = (...rows: readonly (readonly string[])[]) => ({
  file: "a.csv",
  header: ["place", "measure", "value", "note"],
  rows,
  lines: rows.map((_, i) => i + 2),
  issues: [],
});
const options = {
  keys: ["place"],
  names: "measure",
  values: "value",
  columns: { People: "people", Hours: "hours" },
};

describe("figures of one row that stand below one another", () => {
  test("come to stand side by side; other columns are left out", () => {
    const wide = figuresAcross(long(["Fife", "People", "5", "a"], ["Fife", "Hours", "40", "b"]), options);
    expect([wide.header, wide.rows, wide.issues]).toEqual([["place", "people", "hours"], [["Fife", "5", "40"]], []]);
  });

  test("that have no row are blank, and counted in one warning", () => {
    const wide = figuresAcross(
      long(
        ["Fife", "People", "5", ""],
        ["Angus", "People", "6", ""],
        ["Moray", "People", "7", ""],
        ["Moray", "Hours", "8", ""],
      ),
      options,
    );
    expect(wide.rows).toEqual([
      ["Fife", "5", ""],
      ["Angus", "6", ""],
      ["Moray", "7", "8"],
    ]);
    expect(wide.issues).toMatchInlineSnapshot(`
      [
        {
          "code": "figure-without-row",
          "column": "hours",
          "file": "a.csv",
          "fix": "Compare with the publisher's file: rows that are there may have been lost.",
          "line": 2,
          "message": "2 of 3 areas and periods have no row "Hours" beside the other figures, the first on line 2: taken as not available",
          "severity": "warning",
        },
      ]
    `);
  });

  test("may be expected to be lacking", () => {
    const wide = figuresAcross(long(["Outside", "People", "5", ""]), {
      ...options,
      mayLack: (row, column) => (row[0] === "Outside" && column === "hours" ? "z" : null),
    });
    expect([wide.rows, wide.issues]).toEqual([[["Outside", "5", "z"]], []]);
  });

  test("of another name are refused, and so is a table without the columns", () => {
    expect(
      figuresAcross(long(["Fife", "Cost", "5", ""]), options).issues.map(({ code, line }) => [code, line]),
    ).toEqual([["unexpected-value", 2]]);
    expect(() => figuresAcross({ ...long(), header: ["a", "b", "c", "d"] }, options)).toThrow("missing columns");
  });
});
