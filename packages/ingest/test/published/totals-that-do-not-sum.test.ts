import { describe, expect, test } from "vitest";
import { totalsThatDoNotSum } from "../../src/published/totals-that-do-not-sum.ts";

const table = (rows: readonly (readonly string[])[]) => ({
  file: "areas.csv",
  header: ["area", "sex", "0", "1"],
  rows,
  lines: rows.map((_, i) => i + 2),
  issues: [],
});
const options = {
  columns: ["0", "1"],
  isTotal: ([area]: readonly string[]) => area === "all",
  together: ([, sex]: readonly string[]) => sex!,
  message: "the areas do not add up to the whole",
};

describe("totals that are not the sums of their parts", () => {
  test("each group is summed by itself, column by column; thousands separators are understood", () => {
    const rows = [
      ["all", "f", "1,003", "5"],
      ["a", "f", "1,001", "2"],
      ["b", "f", "2", "3"],
      ["all", "m", "3", "5"],
      ["a", "m", "1", "2"],
      ["b", "m", "2", "4"],
    ];
    expect(totalsThatDoNotSum(table(rows), options)).toMatchInlineSnapshot(`
      [
        {
          "code": "totals-do-not-sum",
          "column": "1",
          "file": "areas.csv",
          "fix": "Compare the rows with the publisher's file: a figure was changed, or rows were lost or mixed up.",
          "found": "5",
          "line": 5,
          "message": "the areas do not add up to the whole: 1 is 5 and its parts sum to 6, in 1 row (line 5)",
          "severity": "warning",
        },
      ]
    `);
    expect(totalsThatDoNotSum(table(rows), { ...options, rounding: 1 })).toEqual([]);
  });

  test("a total alone, parts alone, blanks, columns that are not there and sums of decimals are no fault", () => {
    expect(totalsThatDoNotSum(table([["all", "f", "3", "5"]]), options)).toEqual([]);
    expect(totalsThatDoNotSum(table([["a", "f", "3", "5"]]), options)).toEqual([]);
    expect(totalsThatDoNotSum(table([]), options)).toEqual([]);
    const blank = [
      ["all", "f", "", "0.3"],
      ["a", "f", "1", "0.1"],
      ["b", "f", "2", "0.2"],
    ];
    expect(totalsThatDoNotSum(table(blank), { ...options, columns: ["0", "1", "2"] })).toEqual([]);
  });
});
