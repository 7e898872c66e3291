import { describe, expect, it } from "vitest";
import { withKey } from "../src/index.ts";
import { counts, none, year } from "./fixtures.ts";

describe("withKey", () => {
  it("gives every row the same key", () => {
    expect([...withKey(counts(1, "unknown"), "level", "council")]).toEqual([
      { area: "area 1", group: "odd", level: "council", events: 1, missing: null },
      { area: "area 2", group: "even", level: "council", events: null, missing: "unknown" },
    ]);
    expect([...withKey(counts(1), "period", year.y2023)][0]?.period.label).toBe("2023");
  });

  it("of no rows has the key still", () => {
    const table = withKey(none, "level", "council");
    expect([table.length, Object.keys(table.keys)]).toEqual([0, ["area", "group", "level"]]);
  });

  it("refuses a key that is there already", () => {
    expect(() => withKey(counts(1), "area", "A")).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [key-exists] withKey: the table has the key "area" already
        Fix: Choose another name.]
    `);
  });
});
