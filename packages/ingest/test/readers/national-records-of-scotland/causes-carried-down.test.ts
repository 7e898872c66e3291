import { expect, test } from "vitest";
import { causesCarriedDown } from "../../../src/readers/national-records-of-scotland/causes-carried-down.ts";

const table = (rows: readonly (readonly string[])[]) => ({
  file: "deaths.xlsx",
  header: ["Code", "Cause", "Sex", "2022"],
  rows,
  lines: rows.map((_, i) => i + 2),
  issues: [],
});

test("a code and a cause stand in each row of theirs", () => {
  const { rows, issues } = causesCarriedDown(
    table([
      ["C34", "Lung", "M", "3"],
      ["", "", "F", "2"],
      ["I21", "Heart", "M", "5"],
      ["", "", "F", "4"],
    ]),
  );
  expect(rows.map((row) => row.slice(0, 3).join(" "))).toEqual([
    "C34 Lung M",
    "C34 Lung F",
    "I21 Heart M",
    "I21 Heart F",
  ]);
  expect(issues).toEqual([]);
});

test("a row before the first cause keeps its blanks; causes of other sexes than the first are doubted", () => {
  const { rows, issues } = causesCarriedDown(
    table([
      ["", "", "F", "2"],
      ["C34", "Lung", "M", "3"],
      ["", "", "F", "2"],
    ]),
  );
  expect(rows[0]!.slice(0, 2)).toEqual(["", ""]);
  expect(issues.map(({ code, line }) => [code, line])).toEqual([["sexes-differ", 3]]);
  expect(causesCarriedDown(table([])).issues).toEqual([]);
});
