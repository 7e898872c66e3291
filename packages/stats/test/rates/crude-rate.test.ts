import { describe, expect, it } from "vitest";
import { crudeRate, poissonLimits } from "../../src/index.ts";

describe("crudeRate", () => {
  it("is events over population with the limits of the count", () => {
    const { lower, upper } = poissonLimits(50);
    const rate = crudeRate(50, 15_000, { per: 15_000 });
    expect(rate.value).toBeCloseTo(50, 12);
    expect(rate.lower).toBeCloseTo(lower, 12);
    expect(rate.upper).toBeCloseTo(upper, 12);
  });

  it("is per 100 000 at 95 % unless told", () => {
    expect(crudeRate(50, 20_000).value).toBe(250);
    expect(crudeRate(50, 20_000)).toEqual(crudeRate(50, 20_000, { per: 100_000, level: 0.95 }));
  });

  it("is 0 with an upper limit where nothing happened", () => {
    const { value, lower, upper } = crudeRate(0, 1_000, { per: 1_000 });
    expect([value, lower]).toEqual([0, 0]);
    expect(upper).toBeCloseTo(Math.log(40), 12); // −ln 0.025
  });

  it("is NaN for a missing count", () => {
    expect(crudeRate(Number.NaN, 10)).toEqual({ value: Number.NaN, lower: Number.NaN, upper: Number.NaN });
  });

  it("refuses negative events and a population of none", () => {
    expect(() => crudeRate(-1, 10)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: crudeRate: events must be 0 or more, got -1]`,
    );
    expect(() => crudeRate(1, 0)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: crudeRate: population must be above 0, got 0]`,
    );
    expect(() => crudeRate(1, Number.NaN)).toThrow(RangeError);
    expect(() => crudeRate(1, 10, { per: -1 })).toThrow(RangeError);
  });
});
