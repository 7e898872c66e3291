import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weightedQuantile } from "../../src/index.ts";

const values = [3.1, 1.2, 9.9, 4.4, 7.5, 2.2, 5.0];
const each = values.map(() => 1);

describe("weightedQuantile", () => {
  it.each([
    // R 4.2.2: quantile(x, p, type = 2) and type = 5
    [0, 1.2, 1.2],
    [0.1, 1.2, 1.4],
    [0.25, 2.2, 2.425],
    [0.5, 4.4, 4.4],
    [0.8, 7.5, 7.74],
    [1, 9.9, 9.9],
  ])("of share %d is R's type 2 and type 5 where all weigh the same", (share, type2, type5) => {
    expect(weightedQuantile(values, each, share)).toBeCloseTo(type2, 12);
    expect(weightedQuantile(values, each, share, { rule: "midpoint" })).toBeCloseTo(type5, 12);
  });

  it("is the mean of two values where the people part between them", () => {
    expect(weightedQuantile([10, 20, 30], [1, 1, 2], 0.5)).toBe(25);
    expect(weightedQuantile([10, 20, 30], [1, 1, 4], 0.5)).toBe(30);
  });

  it("knows a share that is reached exactly, though its product is rounded", () => {
    const all = Array.from({ length: 100 }, (_, i) => i + 1);
    const ones = all.map(() => 1);
    // by hand: 7 of 100, 29 of 100 and 55 of 100 lie below, so between two values; of 57.5% they do not
    for (const [share, expected] of [
      [0.07, 7.5],
      [0.29, 29.5],
      [0.55, 55.5],
      [0.575, 58],
      [0, 1],
      [1, 100],
    ] as const)
      expect(weightedQuantile(all, ones, share)).toBe(expected);
  });

  it("of the step rule takes a weight for as many people", () => {
    const one = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 5 }));
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 9 }), fc.integer({ min: 0, max: 20 }), (all, twentieths) => {
        const share = twentieths / 20;
        const [y, n] = [all.map(([x]) => x), all.map(([, weight]) => weight)];
        const spread = all.flatMap(([x, weight]) => Array.from({ length: weight }, () => x));
        const found = weightedQuantile(y, n, share);
        expect(found).toBe(
          weightedQuantile(
            spread,
            spread.map(() => 1),
            share,
          ),
        );
        expect(weightedQuantile(y.toReversed(), n.toReversed(), share)).toBe(found);
      }),
    );
  });

  it("is NaN for what is missing, and refuses what cannot be", () => {
    expect(weightedQuantile([1, Number.NaN], [1, 1], 0.5)).toBe(Number.NaN);
    expect(weightedQuantile([1, 2], [0, 0], 0.5)).toBe(Number.NaN);
    expect(() => weightedQuantile([1], [1], 50)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: weightedQuantile: share must be from 0 to 1, got 50]`,
    );
    expect(() => weightedQuantile([1], [-1], 0.5)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: weightedQuantile: population must be 0 or more, got -1 in area 0]`,
    );
  });
});
