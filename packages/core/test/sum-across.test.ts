import { describe, expect, it } from "vitest";
import { createTable, measureColumn, sumAcross, tableFromRows, takeRows } from "../src/index.ts";

const table = tableFromRows(
  [
    { area: "A", a: 1, b: 2, c: 4 },
    { area: "B", a: 1, b: "suppressed", c: "unknown" },
  ],
  { a: "count", b: "count", c: "count" },
  { absent: "zero" },
);

describe("sumAcross", () => {
  it("sums measures of each row into one; a sum with a missing part is missing, for the first part's reason", () => {
    expect([...sumAcross(table, "all", "a", "b", "c")]).toEqual([
      { area: "A", all: 7, missing: null },
      { area: "B", all: null, missing: "suppressed" },
    ]);
    expect([...sumAcross(table, "all", "c", "b")][1]?.missing).toBe("unknown");
  });

  it("of one measure is that measure; of no rows has none", () => {
    expect([...sumAcross(table, "all", "a")].map((row) => row.all)).toEqual([1, 1]);
    expect(sumAcross(takeRows(table, []), "all", "a", "b").length).toBe(0);
  });

  it("says what it did, and takes an absent row for zero only where all measures do", () => {
    expect(sumAcross(table, "all", "a", "b").provenance.steps).toEqual(["summed a, b"]);
    expect(sumAcross(table, "all", "a", "b").measures.all.absent).toBe("zero");
    const doubtful = createTable({ ...table, measures: { a: table.measures.a, d: measureColumn("count", [1, 2]) } });
    expect(sumAcross(doubtful, "all", "a", "d").measures.all.absent).toBe("unknown");
  });

  it("refuses what is no count, is not there, is of another kind, or nothing", () => {
    const odd = tableFromRows([{ area: "A", n: 1, years: 2, rate: 3 }], { n: "count", years: "years", rate: "rate" });
    // @ts-expect-error only counts add up
    expect(() => sumAcross(odd, "all", "n", "rate")).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [not-additive] sumAcross: only counts add up: "rate" is a rate
        Fix: Name counts of the table.]
    `);
    // @ts-expect-error no such measure
    expect(() => sumAcross(table, "all", "z")).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unknown-measure] sumAcross: unknown measure "z"; the table has a, b, c
        Fix: Name counts of the table.]
    `);
    const counted = createTable({ keys: odd.keys, measures: { n: odd.measures.n, years: odd.measures.years } });
    expect(() => sumAcross(counted, "all", "n", "years")).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [different-kinds] sumAcross: all must be of one kind; "n" is a count, "years" a years
        Fix: Sum measures of one kind.]
    `);
    expect(() => sumAcross(table, "all")).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unknown-measure] sumAcross: name the measures to sum; the table has a, b, c
        Fix: Name counts of the table.]
    `);
  });
});
