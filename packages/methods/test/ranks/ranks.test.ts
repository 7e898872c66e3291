import { type Missing, sumOver, tableFromRows, where } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { crudeRate, ranks, share } from "../../src/index.ts";
import { exposedByArea } from "../exposed.ts";

type Row = readonly [area: string, value: number | Missing, lower: number | Missing, upper: number | Missing];
const estimates = (...rows: readonly Row[]) =>
  tableFromRows(
    rows.map(([area, value, lower, upper]) => ({ area, value, lower, upper })),
    { value: "rate", lower: "limit", upper: "limit" },
  );

describe("ranks", () => {
  it("say which ranks areas may truly have", () => {
    // Gaps of 1 and 9 against √(2² + 2²) = 2.8 and √(2² + 2²), which Holm's 2.39 ÷ 1.96 makes 3.5: the third is clearly last.
    const found = ranks(estimates(["a", 20, 18, 23], ["b", 10, 8, 12], ["c", 11, 9, 13]));
    expect([...found].map(({ area, rank, lower, upper }) => [area, rank, lower, upper])).toEqual([
      ["a", 3, 3, 3],
      ["b", 1, 1, 2],
      ["c", 2, 1, 2],
    ]);
    expect(found.measures.rank.kind).toBe("score");
  });

  it("may count from the highest, and are found among the areas of each combination of all other keys", () => {
    const rates = crudeRate(
      tableFromRows(
        [
          { area: "a", sex: "women", events: 100, population: 1_000 },
          { area: "b", sex: "women", events: 300, population: 1_000 },
          { area: "a", sex: "men", events: 100, population: 1_000 },
          { area: "b", sex: "men", events: 101, population: 1_000 },
        ],
        { events: "count", population: "count" },
      ),
    );
    const found = [...ranks(rates, { first: "highest" })];
    expect(found.map(({ rank, lower, upper }) => [rank, lower, upper])).toEqual([
      [2, 2, 2],
      [1, 1, 1],
      [2, 1, 2],
      [1, 1, 2],
    ]);
  });

  it("are narrower for each comparison alone", () => {
    // Gaps of 3 between neighbours, √2 × 1.96 = 2.8 being enough for a pair and 3.5 needed for three.
    const rows = estimates(["a", 1, -0.96, 2.96], ["b", 4, 2.04, 5.96], ["c", 7, 5.04, 8.96]);
    expect([...ranks(rows, { holds: "each comparison" })].map(({ upper }) => upper)).toEqual([1, 2, 3]);
    expect([...ranks(rows, { level: 0.99 })].map(({ upper }) => upper)).toEqual([2, 3, 3]);
  });

  it("pass on why something is missing, and say where a value lies outside its limits", () => {
    const found = ranks(
      estimates(["a", 5, 4, 6], ["b", "suppressed", "suppressed", "suppressed"], ["c", 9, 1, 2], ["d", 1, 0.5, 2]),
    );
    expect([...found].map(({ rank, missing }) => [rank, missing])).toEqual([
      [2, null],
      [null, "suppressed"],
      [null, "not available"],
      [1, null],
    ]);
    expect(found.issues.map(({ code, message }) => [code, message])).toEqual([
      ["value-outside-limits", "1 of 4 values lie outside their own limits, and are not ranked: c"],
    ]);
  });

  it("are not applicable to full counts, which have no limits", () => {
    const people = tableFromRows([{ area: "a", people: 5 }], { people: "count" });
    expect([...ranks(share(people, people))]).toMatchObject([{ rank: null, missing: "not applicable" }]);
    expect(ranks(where(estimates(["a", 1, 1, 1]), () => false)).length).toBe(0);
  });

  it("say in their step what was done, and refuse what cannot be", () => {
    const rows = estimates(["a", 5, 4, 6]);
    expect(ranks(rows).provenance.steps).toEqual([
      "areas ranked, 1 the lowest; 95% limits of ranks by comparing all pairs, for all ranks at once",
    ]);
    expect(() => ranks(rows, { level: 95 })).toThrow("[invalid-option] ranks: invalid level: 95");
    expect(() => ranks(rows, { limitsLevel: 95 })).toThrow("[invalid-option] ranks: invalid limitsLevel: 95");
    const one = crudeRate(sumOver(exposedByArea(["a", 5, 10]), "area"));
    expect(() => ranks(one as never)).toThrow('[unknown-key] ranks: the table needs the key "area"; it has no keys');
  });
});
