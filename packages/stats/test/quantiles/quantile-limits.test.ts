import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomialDensity, quantileLimits } from "../../src/index.ts";

const sample = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

describe("quantileLimits", () => {
  it("are the values at the places that the binomial distribution names", () => {
    // R 4.2.2: the largest l with pbinom(l - 1, n, p) <= .025, the least u with 1 - pbinom(u - 1, n, p) <= .025
    expect(quantileLimits(sample(10), 0.5)).toEqual({ lower: 2, upper: 9 });
    expect(quantileLimits(sample(100), 0.5)).toEqual({ lower: 40, upper: 61 });
    expect(quantileLimits(sample(100), 0.9)).toEqual({ lower: 84, upper: 96 });
    // Campbell and Gardner: of 20 values the median has ranks 6 and 15
    expect(quantileLimits(sample(20), 0.5)).toEqual({ lower: 6, upper: 15 });
  });

  it("are infinite where there are too few values, NaN where one is missing", () => {
    expect(quantileLimits([1, 2, 3], 0.5)).toEqual({ lower: -Infinity, upper: Infinity });
    expect(quantileLimits([1, Number.NaN, 3], 0.5)).toEqual({ lower: Number.NaN, upper: Number.NaN });
  });

  it("hold the quantile at least as often as they say, by enumeration", () => {
    for (const count of [1, 5, 12, 40])
      for (const share of [0.1, 0.25, 0.5, 0.9])
        for (const level of [0.8, 0.95, 0.998]) {
          const { lower, upper } = quantileLimits(sample(count), share, { level });
          const [from, to] = [lower === -Infinity ? 0 : lower, upper === Infinity ? count + 1 : upper];
          // The quantile lies from value `from` up to value `to` when at least `from` and fewer than `to` lie below it.
          let covered = 0;
          for (let below = from; below < to; below++) covered += binomialDensity(below, count, share);
          expect(covered).toBeGreaterThanOrEqual(level - 1e-12);
        }
  });

  it("do not mind the order, move with the unit, and widen with the level", () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 60 }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (values, share) => {
          const narrow = quantileLimits(values, share, { level: 0.8 });
          const wide = quantileLimits(values, share, { level: 0.99 });
          expect(quantileLimits(values.toReversed(), share, { level: 0.8 })).toEqual(narrow);
          expect(wide.lower).toBeLessThanOrEqual(narrow.lower);
          expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper);
          const doubled = quantileLimits(
            values.map((x) => 2 * x),
            share,
            { level: 0.8 },
          );
          expect(doubled).toEqual({ lower: 2 * narrow.lower, upper: 2 * narrow.upper });
        },
      ),
    );
  });

  it("refuse what cannot be", () => {
    expect(() => quantileLimits([], 0.5)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: quantileLimits: needs at least one value, got none]`,
    );
    expect(() => quantileLimits([1], 50)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: quantileLimits: share must be between 0 and 1, got 50]`,
    );
    expect(() => quantileLimits([1], 0.5, { level: 95 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: quantileLimits: level must be between 0 and 1, such as 0.95, got 95]`,
    );
  });
});
