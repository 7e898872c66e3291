import { type Missing, tableFromRows, where } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { populationQuantileGroup } from "../../src/index.ts";

type Row = readonly [area: string, board: string, rank: number | Missing, people: number | Missing];

const zones = (...rows: readonly Row[]) =>
  tableFromRows(
    rows.map(([area, board, rank, people]) => ({ area, board, rank, people })),
    { rank: "score", people: "count" },
  );

const groupsOf = (table: Iterable<{ readonly group: number | null; readonly missing: Missing | null }>) =>
  [...table].map(({ group, missing }) => group ?? missing);

const example = zones(["a", "x", 2, 50], ["b", "x", 1, 200], ["c", "x", 3, 50], ["d", "y", 9, 10], ["e", "y", 8, 10]);

describe("populationQuantileGroup", () => {
  it("puts an area where the middle of its people lies, within each larger area", () => {
    // By hand: in x 300 people, middles at 100 (b), 225 (a) and 275 (c), parted at 150; in y 20 people, e first.
    expect(groupsOf(populationQuantileGroup(example, "rank", "people", 2))).toEqual([2, 1, 2, 2, 1]);
    // From the highest: c, a, b with middles at 25, 75 and 200.
    const turned = populationQuantileGroup(example, "rank", "people", 2, { first: "highest" });
    expect(groupsOf(turned)).toEqual([1, 2, 1, 1, 2]);
  });

  it("passes on why a figure is missing; its people then take no part", () => {
    const some = zones(["a", "x", 1, 10], ["b", "x", "suppressed", 1_000], ["c", "x", 2, "unknown"], ["d", "x", 3, 10]);
    expect(groupsOf(populationQuantileGroup(some, "rank", "people", 2))).toEqual([1, "suppressed", "unknown", 2]);
    const nobody = zones(["a", "x", 1, 0], ["b", "x", 2, 0]);
    expect(groupsOf(populationQuantileGroup(nobody, "rank", "people", 2))).toEqual(["no population", "no population"]);
  });

  it("leaves out people fewer than none, and says so", () => {
    const found = populationQuantileGroup(zones(["a", "x", 1, -10], ["b", "x", 2, 10]), "rank", "people", 2);
    expect(groupsOf(found)).toEqual(["not available", 2]);
    expect(found.issues.map(({ message }) => message)).toEqual([
      "1 areas have people fewer than none, or without end, and have no group: a  x",
    ]);
  });

  it("gives an empty table for an empty one", () => {
    const none = where(example, () => false);
    expect([...populationQuantileGroup(none, "rank", "people", 5)]).toEqual([]);
  });

  it("refuses a measure that is not there, and groups that cannot be", () => {
    expect(() => populationQuantileGroup(example, "rank", "person" as "people", 5)).toThrow(
      '[unknown-measure] populationQuantileGroup: unknown measure "person"; the table has rank, people',
    );
    expect(() => populationQuantileGroup(example, "rank", "people", 0)).toThrow(
      "[invalid-option] populationQuantileGroup: invalid groups: 0",
    );
  });

  it("says in its step what was done", () => {
    expect(populationQuantileGroup(example, "rank", "people", 2).provenance.steps).toEqual([
      "areas in order of rank, put into 2 groups of equal people, 1 the lowest",
    ]);
  });
});
