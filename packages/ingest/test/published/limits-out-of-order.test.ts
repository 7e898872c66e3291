import { expect, test } from "vitest";
import { limitsOutOfOrder } from "../../src/published/limits-out-of-order.ts";
import { rawTable } from "../../src/published/raw-table.ts";

const columns = { value: "value", lower: "low", upper: "high" };
const said = (...rows: readonly (readonly string[])[]) =>
  limitsOutOfOrder(rawTable([["low", "value", "high"], ...rows], "f.csv"), columns).map(({ message }) => message);

test("a value between its limits, or equal to one, is in order; blanks and marks are passed over", () => {
  expect(said(["1", "2", "3"], ["2", "2", "2"], ["-3", "-2", "-1"], ["", "2", "3"], ["3", "NA", "1"])).toEqual([]);
});

test("a value below, or above, or limits the wrong way round are one warning", () => {
  expect(said(["1", "0", "3"], ["1", "4", "3"], ["3", "2", "1"], ["", "2", "1"])).toEqual([
    "value does not lie between low and high in 4 rows (lines 2, 3, 4 and 1 more)",
  ]);
});

test("a table without rows, or without the columns, has nothing wrong", () => {
  expect(said()).toEqual([]);
  expect(limitsOutOfOrder(rawTable([["value"], ["1"]], "f.csv"), columns)).toEqual([]);
});
