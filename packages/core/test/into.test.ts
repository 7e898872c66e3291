import { describe, expect, it } from "vitest";
import { ageBand, ageBands, evenAgeBands, into, keep, type Missing, sumOver, tableFromRows } from "../src/index.ts";
import { counts, people } from "./fixtures.ts";

const single = (...figures: readonly (number | Missing)[]) =>
  tableFromRows(
    figures.map((n, from) => ({ area: "A", age: ageBand(from, from + 1), n })),
    { n: "count" },
  );

describe("into", () => {
  it("sums counts into wider bands", () => {
    expect([...into(single(1, 2, 3, 4), ageBands(0, 1, 3))].map((row) => [row.age.label, row.n])).toEqual([
      ["0", 1],
      ["1-2", 5],
      ["3+", 4],
    ]);
  });

  it("goes by what bands mean, not by their order", () => {
    const bands = [...ageBands(0, 1, 3)].reverse();
    expect([...into(single(1, 2, 3, 4), bands)].map((row) => [row.age.label, row.n])).toEqual([
      ["0", 1],
      ["1-2", 5],
      ["3+", 4],
    ]);
  });

  it("is missing where a part is missing, for the part's reason", () => {
    expect([...into(single(1, "suppressed", 3), ageBands(0, 2))]).toMatchObject([
      { n: null, missing: "suppressed" },
      { n: 3, missing: null },
    ]);
    expect([...into(single("unknown", "unknown"), ageBands(0))]).toMatchObject([{ n: null, missing: "unknown" }]);
  });

  it("of one row has one; of no rows none", () => {
    expect([...into(single(7), ageBands(0))].map((row) => row.n)).toEqual([7]);
    expect(into(keep(people, { area: "nowhere" }), ageBands(0)).length).toBe(0);
  });

  it("says what it did", () => {
    expect(into(people, ageBands(0)).provenance.steps).toEqual(["summed into ages 0+"]);
    expect([...sumOver(into(people, ageBands(0)), "area")].map((row) => row.people)).toEqual([1600]);
  });

  it("refuses an age that lies in no band, or across two", () => {
    expect(() => into(people, ageBands(0, 16, 65, 75))).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [age-outside-bands] into: every age must lie inside one band; 2 of 2 do not:
        0-64
        65+
        Fix: The bands are 0-15, 16-64, 65-74, 75+: use bands that start where ages of the table start, and leave other ages out with keep() first.]
    `);
    expect(() => into(single(1, 2), ageBands(1))).toThrow("[age-outside-bands]");
    expect(() => into(single(1), [])).toThrow("[age-outside-bands]");
  });

  it("refuses bands that overlap, which would make the answer depend on their order", () => {
    expect(() => into(single(1), [ageBand(0, 65), ageBand(16, 75)])).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [overlapping-bands] into: bands must not overlap; 0-64 and 16-74 do
        Fix: Give bands each of which starts where the one before ends: ageBands(0, 16, 65).]
    `);
    expect(() => into(single(1), [...evenAgeBands({ by: 5, to: 90 }), ageBand(85, 90)])).toThrow("[overlapping-bands]");
  });

  it("refuses a table without ages", () => {
    // @ts-expect-error no age
    expect(() => into(counts(1), ageBands(0))).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unknown-key] into: the table needs the key "age"; it has area, group
        Fix: Give a table that still has the key "age".]
    `);
  });
});
