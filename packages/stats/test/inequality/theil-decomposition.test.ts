import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { theilDecomposition, theilIndices } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

const nan = Number.NaN;

describe("theilDecomposition", () => {
  it("puts all of it within where regions are alike, and all of it between where their people are", () => {
    // by hand: region a holds half of all and half of the people; [1, 3] has T = .1308, L = .1438; b has none
    const within = theilDecomposition([1, 3, 2, 2], [1, 1, 1, 1], ["a", "a", "b", "b"]);
    expect(within.between.total).toBe(0);
    expectClose(within.within.total, 0.13081203594113697 / 2, 1e-14);
    expectClose(within.within.meanLogDeviation, 0.14384103622589045 / 2, 1e-14);
    const between = theilDecomposition([1, 3, 1, 3], [1, 1, 1, 1], [1, 2, 1, 2]);
    expect(between.within).toEqual({ total: 0, meanLogDeviation: 0 });
    expect(between.between).toEqual(between.all);
  });

  it("adds up, whatever the regions and the order of the groups", () => {
    const one = fc.record({
      y: fc.double({ min: 0.01, max: 1e4, noNaN: true }),
      n: fc.integer({ min: 1, max: 1_000_000_000 }),
      region: fc.constantFrom("a", "b", "c"),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), (rows) => {
        const of = (all: typeof rows) =>
          theilDecomposition(
            all.map(({ y }) => y),
            all.map(({ n }) => n),
            all.map(({ region }) => region),
          );
        const { all, between, within } = of(rows);
        for (const index of ["total", "meanLogDeviation"] as const) {
          expect(between[index] + within[index]).toBeCloseTo(all[index], 10);
          expect(of(rows.toReversed()).between[index]).toBeCloseTo(between[index], 10);
          expect(within[index]).toBeGreaterThan(-1e-12);
        }
        expect(all).toEqual(
          theilIndices(
            rows.map(({ y }) => y),
            rows.map(({ n }) => n),
          ),
        );
      }),
    );
  });

  it("bears a region in which all are 0", () => {
    const { all, between, within } = theilDecomposition([0, 0, 2, 2], [1, 1, 1, 1], ["a", "a", "b", "b"]);
    expectClose(all.total, Math.log(2), 1e-15); // half of the people have all: ln 2
    expectClose(between.total, Math.log(2), 1e-15);
    expect([within.total, within.meanLogDeviation]).toEqual([0, Infinity]);
  });

  it("is NaN where a value is missing, and refuses what cannot be in its own name", () => {
    expect(theilDecomposition([1, nan], [1, 1], ["a", "b"]).between.total).toBe(nan);
    expect(() => theilDecomposition([1, -2], [1, 1], ["a", "b"])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: theilDecomposition: values must be 0 or more, got -2 in group 1]`,
    );
    expect(() => theilDecomposition([1, 2], [1, 0], ["a", "b"])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: theilDecomposition: population must be above 0, got 0 in group 1]`,
    );
    expect(() => theilDecomposition([1, 2], [1, 1], ["a"])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: theilDecomposition: values, population, regions must be of one length, got 2, 2, 1]`,
    );
  });
});
