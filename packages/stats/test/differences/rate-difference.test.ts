import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rateDifference, rateRatio } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

const observed = fc.record({ events: fc.nat(5000), population: fc.integer({ min: 100, max: 1_000_000 }) });

describe("rateDifference and rateRatio", () => {
  it("take the difference and the ratio of the rates", () => {
    // by hand: 60 and 40 in 10 000 each; z = 20 / √100
    const first = { events: 60, population: 10_000 };
    const second = { events: 40, population: 10_000 };
    expect(rateDifference(first, second).value).toBeCloseTo(200, 10);
    expect(rateRatio(first, second).value).toBe(1.5);
    expect(rateDifference(first, second).z).toBeCloseTo(2, 14);
    expect(rateRatio(first, second).probability).toBeCloseTo(0.0455002638963584, 14); // 2Φ(−2), mpmath
  });

  it("have limits that their test would just not reject", () => {
    // with equal populations and equal counts x, both rates move by δ/2: the likeliest give variance (√(δ² + 4x²))/1
    const same = { events: 50, population: 1 };
    const { lower, upper } = rateDifference(same, same, { per: 1 });
    expectClose(upper, -lower, 1e-14);
    const variance = (2 * 50 + Math.hypot(2 * upper, 2 * 50)) / 2; // r₁ + r₂ with r₁ − r₂ = δ, by hand
    expectClose(upper ** 2, 1.959963984540054 ** 2 * variance, 1e-12);
  });

  it("never disagree: the test, the difference and the ratio say the same", () => {
    fc.assert(
      fc.property(observed, observed, (first, second) => {
        const difference = rateDifference(first, second);
        const ratio = rateRatio(first, second);
        fc.pre(Math.abs(difference.probability - 0.05) > 1e-6);
        const clear = difference.probability < 0.05;
        expect(difference.lower > 0 || difference.upper < 0).toBe(clear);
        expect(ratio.lower > 1 || ratio.upper < 1).toBe(clear);
      }),
      { numRuns: 500 },
    );
  });

  it("contain their value, widen with the level, and change sides when swapped", () => {
    fc.assert(
      fc.property(observed, observed, (first, second) => {
        const narrow = rateDifference(first, second, { per: 1 });
        const wide = rateDifference(first, second, { per: 1, level: 0.998 });
        const swapped = rateDifference(second, first, { per: 1 });
        expect(narrow.lower).toBeLessThanOrEqual(narrow.value);
        expect(narrow.upper).toBeGreaterThanOrEqual(narrow.value);
        expect(wide.lower).toBeLessThan(narrow.lower);
        expect(wide.upper).toBeGreaterThan(narrow.upper);
        expectClose(swapped.lower, -narrow.upper, 1e-9);
        expectClose(swapped.z, -narrow.z, 1e-12);
      }),
    );
  });

  it("know nothing of a ratio, and only how far apart two rates could be, where nothing happened", () => {
    const none = { events: 0, population: 1_000 };
    const difference = rateDifference(none, none, { per: 1_000 });
    expect([difference.value, difference.z, difference.probability]).toEqual([0, 0, 1]);
    expect(difference.upper).toBeCloseTo(1.959963984540054 ** 2, 10); // δ² = z² δ/n
    expect(rateRatio(none, none)).toEqual({ value: Number.NaN, lower: 0, upper: Infinity, z: 0, probability: 1 });
  });

  it("have an infinite ratio where nothing happened in the second", () => {
    const ratio = rateRatio({ events: 3, population: 1_000 }, { events: 0, population: 1_000 });
    expect([ratio.value, ratio.upper]).toEqual([Infinity, Infinity]);
    expect(ratio.lower).toBeGreaterThan(0);
  });

  it("are NaN where a count is missing", () => {
    const missing = { events: Number.NaN, population: 10 };
    const nothing = Object.fromEntries(
      ["value", "lower", "upper", "z", "probability"].map((name) => [name, Number.NaN]),
    );
    expect(rateDifference(missing, { events: 1, population: 10 })).toEqual(nothing);
    expect(rateRatio({ events: 1, population: 10 }, missing)).toEqual(nothing);
  });

  it("refuse counts and populations that cannot be", () => {
    const good = { events: 1, population: 10 };
    expect(() => rateDifference(good, { events: -1, population: 10 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: rateDifference: events must be 0 or more, got -1 in the second]`,
    );
    expect(() => rateRatio({ events: 1, population: 0 }, good)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: rateRatio: population must be above 0, got 0 in the first]`,
    );
  });
});
