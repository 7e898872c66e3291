import { describe, expect, it } from "vitest";
import { createTable, measureColumn, only } from "../src/index.ts";
import { counts, none } from "./fixtures.ts";

const both = createTable({
  ...counts(1, 2),
  measures: { events: measureColumn("count", [1, 2]), others: measureColumn("count", ["suppressed", "suppressed"]) },
});

describe("only", () => {
  it("keeps the named measures, and every row", () => {
    expect([...only(both, "events")].map((row) => [row.events, row.missing])).toEqual([
      [1, null],
      [2, null],
    ]);
    expect([...only(both, "others")].map((row) => row.missing)).toEqual(["suppressed", "suppressed"]);
    expect(Object.keys(only(both, "others", "events").measures)).toEqual(["others", "events"]);
  });

  it("of one row has one, of no rows none", () => {
    expect(only(counts(1), "events").length).toBe(1);
    expect(only(none, "events").length).toBe(0);
  });

  it("refuses a measure that the table has not", () => {
    // @ts-expect-error no such measure
    expect(() => only(both, "people")).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unknown-measure] only: unknown measure "people"; the table has events, others
        Fix: Name a measure of the table.]
    `);
    // @ts-expect-error nor what every object inherits
    expect(() => only(both, "toString")).toThrow("[unknown-measure]");
  });
});
