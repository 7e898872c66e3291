import { sumOver, tableFromRows } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { onlyCounting } from "../src/only-counting.ts";

const people = tableFromRows(
  [
    { area: "A", fifth: "1", people: 30 },
    { area: "A", fifth: "2", people: 70 },
    { area: "B", fifth: "2", people: 50 },
    { area: "C", fifth: "1", people: "suppressed" },
    { area: "C", fifth: "2", people: 10 },
    { area: "D", fifth: "1", people: 4 },
    { area: "D", fifth: "2", people: "suppressed" },
  ],
  { people: "count" },
);

describe("onlyCounting", () => {
  it("keeps an area of which nobody is of the part, with 0", () => {
    const part = onlyCounting(people, "fifth", (fifth) => fifth === "1");
    expect([...sumOver(part, "fifth")].map(({ area, people: count, missing }) => [area, count, missing])).toEqual([
      ["A", 30, null],
      ["B", 0, null],
      ["C", null, "suppressed"],
      ["D", 4, null],
    ]);
    expect(part.provenance.steps).toEqual(["kept fifth 1"]);
  });

  it("has nothing of nothing", () => {
    const nobody = onlyCounting(people, "fifth", () => false);
    expect([...nobody].map(({ people: count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});
