import { describe, expect, it } from "vitest";
import { fromSource, noSource, type Source, tableFromRows } from "../src/index.ts";

describe("tableFromRows", () => {
  it("takes for keys what is no measure", () => {
    const table = tableFromRows(
      [
        { area: "A", deaths: 4 },
        { area: "B", deaths: "suppressed" },
      ],
      { deaths: "count" },
    );
    expect(Object.keys(table.keys)).toEqual(["area"]);
    expect([...table]).toEqual([
      { area: "A", deaths: 4, missing: null },
      { area: "B", deaths: null, missing: "suppressed" },
    ]);
    expect(table.provenance).toBe(noSource);
  });

  it("keeps codes as text", () => {
    expect([...tableFromRows([{ area: "01", n: 1 }], { n: "count" })][0]?.area).toBe("01");
  });

  it("says what an absent row means, and where the figures came from", () => {
    const source = { id: "a", evidence: "published" } as Source;
    const table = tableFromRows(
      [{ area: "A", n: 1 }],
      { n: "count" },
      { absent: "zero", provenance: fromSource(source) },
    );
    expect(table.measures.n.absent).toBe("zero");
    expect(table.provenance.source).toBe(source);
  });

  it("of no rows has no rows", () => {
    expect([...tableFromRows([] as { area: string; n: number }[], { n: "count" })]).toEqual([]);
  });

  it("refuses rows that share their keys", () => {
    expect(() =>
      tableFromRows(
        [
          { area: "A", n: 1 },
          { area: "A", n: 2 },
        ],
        { n: "count" },
      ),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [duplicate-key] createTable: no two rows may share area; 1 do:
        A
        Fix: Add the key that tells the rows apart, or sum them first.]
    `);
  });

  it("refuses a row that lacks a key which another has", () => {
    const rows = [
      { area: "A", n: 1 },
      { area: "A", sex: "female", n: 2 },
    ] as { area: string; sex: string; n: number }[];
    expect(() => tableFromRows(rows, { n: "count" })).toThrow("[missing-key]");
  });
});
