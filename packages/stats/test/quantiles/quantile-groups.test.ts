import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantileGroups } from "../../src/index.ts";

const missing = Number.NaN;

describe("quantileGroups", () => {
  it("numbers groups from the lowest values to the highest", () => {
    expect(quantileGroups([50, 10, 30, 90, 70, 20], 3)).toEqual([2, 1, 2, 3, 3, 1]); // by hand, two in each
  });

  it("gives the groups of PHEindicatormethods 2.1.0, phe_quantile, with equal and missing values", () => {
    const values = [2, 3, missing, 2, 2, 3, 2, missing, 0, 1];
    const expected = [2, 1, missing, 2, 2, 1, 2, missing, 4, 4];
    expect(quantileGroups(values, 4, { highestFirst: true })).toEqual(expected);
    expect(quantileGroups([missing, 0, 2, 1, 2, 2, 2], 4)).toEqual([missing, 1, 2, 1, 2, 2, 2]);
  });

  it("follows the rule where division would round: the 18th of 34 values is in group 8 of 14", () => {
    // by hand: 15 − ⌈17 × 14 ÷ 34⌉ = 15 − 7; 17 ÷ (34 ÷ 14) in floating point is just above 7
    const values = Array.from({ length: 34 }, (_, i) => i);
    expect(quantileGroups(values, 14)[17]).toBe(8);
  });

  it("fills groups evenly where all values differ and their number is a multiple", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), (groups, size) => {
        const values = Array.from({ length: groups * size }, (_, i) => i / 7);
        expect(quantileGroups(values, groups)).toEqual(values.map((_, i) => Math.floor(i / size) + 1));
      }),
    );
  });

  it("never parts equal values, keeps the order, and stays from 1 to the number of groups", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 5, maxLength: 60 }), (values) => {
        const found = quantileGroups(values, 5);
        for (const [i, group] of found.entries()) {
          expect([1, 2, 3, 4, 5]).toContain(group);
          for (const [j, other] of found.entries()) {
            if (values[i] === values[j]) expect(group).toBe(other);
            if (values[i]! < values[j]!) expect(group).toBeLessThanOrEqual(other);
          }
        }
      }),
    );
  });

  it("does not depend on the order of the values, nor on their unit", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 4, maxLength: 40 }), (values) => {
        const found = quantileGroups(values, 4);
        expect(quantileGroups(values.toReversed(), 4)).toEqual(found.toReversed());
        expect(
          quantileGroups(
            values.map((value) => value * 1024 + 3),
            4,
          ),
        ).toEqual(found);
        expect(
          quantileGroups(
            values.map((value) => -value),
            4,
            { highestFirst: true },
          ),
        ).toEqual(found);
      }),
    );
  });

  it("gives no group where there are fewer values than groups", () => {
    expect(quantileGroups([1, 2, missing], 3)).toEqual([missing, missing, missing]);
    expect(quantileGroups([missing, missing], 1)).toEqual([missing, missing]);
    expect(quantileGroups([], 5)).toEqual([]);
  });

  it("puts equal values into one group, and one value into the only group", () => {
    expect(quantileGroups([4, 4, 4, 4], 2)).toEqual([1, 1, 1, 1]);
    expect(quantileGroups([4], 1)).toEqual([1]);
  });

  it("orders infinite values, and leaves its argument alone", () => {
    const values = Object.freeze([Infinity, 3, -Infinity, Infinity]);
    expect(quantileGroups(values, 2)).toEqual([2, 1, 1, 2]);
  });

  it("refuses a number of groups that is not whole or below 1", () => {
    expect(() => quantileGroups([1, 2], 0)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: quantileGroups: groups must be a whole number from 1, got 0]`,
    );
    expect(() => quantileGroups([1, 2], 2.5)).toThrow("got 2.5");
  });
});
