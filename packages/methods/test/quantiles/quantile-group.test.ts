import { type Missing, tableFromRows, where } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { quantileGroup } from "../../src/index.ts";

const scores = (...rows: readonly (readonly [area: string, sex: string, value: number | Missing])[]) =>
  tableFromRows(
    rows.map(([area, sex, value]) => ({ area, sex, value })),
    { value: "rate" },
  );

const example = scores(["a", "all", 50], ["b", "all", 10], ["c", "all", 30], ["d", "all", 90]);

describe("quantileGroup", () => {
  it("puts areas into groups from the lowest figures to the highest, or the other way round", () => {
    // By hand: two of four areas in each.
    expect([...quantileGroup(example, "value", 2)].map(({ group }) => group)).toEqual([2, 1, 1, 2]);
    const turned = quantileGroup(example, "value", 2, { highestFirst: true });
    expect([...turned].map(({ group }) => group)).toEqual([1, 2, 2, 1]);
  });

  it("ranks areas among those that share the other keys", () => {
    const mixed = scores(["a", "male", 1], ["b", "male", 2], ["a", "female", 20], ["b", "female", 10]);
    expect([...quantileGroup(mixed, "value", 2)].map(({ group }) => group)).toEqual([1, 2, 2, 1]);
  });

  it("passes on why a figure is missing, and has no groups where there are fewer areas than groups", () => {
    const some = scores(["a", "male", 1], ["b", "male", "suppressed"], ["c", "male", 2], ["a", "female", 5]);
    expect([...quantileGroup(some, "value", 2)].map(({ group, missing }) => [group, missing])).toEqual([
      [1, null],
      [null, "suppressed"],
      [2, null],
      [null, "not applicable"],
    ]);
  });

  it("gives an empty table for an empty one", () => {
    const nobody = where(example, () => false);
    expect([...quantileGroup(nobody, "value", 5)]).toEqual([]);
  });

  it("refuses a number of groups that cannot be, and a measure that is not there", () => {
    expect(() => quantileGroup(example, "value", 2.5)).toThrow("[invalid-option] quantileGroup: invalid groups: 2.5");
    expect(() => quantileGroup(example, "rate" as "value", 2)).toThrow(
      '[unknown-measure] quantileGroup: unknown measure "rate"; the table has value',
    );
  });

  it("says in its step what was done", () => {
    expect(quantileGroup(example, "value", 2).provenance.steps).toEqual([
      "areas in 2 quantile groups of value, 1 the lowest",
    ]);
  });
});
