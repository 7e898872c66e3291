import { tableFromRows } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { rowsApartFrom } from "../../src/shared/rows-apart-from.ts";

const table = tableFromRows(
  [
    { area: "a", cause: "x", sex: "male", deaths: 1 },
    { area: "b", cause: "x", sex: "male", deaths: 2 },
    { area: "a", cause: "y", sex: "male", deaths: 3 },
  ],
  { deaths: "count" },
);

describe("rowsApartFrom", () => {
  it("puts rows together that differ in nothing but the keys named, in the order of the table", () => {
    const { keys, first, rowsOf } = rowsApartFrom(table, "cause");
    expect([Object.keys(keys), [...first], rowsOf]).toEqual([
      ["area", "sex"],
      [0, 1],
      [[0, 2], [1]],
    ]);
    expect(Array.from(keys["area"]!.codes, (code) => keys["area"]!.values[code])).toEqual(["a", "b"]);
    expect(rowsApartFrom(table, "cause", "area").rowsOf).toEqual([[0, 1, 2]]);
  });

  it("has one group where no key is left, and none in an empty table", () => {
    expect(rowsApartFrom(table, "cause", "area", "sex")).toMatchObject({ keys: {}, rowsOf: [[0, 1, 2]] });
    expect(rowsApartFrom({ keys: table.keys, length: 0 }, "cause").rowsOf).toEqual([]);
  });
});
