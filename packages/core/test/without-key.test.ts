import { describe, expect, it } from "vitest";
import { keep, withKey, withoutKey } from "../src/index.ts";
import { counts, deaths, none } from "./fixtures.ts";

describe("withoutKey", () => {
  it("undoes withKey", () => {
    const table = counts(1, "unknown");
    expect([...withoutKey(withKey(table, "level", "council"), "level")]).toEqual([...table]);
  });

  it("of one row, and of no rows, is the rows without the key", () => {
    expect([...withoutKey(counts(3), "group")]).toEqual([{ area: "area 1", events: 3, missing: null }]);
    expect(Object.keys(withoutKey(none, "group").keys)).toEqual(["area"]);
  });

  it("takes a key of which one value was kept", () => {
    expect([...withoutKey(keep(deaths, { cause: "falls" }), "cause")].map((row) => row.deaths)).toEqual([3, 5]);
  });

  it("refuses a key that tells rows apart, and one that is not there", () => {
    expect(() => withoutKey(deaths, "cause")).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [key-varies] withoutKey: "cause" must be the same in every row; it has 2 values
        Fix: Keep one value with keep(), or sum over the key.]
    `);
    // @ts-expect-error no such key
    expect(() => withoutKey(deaths, "sex")).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unknown-key] withoutKey: the table needs the key "sex"; it has area, age, cause
        Fix: Give a table that still has the key "sex".]
    `);
  });
});
