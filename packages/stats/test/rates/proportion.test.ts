import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proportion, wilsonLimits } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

describe("wilsonLimits", () => {
  it.each([
    // Newcombe 1998, Stat Med 17:857–72, table I, method 3, to 4 decimals
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %d in %d are Newcombe's", (events, total, lower, upper) => {
    expect(wilsonLimits(events, total).lower).toBeCloseTo(lower, 4);
    expect(wilsonLimits(events, total).upper).toBeCloseTo(upper, 4);
  });

  it("end exactly at 0 and at 1", () => {
    expect(wilsonLimits(0, 7).lower).toBe(0);
    expect(wilsonLimits(7, 7).upper).toBe(1);
  });

  it("solve the equation that defines them", () => {
    const { lower, upper } = wilsonLimits(3, 1_000_000);
    for (const p of [lower, upper]) {
      expectClose(((3 / 1_000_000 - p) / Math.sqrt((p * (1 - p)) / 1_000_000)) ** 2, 1.959963984540054 ** 2, 1e-9);
    }
  });

  it("contain the share, widen with the level, and mirror those of the rest", () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), fc.double({ min: 0.5, max: 0.98, noNaN: true }), (a, b, level) => {
        const total = a + b + 1;
        const narrow = wilsonLimits(a, total, level);
        const wide = wilsonLimits(a, total, level + 0.01);
        const rest = wilsonLimits(total - a, total, level);
        expect(narrow.lower).toBeLessThanOrEqual(a / total);
        expect(narrow.upper).toBeGreaterThanOrEqual(a / total);
        expect(wide.lower).toBeLessThanOrEqual(narrow.lower);
        expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper);
        expect(rest.lower).toBeCloseTo(1 - narrow.upper, 12);
      }),
    );
  });
});

describe("proportion", () => {
  it("is the share, on the scale asked for", () => {
    expect(proportion(15, 20).value).toBe(0.75);
    const { lower, upper } = wilsonLimits(15, 20, 0.99);
    expect(proportion(15, 20, { per: 100, level: 0.99 })).toEqual({
      value: 75,
      lower: lower * 100,
      upper: upper * 100,
    });
  });

  it("is NaN for a missing count", () => {
    expect(proportion(Number.NaN, 20)).toEqual({ value: Number.NaN, lower: Number.NaN, upper: Number.NaN });
  });

  it("refuses what makes no share", () => {
    expect(() => proportion(21, 20)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: proportion: events must not exceed the total of 20, got 21]`,
    );
    expect(() => proportion(0, 0)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: proportion: total must be above 0, got 0]`,
    );
    expect(() => proportion(-1, 20)).toThrow(RangeError);
    expect(() => proportion(1, Number.NaN)).toThrow(RangeError);
    expect(() => proportion(1, 20, { per: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: proportion: per must be above 0, got 0]`,
    );
  });
});
