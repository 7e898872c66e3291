import { describe, expect, it } from "vitest";
import { countBy, type LookUp, noSource, type Table, tableFromRows, withKey } from "../src/index.ts";
import { counts, deaths, none } from "./fixtures.ts";

const lookUp = (level: string, parents: Readonly<Record<string, string>>): LookUp => ({
  level,
  parents: new Map(Object.entries(parents)),
  edition: "2024",
  provenance: noSource,
});
const zones = tableFromRows(
  [
    { area: "z1", sex: "female", n: 1 },
    { area: "z1", sex: "male", n: 2 },
    { area: "z2", sex: "female", n: 4 },
    { area: "z3", sex: "male", n: 8 },
    { area: "z4", sex: "male", n: 16 },
  ],
  { n: "count" },
);
const towns = lookUp("town", { z1: "north", z2: "north", z3: "south" });
const country = lookUp("country", { z1: "all", z2: "all", z3: "all", z4: "all" });
const rows = (table: Table) => [...table].map((row) => Object.values(row).slice(0, -1).join(" "));

describe("countBy", () => {
  it("sums over the rows that share the keys", () => {
    expect(rows(countBy(deaths, ["cause"]))).toEqual(["cancer 23", "falls 8"]);
    expect(rows(countBy(deaths, []))).toEqual(["31"]);
  });

  it("of one row is the row, of no rows none, and missing when all is missing", () => {
    expect(rows(countBy(counts(5), ["area"]))).toEqual(["area 1 5"]);
    expect(countBy(none, ["area"]).length).toBe(0);
    expect(countBy(none, []).length).toBe(0);
    expect([...countBy(counts("unknown", "suppressed"), [])]).toEqual([{ events: null, missing: "suppressed" }]);
  });

  it("rolls up to every level in one pass", () => {
    expect(rows(countBy(zones, ["area", "sex"], [towns, country]))).toEqual([
      "north town female 5",
      "north town male 2",
      "south town male 8",
      "all country female 5",
      "all country male 26",
    ]);
  });

  it("adds up: every level has all the figures of the areas that it covers", () => {
    const total = (level: string) =>
      [...countBy(zones, ["area", "sex"], [towns, country])]
        .filter((row) => String(row["level"]) === level)
        .reduce((sum, row) => sum + Number(row["n"]), 0);
    expect([total("town"), total("country")]).toEqual([1 + 2 + 4 + 8, 31]);
  });

  it("says which areas have no parent at a level", () => {
    expect(countBy(zones, ["area", "sex"], [country]).issues).toEqual([]);
    expect(countBy(zones, ["area", "sex"], [towns, country]).issues).toMatchInlineSnapshot(`
      [
        {
          "code": "area-without-parent",
          "fix": "Give a look-up that covers them, or leave them out of the town figures knowingly.",
          "message": "1 of 4 areas have no town in the look-up of 2024: z4",
          "severity": "note",
        },
      ]
    `);
    expect(countBy(zones, ["area"], [lookUp("moon", {})]).issues[0]?.message).toBe(
      "4 of 4 areas have no moon in the look-up of 2024: z1, z2, z3 …",
    );
  });

  it("has no row for a level to which no area belongs, and none of no rows", () => {
    expect(countBy(zones, ["area"], [lookUp("moon", {})]).length).toBe(0);
    expect(countBy(none, ["area", "group"], [towns]).length).toBe(0);
    expect(Object.keys(countBy(none, ["area", "group"], [towns]).keys)).toEqual(["area", "level", "group"]);
  });

  it("makes a larger area's figure missing when a part is missing", () => {
    const table = tableFromRows(
      [
        { area: "z1", n: 1 },
        { area: "z2", n: "suppressed" },
        { area: "z3", n: 8 },
      ],
      { n: "count" },
    );
    expect([...countBy(table, ["area"], [towns])]).toEqual([
      { area: "north", level: "town", n: null, missing: "suppressed" },
      { area: "south", level: "town", n: 8, missing: null },
    ]);
  });

  it("replaces the level of a table of areas of one level", () => {
    expect(rows(countBy(withKey(zones, "level", "zone"), ["area", "level"], [country]))).toEqual(["all country 31"]);
  });

  it("takes two look-ups to one level that lead to different areas", () => {
    const own = [lookUp("custom", { z1: "mine" }), lookUp("custom", { z1: "yours", z2: "yours" })];
    expect(rows(countBy(zones, ["area"], own))).toEqual(["mine custom 3", "yours custom 7"]);
  });

  it("refuses what would count people twice", () => {
    const mixed = tableFromRows(
      [
        { area: "z1", level: "zone", n: 1 },
        { area: "north", level: "town", n: 1 },
      ],
      { n: "count" },
    );
    expect(() => countBy(mixed, ["area", "level"], [country])).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [mixed-levels] countBy: a roll-up starts from areas of one level; found zone, town
        Fix: Keep one level first: keep(table, { level: "zone" }).]
    `);
    expect(() => countBy(zones, ["area"], [towns, towns])).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [duplicate-area] countBy: look-ups to one level must lead to different areas; two lead to town north
        Fix: Count by one edition of a level at a time.]
    `);
  });

  it("refuses keys that the table has not, and a roll-up without area", () => {
    expect(() => countBy(zones, ["age"])).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unknown-key] countBy: unknown key "age"; the table has area, sex
        Fix: Name a key of the table.]
    `);
    expect(() => countBy(zones, ["sex"], [towns])).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unknown-key] countBy: a roll-up needs the key "area"; the keys that remain are sex
        Fix: Name "area" among the keys that remain, or leave the look-ups out.]
    `);
  });

  it("refuses rates", () => {
    expect(() => countBy(tableFromRows([{ area: "A", n: 1 }], { n: "rate" }), [])).toThrow("[not-additive]");
  });
});
