import { describe, expect, it } from "vitest";
import { fromSource, type Source, sourcesOf, withKeyFrom } from "../src/index.ts";
import { counts, none } from "./fixtures.ts";

const fifths = new Map([
  ["area 1", "1"],
  ["area 2", "5"],
]);
const of = (area: string) => fifths.get(area);

describe("withKeyFrom", () => {
  it("gives each row the key that follows from another", () => {
    const table = withKeyFrom(counts(1, "unknown"), "quintile", "area", of, { what: "deprivation fifth" });
    expect([...table].map((row) => [row.area, row.quintile, row.events])).toEqual([
      ["area 1", "1", 1],
      ["area 2", "5", null],
    ]);
    expect(table.issues).toEqual([]);
    expect(table.provenance.steps).toEqual(["added deprivation fifth"]);
  });

  it("leaves out rows for which nothing follows, and says so", () => {
    const table = withKeyFrom(counts(1, 2, 3, 4, 5, 6), "quintile", "area", of, { what: "deprivation fifth" });
    expect([...table].map((row) => row.events)).toEqual([1, 2]);
    expect(table.issues).toMatchInlineSnapshot(`
      [
        {
          "code": "nothing-follows",
          "fix": "Give deprivation fifth for every area.",
          "message": "4 of 6 values of area have no deprivation fifth, and were left out: area 3, area 4, area 5 …",
          "severity": "warning",
        },
      ]
    `);
    expect(withKeyFrom(counts(1), "quintile", "area", () => undefined, { what: "fifth" }).length).toBe(0);
  });

  it("of no rows has the key still", () => {
    expect(Object.keys(withKeyFrom(none, "quintile", "area", of, { what: "fifth" }).keys)).toEqual([
      "area",
      "group",
      "quintile",
    ]);
  });

  it("rests on what was attached too", () => {
    const provenance = fromSource({ id: "index", sha256: "0", evidence: "published" } as Source);
    const table = withKeyFrom(counts(1), "quintile", "area", of, { what: "fifth", provenance });
    expect(sourcesOf(table.provenance).map(({ id }) => id)).toEqual(["index"]);
    expect(table.provenance.evidence).toBe("published");
  });

  it("refuses a key that is there already, and one that is not there", () => {
    expect(() => withKeyFrom(counts(1), "group", "area", of, { what: "fifth" })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [key-exists] withKeyFrom: the table has the key "group" already
        Fix: Choose another name.]
    `);
    expect(() =>
      withKeyFrom(counts(1), "quintile", "zone" as "area", of, { what: "fifth" }),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unknown-key] withKeyFrom: unknown key "zone"; the table has area, group
        Fix: Name a key of the table.]
    `);
  });
});
