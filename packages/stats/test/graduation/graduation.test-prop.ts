import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  monotoneGraduation,
  ordinaryBeersGraduation,
  penalisedCompositeLink,
  spragueGraduation,
  uniformGraduation,
} from "../../src/index.ts";

const sum = (numbers: ArrayLike<number>) => Array.from(numbers).reduce((a, b) => a + b, 0);
const count = fc.oneof(fc.nat({ max: 500_000 }), fc.constant(0), fc.double({ min: 1e-3, max: 1e6, noNaN: true }));

/** The years of each band add up to its count: to 1e-12 of it, or, where it is next to nothing, of the largest band. */
function expectKept(value: Float64Array, counts: readonly number[], widths: readonly number[], within: number): void {
  let at = 0;
  widths.forEach((width, k) => {
    const gap = Math.abs(sum(value.slice(at, at + width)) - counts[k]!);
    expect(gap).toBeLessThanOrEqual(within * counts[k]! + 1e-15 * Math.max(...counts));
    at += width;
  });
}

const fiveYear = fc.array(count, { minLength: 5, maxLength: 30 });
const unequal = fc.array(fc.tuple(count, fc.integer({ min: 1, max: 8 })), { minLength: 1, maxLength: 20 });

describe("the years of each band add up to its count", () => {
  test.each([
    ["Sprague's", spragueGraduation],
    ["Beers's ordinary", ordinaryBeersGraduation],
  ])("by %s multipliers", (_, graduate) => {
    fc.assert(
      fc.property(fiveYear, (counts) => {
        const widths = counts.map(() => 5);
        expectKept(graduate(counts, widths), counts, widths, 1e-12);
      }),
    );
  });

  test.each([
    ["evenly", uniformGraduation],
    ["by the monotone spline", monotoneGraduation],
  ])("%s, whatever the widths", (_, graduate) => {
    fc.assert(
      fc.property(unequal, (bands) => {
        const counts = bands.map(([own]) => own);
        const widths = bands.map(([, width]) => width);
        const value = graduate(counts, widths);
        expectKept(value, counts, widths, 1e-12);
        expect(Math.min(...value)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("a scale", () => {
  test("of the counts is a scale of the years", () => {
    fc.assert(
      fc.property(fiveYear, (counts) => {
        const widths = counts.map(() => 5);
        for (const graduate of [spragueGraduation, monotoneGraduation]) {
          const once = graduate(counts, widths);
          // 4 is a power of 2: nothing is rounded on the way.
          graduate(
            counts.map((own) => 4 * own),
            widths,
          ).forEach((year, age) => {
            expect(year).toBe(4 * once[age]!);
          });
        }
      }),
    );
  });
});

describe("the penalised composite link", () => {
  test("gives years of 0 or more that add up to all counts, whatever the bands, and comes to an end", () => {
    const bands = fc.array(
      fc.tuple(fc.oneof(fc.nat({ max: 50_000 }), fc.nat({ max: 9 }), fc.constant(0)), fc.integer({ min: 1, max: 12 })),
      {
        minLength: 3,
        maxLength: 10,
      },
    );
    fc.assert(
      fc.property(bands, fc.constantFrom(0.1, 3, 500, 1e5, 1e9, 1e12), (drawn, smoothing) => {
        const counts = drawn.map(([own]) => own);
        const { value, status } = penalisedCompositeLink(
          counts,
          drawn.map(([, width]) => width),
          { smoothing },
        );
        expect(status).toBe(sum(counts) === 0 ? "no events" : "fitted");
        expect(Math.min(...value)).toBeGreaterThanOrEqual(0);
        expect(Math.abs(sum(value) - sum(counts))).toBeLessThanOrEqual(1e-9 * sum(counts));
      }),
    );
  });
});
