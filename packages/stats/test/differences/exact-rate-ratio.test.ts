import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactRateRatio, poissonDensity } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

const of = (events: number, population: number) => ({ events, population });

describe("exactRateRatio", () => {
  it("has the limits of R's exact test", () => {
    // R 4.2.2: poisson.test(c(11, 23), c(800, 3000))$conf.int; poisson.test(c(110, 230), c(800, 3000), conf.level = .998)
    const { value, lower, upper } = exactRateRatio(of(11, 800), of(23, 3000));
    expectClose(value, 11 / 800 / (23 / 3000), 1e-14);
    expectClose(lower, 0.7893109456987777, 1e-12);
    expectClose(upper, 3.8298200668166245, 1e-12);
    const wide = exactRateRatio(of(110, 800), of(230, 3000), { level: 0.998 });
    expectClose(wide.lower, 1.2352483353903, 1e-12);
    expectClose(wide.upper, 2.56680853056897, 1e-12);
    // poisson.test(c(11, 0), c(800, 3000))$conf.int
    expectClose(exactRateRatio(of(11, 800), of(0, 3000)).lower, 9.41185932355997, 1e-12);
    expect(exactRateRatio(of(11, 800), of(0, 3000))).toMatchObject({ value: Infinity, upper: Infinity });
  });

  it("has mid-P limits where half the chance of the count is put into the tail", () => {
    // R 4.2.2: uniroot on pbinom + dbinom/2 at 11 of 34 gives π; π/(1 − π) × 3000/800
    const { lower, upper } = exactRateRatio(of(11, 800), of(23, 3000), { count: "half" });
    expectClose(lower, 0.841904134787364, 1e-11);
    expectClose(upper, 3.641639558536142, 1e-11);
  });

  it("is open on both sides without events, and NaN for a missing count", () => {
    expect(exactRateRatio(of(0, 9), of(0, 9))).toEqual({ value: Number.NaN, lower: 0, upper: Infinity });
    const missing = { value: Number.NaN, lower: Number.NaN, upper: Number.NaN };
    expect(exactRateRatio(of(Number.NaN, 9), of(3, 9))).toEqual(missing);
  });

  it("refuses what cannot be", () => {
    expect(() => exactRateRatio(of(-1, 9), of(1, 9))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: exactRateRatio: events must be 0 or more, got -1 in the first]`,
    );
    expect(() => exactRateRatio(of(1, 9), of(1, 0))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: exactRateRatio: population must be above 0, got 0 in the second]`,
    );
    expect(() => exactRateRatio(of(1, 9), of(1, 9), { level: 1 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: exactRateRatio: level must be between 0 and 1, such as 0.95, got 1]`,
    );
  });

  it("is wider than the mid-P limits, scales with the people and turns over when swapped", () => {
    const count = fc.integer({ min: 1, max: 5_000 });
    fc.assert(
      fc.property(count, count, fc.integer({ min: 2, max: 1e6 }), (a, b, people) => {
        const exact = exactRateRatio(of(a, people), of(b, 1_000));
        const half = exactRateRatio(of(a, people), of(b, 1_000), { count: "half" });
        const swapped = exactRateRatio(of(b, 1_000), of(a, people));
        const twice = exactRateRatio(of(a, people * 2), of(b, 2_000));
        expect(exact.lower).toBeLessThan(half.lower);
        expect(exact.upper).toBeGreaterThan(half.upper);
        expectClose(swapped.lower, 1 / exact.upper, 1e-12);
        expectClose(swapped.upper, 1 / exact.lower, 1e-12);
        expectClose(twice.lower, exact.lower, 1e-12);
      }),
      { numRuns: 60 },
    );
  });

  it("covers the true ratio at least at its level, over all pairs of counts", () => {
    // counts up to 60 leave out a chance below 1e-12 at means up to 16
    const size = 61;
    for (const level of [0.9, 0.95]) {
      const limits = Array.from({ length: size }, (_, a) =>
        Array.from({ length: size }, (_, b) => exactRateRatio(of(a, 1), of(b, 1), { level })),
      );
      for (const [one, two] of [
        [0.4, 0.7],
        [2, 5],
        [9, 3],
        [16, 12],
      ] as const) {
        let covered = 0;
        for (let a = 0; a < size; a++) {
          for (let b = 0; b < size; b++) {
            const { lower, upper } = limits[a]![b]!;
            if (lower <= one / two && one / two <= upper) covered += poissonDensity(a, one) * poissonDensity(b, two);
          }
        }
        expect(covered).toBeGreaterThanOrEqual(level - 1e-10);
      }
    }
  });
});
