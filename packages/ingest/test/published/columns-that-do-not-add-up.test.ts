import { expect, test } from "vitest";
import { columnsThatDoNotAddUp } from "../../src/published/columns-that-do-not-add-up.ts";

const table = {
  file: "change.csv",
  header: ["births", "deaths", "natural"],
  rows: [
    ["10", "12", "-2"],
    ["1,010", "10", "999"],
    ["0.3", "0.1", "0.2"],
    ["", "1", "5"],
    ["n/a", "1", "5"],
  ],
  lines: [2, 3, 4, 5, 6],
  issues: [],
};

test("rows in which columns do not give another are a warning, rounding apart", () => {
  const options = { plus: ["births"], minus: ["deaths"], give: "natural" };
  expect(columnsThatDoNotAddUp(table, options)).toMatchInlineSnapshot(`
    [
      {
        "code": "columns-do-not-add-up",
        "column": "natural",
        "file": "change.csv",
        "fix": "Compare the rows with the publisher's file: a figure was changed, or columns were mixed up.",
        "line": 3,
        "message": "births - deaths does not give natural in 1 row (line 3)",
        "severity": "warning",
      },
    ]
  `);
  expect(columnsThatDoNotAddUp(table, { ...options, message: "change is not births less deaths" })[0]!.message).toBe(
    "change is not births less deaths in 1 row (line 3)",
  );
  expect(columnsThatDoNotAddUp(table, { ...options, rounding: 1 })).toEqual([]);
  expect(columnsThatDoNotAddUp(table, { plus: [], give: "natural" })).toEqual([]);
  expect(columnsThatDoNotAddUp(table, { plus: ["births"], give: "net" })).toEqual([]);
  expect(columnsThatDoNotAddUp({ ...table, rows: [], lines: [] }, options)).toEqual([]);
});
