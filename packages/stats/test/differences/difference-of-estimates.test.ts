import { describe, expect, it } from "vitest";
import { differenceOfEstimates } from "../../src/index.ts";

describe("differenceOfEstimates", () => {
  it("adds the squares of the half-widths", () => {
    // by hand: 2 ∓ √(1 + 1); z = 2 / √2 × 1.959963984540054
    const found = differenceOfEstimates({ value: 80, lower: 79, upper: 81 }, { value: 78, lower: 77, upper: 79 });
    expect(found.lower).toBeCloseTo(2 - Math.SQRT2, 14);
    expect(found.upper).toBeCloseTo(2 + Math.SQRT2, 14);
    expect(found.z).toBeCloseTo(Math.SQRT2 * 1.959963984540054, 14);
  });

  it("divides the difference by its standard error", () => {
    const z = 1.959963984540054;
    const estimate = (value: number, error: number) => ({ value, lower: value - z * error, upper: value + z * error });
    const found = differenceOfEstimates(estimate(3, 0.3), estimate(1, 0.4));
    expect(found.z).toBeCloseTo(4, 12); // by hand: 2 / √(0.09 + 0.16)
  });

  it("reads the same difference off wider limits of a higher level", () => {
    const z = 3.090232306167813; // R 4.2.2: qnorm(0.999)
    const wide = (value: number) => ({ value, lower: value - z, upper: value + z });
    expect(differenceOfEstimates(wide(4), wide(1), { level: 0.998 }).z).toBeCloseTo(3 / Math.SQRT2, 12);
  });

  it("has z = 0 for two equal estimates without width, and an infinite one for two that differ", () => {
    const point = (value: number) => ({ value, lower: value, upper: value });
    expect(differenceOfEstimates(point(3), point(3))).toMatchObject({ value: 0, z: 0, probability: 1 });
    expect(differenceOfEstimates(point(4), point(3))).toMatchObject({ value: 1, z: Infinity, probability: 0 });
  });

  it("is NaN where a limit is missing", () => {
    const { value, lower, upper, z, probability } = differenceOfEstimates(
      { value: 80, lower: Number.NaN, upper: 81 },
      { value: 78, lower: 77, upper: 79 },
    );
    expect([value, lower, upper, z, probability]).toEqual(new Array(5).fill(Number.NaN));
  });

  it("refuses limits the wrong way round", () => {
    const good = { value: 78, lower: 77, upper: 79 };
    expect(() => differenceOfEstimates(good, { value: 80, lower: 81, upper: 79 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: differenceOfEstimates: lower must not exceed upper, got 81 and 79 in the second estimate]`,
    );
  });
});
