import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lowerGamma, upperGamma } from "../../src/distributions/incomplete-gamma.ts";
import { expectClose } from "../relative.ts";

describe("lowerGamma and upperGamma", () => {
  it.each([
    // mpmath 1.3.0 at 50 digits, gammainc(regularized=True)
    [0.5, 0.5, 0.6826894921370859, 0.3173105078629141],
    [3, 2.5, 0.6937810815867216, 0.3062189184132784],
    [20, 10, 0.9950045876916924, 0.004995412308307587],
    [1, 10, 1.1142547833872067e-7, 0.9999998885745217],
    [60, 10, 0.9999999999999997, 2.85150775555202e-16],
    [90, 100, 0.15822098918643018, 0.8417790108135699],
    [1050, 1000, 0.9413288886226819, 0.05867111137731808],
  ])("are the two tails at %d for the shape %d", (x, shape, lower, upper) => {
    expectClose(lowerGamma(x, shape), lower, 5e-14);
    expectClose(upperGamma(x, shape), upper, 5e-14);
  });

  it("is that of the exponential distribution for the shape 1", () => {
    expectClose(lowerGamma(1, 1), -Math.expm1(-1), 1e-15);
    expectClose(upperGamma(30, 1), Math.exp(-30), 1e-14);
  });

  it("add up to 1", () => {
    const positive = fc.double({ min: 0.01, max: 5000, noNaN: true });
    fc.assert(
      fc.property(positive, positive, (x, shape) => {
        expect(lowerGamma(x, shape) + upperGamma(x, shape)).toBeCloseTo(1, 13);
      }),
    );
  });

  it("are 0 and 1 at the ends, NaN for a missing number", () => {
    expect([lowerGamma(0, 2), upperGamma(0, 2), lowerGamma(Infinity, 2), upperGamma(Infinity, 2)]).toEqual([
      0, 1, 1, 0,
    ]);
    expect([lowerGamma(Number.NaN, 2), upperGamma(1, Number.NaN)]).toEqual([Number.NaN, Number.NaN]);
  });

  it("refuse a negative point and a shape of 0", () => {
    expect(() => lowerGamma(-1, 2)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: lowerGamma: x must be 0 or more, got -1]`,
    );
    expect(() => upperGamma(1, 0)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: upperGamma: shape must be above 0, got 0]`,
    );
  });
});
