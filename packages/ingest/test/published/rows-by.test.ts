import { expect, test } from "vitest";
import { rawTable } from "../../src/published/raw-table.ts";
import { rowsBy } from "../../src/published/rows-by.ts";

const table = rawTable(
  [
    ["kind", "n"],
    ["a", "1"],
    ["b", "2"],
    ["a", "3"],
    ["", "4"],
  ],
  "f.csv",
);

test("rows with the same texts are together, in the order met, with their lines", () => {
  const groups = rowsBy(table, ([kind]) => (kind === "" ? null : [kind!]));
  expect(groups.map(({ texts, cells }) => [texts, cells.rows.map(([, n]) => n), Array.from(cells.lines)])).toEqual([
    [["a"], ["1", "3"], [2, 4]],
    [["b"], ["2"], [3]],
    [null, ["4"], [5]],
  ]);
});

test("a table without rows has no groups", () => {
  expect(rowsBy({ ...table, rows: [], lines: [] }, () => ["x"])).toEqual([]);
});
