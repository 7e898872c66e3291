import { type Age, ageBands, type Exposed, keep, tableFromRows } from "@popneeds/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standardisedAcross } from "../../src/index.ts";

const [young, old] = ageBands(0, 65) as [Age, Age];
type Cells = readonly (readonly [
  area: string,
  young: readonly [number | "suppressed", number],
  old: readonly [number, number],
])[];
const table = (cells: Cells): Exposed<{ area: string; age: Age }> =>
  tableFromRows(
    cells.flatMap(([area, a, b]) => [
      { area, age: young, events: a[0], population: a[1] },
      { area, age: old, events: b[0], population: b[1] },
    ]),
    { events: "count", population: "count" },
  );

describe("standardisedAcross", () => {
  it("tells ages and rates apart between two populations, by hand", () => {
    // a: half young at 0.1, half old at 0.3, 0.2 a head; b: a quarter at 0.1, three quarters at 0.5, 0.4 a head.
    const found = [
      ...standardisedAcross(
        table([
          ["a", [10, 100], [30, 100]],
          ["b", [5, 50], [75, 150]],
        ]),
        { per: 1 },
      ),
    ];
    expect(found.map(({ rate }) => rate)).toEqual([0.2, 0.4]);
    // Ages: a quarter of the people older, worth (0.2 + 0.4) ÷ 2 more a head: 0.075. Rates: 0.2 more for (0.5 + 0.75) ÷ 2 of them: 0.125.
    expect(found[1]!.structure! - found[0]!.structure!).toBeCloseTo(0.075, 12);
    expect(found[1]!.rates! - found[0]!.rates!).toBeCloseTo(0.125, 12);
  });

  it("agrees between pairs, whatever the figures: differences add up to those of the rates themselves", () => {
    const cell = fc.tuple(fc.nat({ max: 90 }), fc.integer({ min: 1, max: 900 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 3, maxLength: 5 }), (cells) => {
        const rows = [...standardisedAcross(table(cells.map(([a, b], i) => [`a${i}`, a, b])), { per: 1 })];
        for (const one of rows)
          for (const other of rows) {
            const parts = other.structure! - one.structure! + other.rates! - one.rates!;
            expect(Math.abs(parts - (other.rate! - one.rate!))).toBeLessThan(1e-10 * (1 + one.rate! + other.rate!));
          }
      }),
      { numRuns: 30 },
    );
  });

  it("is missing for a reason in all populations, since each is set against each", () => {
    const found = standardisedAcross(
      table([
        ["a", ["suppressed", 1], [1, 1]],
        ["b", [1, 1], [1, 1]],
      ]),
    );
    expect([...found].map(({ missing }) => missing)).toEqual(["suppressed", "suppressed"]);
    const lacking = keep(
      table([
        ["a", [1, 1], [1, 1]],
        ["b", [1, 1], [1, 1]],
      ]),
      {},
    );
    const short = tableFromRows(
      [...lacking]
        .filter(({ area, age }) => area !== "b" || age.from !== 0)
        .map(({ missing: _, ...row }) => row as never),
      { events: "count", population: "count" },
    ) as unknown as typeof lacking;
    expect([...standardisedAcross(short)].map(({ missing }) => missing)).toEqual(["incomplete", "incomplete"]);
  });

  it("refuses one population, and a table without the key", () => {
    expect(() => standardisedAcross(table([["a", [1, 1], [1, 1]]]))).toThrow(
      '[too-few-populations] standardisedAcross: at least two populations must be compared; found 1 of the key "area"',
    );
    expect(() => standardisedAcross(table([["a", [1, 1], [1, 1]]]), { across: "period" as never })).toThrow(
      "[unknown-key]",
    );
    expect(() =>
      standardisedAcross(
        table([
          ["a", [1, 1], [1, 1]],
          ["b", [1, 1], [1, 1]],
        ]),
        { per: 0 },
      ),
    ).toThrow("[invalid-option] standardisedAcross: per must be above 0; found 0");
  });
});
