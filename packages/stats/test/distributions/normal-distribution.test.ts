import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalDistribution, normalQuantile, twoSidedProbability } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

describe("normalDistribution", () => {
  it.each([
    // mpmath 1.3.0 at 50 digits: erfc(−x/√2)/2
    [-37, 5.725571222524577e-300],
    [-8, 6.220960574271784e-16],
    [-3, 0.0013498980316300946],
    [-1.3, 0.09680048458561033],
    [-1, 0.15865525393145705],
    [0.5, 0.6914624612740131],
    [1, 0.8413447460685429],
    [2, 0.9772498680518208],
    [5, 0.9999997133484281],
  ])("is the probability of staying below %d", (x, expected) => {
    expectClose(normalDistribution(x), expected, 2e-15);
  });

  it("is one half at 0, 0 and 1 at the ends, NaN for a missing point", () => {
    expect([0, -Infinity, Infinity, Number.NaN].map((x) => normalDistribution(x))).toEqual([0.5, 0, 1, Number.NaN]);
  });

  it("is undone by the quantile", () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 5, noNaN: true }), (x) => {
        expect(Math.abs(normalQuantile(normalDistribution(x)) - x)).toBeLessThan(1e-9 * Math.max(1, Math.abs(x)));
      }),
    );
  });

  it("gives two equal tails", () => {
    // by hand: Φ(1.96) leaves 2.5 % on each side, to three digits
    expect(twoSidedProbability(1.959963984540054)).toBeCloseTo(0.05, 14);
    expect(twoSidedProbability(-2)).toBe(twoSidedProbability(2));
    expect(twoSidedProbability(0)).toBe(1);
  });
});
