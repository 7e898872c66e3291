import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportion } from "../src/index.ts";

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe("apportion", () => {
  it("gives what is left over to the shares that lost most, ties to the first", () => {
    expect(apportion(10, [1, 1, 1], { unit: 1 })).toEqual([4, 3, 3]);
    // By hand: 7 × (5, 3, 1) / 9 = 3.889, 2.333, 0.778: floors 3, 2, 0, and two over to the first and the last.
    expect(apportion(7, [5, 3, 1], { unit: 1 })).toEqual([4, 2, 1]);
  });

  it("gives nothing to a weight of 0, and nothing of nothing", () => {
    expect(apportion(3, [0, 2, 0], { unit: 1 })).toEqual([0, 3, 0]);
    expect(apportion(0, [0, 0])).toEqual([0, 0]);
    expect(apportion(0, [])).toEqual([]);
  });

  it("stays within one unit of the exact share", () => {
    const parts = apportion(1000, [1, 2, 4]);
    for (const [i, weight] of [1, 2, 4].entries())
      expect(Math.abs(parts[i]! - (1000 * weight) / 7)).toBeLessThan(2 ** -20);
  });

  it("adds up to the total exactly, in any order", () => {
    const weights = fc.array(fc.oneof(fc.nat({ max: 5000 }), fc.double({ min: 0, max: 1e6, noNaN: true })), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.nat({ max: 6_000_000 }), weights, (total, drawn) => {
        fc.pre(sum(drawn) > 0 && Number.isFinite(total / sum(drawn)) && drawn.some((weight) => weight > 1e-6));
        const parts = apportion(total, drawn);
        expect(sum(parts)).toBe(total);
        expect(sum([...parts].reverse())).toBe(total);
        for (const [i, part] of parts.entries()) {
          expect(part).toBeGreaterThanOrEqual(0);
          if (drawn[i] === 0) expect(part).toBe(0);
        }
      }),
    );
  });

  it("refuses a total with nothing to share it out by, and one that is no multiple of the unit", () => {
    expect(() => apportion(5, [0, 0])).toThrow("[invalid-apportionment]");
    expect(() => apportion(5, [])).toThrow("[invalid-apportionment]");
    expect(() => apportion(1.5, [1], { unit: 1 })).toThrow("cannot share out 1.5 in units of 1 by the weights 1");
    expect(() => apportion(5, [1, Number.NaN])).toThrow("[invalid-apportionment]");
    expect(() => apportion(5, [1, -1])).toThrow("[invalid-apportionment]");
  });
});
