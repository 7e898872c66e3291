import { type Missing, tableFromRows, takeRows } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { type Draws, drawsOf, rankDraws } from "../../src/index.ts";

// All figures are made up for these tests.
type Row = { readonly area: string; readonly cause: string; readonly years: number | Missing };
const tableOf = (rows: readonly Row[]) => tableFromRows(rows, { years: "years" });
/** Draws that are known, in the order of the rows. */
const known = (
  rows: readonly Row[],
  values: readonly (readonly number[])[],
): Draws<{ area: string; cause: string }> => ({
  ...drawsOf(tableOf(rows.map((row) => ({ ...row, years: 1 }))), "poisson", { seed: 1, draws: values[0]!.length }),
  values: Float64Array.from(values.flat()),
});
const rows: readonly Row[] = [
  { area: "A", cause: "x", years: 10 },
  { area: "A", cause: "y", years: 30 },
  { area: "A", cause: "z", years: 20 },
];
const found = (table: ReturnType<typeof rankDraws<{ area: string; cause: string }>>) =>
  Array.from(table, ({ rank, lower, upper }) => [rank, lower, upper]);

describe("rankDraws", () => {
  it("ranks the figures and has percentiles of the ranks of draws, as whole numbers", () => {
    // x is third in 25 draws of 1,000 after second in 950 and first in 25, y and z take what is left.
    const x = Array.from({ length: 1000 }, (_, d) => (d < 25 ? 9 : d < 975 ? 5 : 1));
    const y = Array.from({ length: 1000 }, () => 8);
    const z = Array.from({ length: 1000 }, () => 2);
    // R 4.2.2: quantile(rep(c(1, 2, 3), c(25, 950, 25)), c(.025, .975), type = 1) is 1 and 2;
    // of y (second in 25, else first) 1 and 1; of z (second in 25, else third) 2 and 3
    expect(found(rankDraws(tableOf(rows), known(rows, [x, y, z])))).toEqual([
      [3, 1, 2],
      [1, 1, 1],
      [2, 2, 3],
    ]);
    // R: the same at c(.01, .99): 1 and 3; 1 and 2; 2 and 3
    expect(found(rankDraws(tableOf(rows), known(rows, [x, y, z]), { level: 0.98 }))).toEqual([
      [3, 1, 3],
      [1, 1, 2],
      [2, 2, 3],
    ]);
  });

  it("ranks each area by itself, whatever the order of draws", () => {
    const two = [...rows, ...rows.map((row) => ({ ...row, area: "B", years: 40 - (row.years as number) }))];
    const turned = [...two].reverse();
    const draws = known(
      turned,
      turned.map(({ years }) => [years as number, years as number]),
    );
    expect(found(rankDraws(tableOf(two), draws)).map(([rank]) => rank)).toEqual([3, 1, 2, 1, 3, 2]);
    expect(found(rankDraws(tableOf(two), draws)).map(([, lower]) => lower)).toEqual([3, 1, 2, 1, 3, 2]);
  });

  it("gives equal figures the first of their places", () => {
    const equal = rows.map((row) => ({ ...row, years: row.cause === "y" ? 1 : 7 }));
    const draws = known(equal, [
      [4, 4],
      [4, 0],
      [4, 9],
    ]);
    expect(found(rankDraws(tableOf(equal), draws))).toEqual([
      [1, 1, 2],
      [3, 1, 3],
      [1, 1, 1],
    ]);
  });

  it("passes what is missing to its group, and to no other", () => {
    const gap: readonly Row[] = [
      { area: "A", cause: "x", years: "suppressed" },
      { area: "A", cause: "y", years: 2 },
      { area: "B", cause: "x", years: 1 },
    ];
    const table = rankDraws(
      tableOf(gap),
      known(gap, [
        [1, 1],
        [1, 1],
        [1, 1],
      ]),
    );
    expect(Array.from(table, ({ rank, missing }) => rank ?? missing)).toEqual(["suppressed", "incomplete", 1]);
  });

  it("is empty for no figures", () => {
    const none = takeRows(tableOf(rows), []);
    expect(rankDraws(none, drawsOf(none, "poisson", { seed: 1, draws: 5 })).length).toBe(0);
  });

  it("says how it was ranked", () => {
    const steps = rankDraws(
      tableOf(rows),
      known(rows, [
        [1, 1],
        [2, 2],
        [3, 3],
      ]),
    ).provenance.steps;
    expect(steps.at(-1)).toBe(
      "rank of each cause, 1 the largest; limits: percentiles of its ranks over 2 draws, level 0.95",
    );
  });

  it("refuses figures without draws, other keys, and a key that is not there", () => {
    const draws = known(rows, [
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    const more = [...rows, { area: "B", cause: "x", years: 1 }];
    expect(() => rankDraws(tableOf(more), draws)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unmatched-rows] rankDraws: every row needs draws; 1 of 4 have none:
        B  x
        Fix: Draw the same figures that are ranked.]
    `);
    expect(() => rankDraws(tableOf(rows.slice(1)), draws)).toThrow("[unmatched-rows]");
    expect(() =>
      rankDraws(
        tableFromRows([{ cause: "x", years: 1 }], { years: "years" }),
        draws as unknown as Draws<{ cause: string }>,
      ),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [different-keys] rankDraws: figures and draws must have the same keys; found cause and area, cause
        Fix: Sum over the keys that only one of them has, such as area.]
    `);
    expect(() => rankDraws(tableOf(rows), draws, { rank: "site" })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-option] rankDraws: needs a key to rank, of area, cause, and a level between 0 and 1; found site and 0.95
        Fix: Write rankDraws(figures, draws, { rank: "cause" }).]
    `);
  });
});
