import { describe, expect, it } from "vitest";
import { fromSource, only, type Source, stack, sumOver, tableFromRows } from "../src/index.ts";
import { counts, deaths, none, people } from "./fixtures.ts";

const row = (area: string, n: number, absent: "zero" | "unknown" = "zero") =>
  tableFromRows([{ area, n }], { n: "count" }, { absent });

describe("stack", () => {
  it("puts rows under one another", () => {
    expect([...stack(row("A", 1), row("B", 2), row("C", 3))].map(({ area, n }) => [area, n])).toEqual([
      ["A", 1],
      ["B", 2],
      ["C", 3],
    ]);
  });

  it("of one table has its rows; with a table of no rows, the others'", () => {
    expect([...stack(counts(1, "unknown"))]).toEqual([...counts(1, "unknown")]);
    expect([...stack(none, counts(1), none)]).toEqual([...counts(1)]);
    expect(stack(none, none).length).toBe(0);
  });

  it("keeps the reasons of each", () => {
    const missing = tableFromRows([{ area: "B", n: "suppressed" }], { n: "count" });
    expect([...stack(row("A", 1), missing)].map(({ n, missing }) => [n, missing])).toEqual([
      [1, null],
      [null, "suppressed"],
    ]);
  });

  it("takes an absent row for zero only where all do", () => {
    expect(stack(row("A", 1), row("B", 1)).measures.n.absent).toBe("zero");
    expect(stack(row("A", 1), row("B", 1, "unknown")).measures.n.absent).toBe("unknown");
  });

  it("is no firmer than the least firm of the tables", () => {
    const modelled = tableFromRows(
      [{ area: "B", n: 1 }],
      { n: "count" },
      { provenance: fromSource({ evidence: "modelled" } as Source) },
    );
    expect(stack(row("A", 1), modelled).provenance.evidence).toBe("modelled");
  });

  it("refuses tables with other keys, other measures, or measures of another kind", () => {
    // @ts-expect-error other keys
    expect(() => stack(sumOver(deaths, "age", "cause"), people)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [different-columns] stack: tables must have the same keys and measures: area | deaths (count); found age area | people (count)
        Fix: Sum over the keys that only one of them has, and keep common measures with only().]
    `);
    const rates = tableFromRows([{ area: "B", n: 1 }], { n: "rate" });
    // @ts-expect-error another kind
    expect(() => stack(row("A", 1), rates)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [different-columns] stack: tables must have the same keys and measures: area | n (count); found area | n (rate)
        Fix: Sum over the keys that only one of them has, and keep common measures with only().]
    `);
    expect(() => stack(row("A", 1), only(row("B", 1)))).toThrow("[different-columns]");
  });

  it("refuses a row that stands in two of them", () => {
    expect(() => stack(row("A", 1), row("A", 2))).toThrow("[duplicate-key]");
  });
});
