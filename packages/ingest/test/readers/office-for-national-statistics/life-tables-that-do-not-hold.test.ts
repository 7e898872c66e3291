import { expect, test } from "vitest";
import { lifeTablesThatDoNotHold } from "../../../src/readers/office-for-national-statistics/life-tables-that-do-not-hold.ts";

const table = (rows: readonly (readonly string[])[]) => ({
  file: "life.xls",
  header: ["sex", "x", "qx", "lx", "dx"],
  rows,
  lines: rows.map((_, i) => i + 8),
  issues: [],
});

test("survivors less deaths are the next survivors, of one sex; deaths are survivors times the probability", () => {
  // By hand: 100,000 x 0.0031 = 310; 100,000 - 310 = 99,690; x 0.0003 = 29.907, printed 29.9; 99,660.1.
  const rows = [
    ["Males", "0", "0.0031", "100000", "310"],
    ["Males", "1", "0.0003", "99690", "29.9"],
    ["Males", "2", "0.0001", "99660.1", "10"],
    ["Females", "3", "0.001", "90000", "90"],
  ];
  expect(lifeTablesThatDoNotHold(table(rows))).toEqual([]);
  expect(lifeTablesThatDoNotHold(table([]))).toEqual([]);
});

test("a step that is too large, and a product that is not, are named; blanks are passed over", () => {
  const step = [
    ["Males", "0", "0.0031", "100000", "310"],
    ["Males", "1", "0.0003", "99680", "29.9"],
  ];
  expect(lifeTablesThatDoNotHold(table(step)).map(({ code, line }) => [code, line])).toEqual([
    ["life-table-does-not-hold", 8],
  ]);
  expect(lifeTablesThatDoNotHold(table([["Males", "0", "0.0031", "100000", "312"]]))).toHaveLength(1);
  expect(lifeTablesThatDoNotHold(table([["Males", "0", "", "100000", "312"]]))).toEqual([]);
});
