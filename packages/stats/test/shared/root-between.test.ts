import { describe, expect, it } from "vitest";
import { rootBetween } from "../../src/shared/root-between.ts";

describe("rootBetween", () => {
  it("finds the root to the last digits, whichever end comes first", () => {
    expect(rootBetween((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 15);
    expect(rootBetween((x) => x * x - 2, 2, 0)).toBeCloseTo(Math.SQRT2, 15);
    expect(rootBetween((x) => Math.log(x) + 600, 1e-300, 1) / Math.exp(-600)).toBeCloseTo(1, 12);
  });

  it("takes ends at which the function is 0 or infinite", () => {
    expect(rootBetween((x) => x - 1, 1, 5)).toBe(1);
    expect(rootBetween((x) => x - 5, 1, 5)).toBe(5);
    expect(rootBetween((x) => 1 / x - 4, 0, 1)).toBeCloseTo(0.25, 15);
  });

  it("finds 0 itself, and steep and flat roots", () => {
    expect(rootBetween((x) => x, -1, 2)).toBeCloseTo(0, 15);
    expect(rootBetween((x) => x * x * x, -1, 2)).toBeCloseTo(0, 5);
    expect(rootBetween((x) => (x < 0.3 ? -1 : 1), 0, 1)).toBeCloseTo(0.3, 15);
  });

  it("is NaN where the signs at the ends agree, or the function is NaN", () => {
    expect(rootBetween((x) => x + 5, 0, 1)).toBe(Number.NaN);
    expect(rootBetween(() => Number.NaN, 0, 1)).toBe(Number.NaN);
  });
});
