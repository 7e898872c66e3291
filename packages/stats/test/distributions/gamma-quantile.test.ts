import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lowerGamma, upperGamma } from "../../src/distributions/incomplete-gamma.ts";
import { chiSquareQuantile, gammaQuantile } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

describe("gammaQuantile", () => {
  it("is that of the exponential distribution for the shape 1", () => {
    for (const p of [1e-300, 1e-12, 0.1, 0.5, 0.9, 0.999]) expectClose(gammaQuantile(p, 1), -Math.log1p(-p), 1e-13);
  });

  it("undoes the distribution, whichever tail is the smaller, from tiny shapes to large ones", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 5, noNaN: true }).map((power) => 10 ** power),
        fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }),
        (shape, p) => {
          const x = gammaQuantile(p, shape);
          if (x < 1e-290) return; // too close to the smallest number to hold 11 digits
          if (p <= 0.5) expectClose(lowerGamma(x, shape), p, 1e-11);
          else expectClose(upperGamma(x, shape), 1 - p, 1e-11);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("keeps its digits for vanishing probabilities", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 1e4, noNaN: true }),
        fc.double({ min: -250, max: -1, noNaN: true }),
        (shape, power) => {
          const x = gammaQuantile(10 ** power, shape);
          if (x > 1e-290) expectClose(lowerGamma(x, shape), 10 ** power, 1e-10);
        },
      ),
    );
  });

  it("is 0 at 0, infinite at 1, NaN for a missing number", () => {
    expect([gammaQuantile(0, 3), gammaQuantile(1, 3)]).toEqual([0, Infinity]);
    expect([gammaQuantile(Number.NaN, 3), gammaQuantile(0.5, Number.NaN)]).toEqual([Number.NaN, Number.NaN]);
  });

  it("is 0 where it is too small for a number", () => {
    expect(gammaQuantile(1e-10, 1e-3)).toBe(0); // about 1e-10000
  });

  it("refuses what is no probability and no shape", () => {
    expect(() => gammaQuantile(1.5, 3)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: gammaQuantile: probability must be from 0 to 1, got 1.5]`,
    );
    expect(() => gammaQuantile(0.5, 0)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: gammaQuantile: shape must be above 0, got 0]`,
    );
  });
});

describe("chiSquareQuantile", () => {
  it("is twice the logarithm of the tail's inverse for two degrees of freedom", () => {
    expectClose(chiSquareQuantile(0.95, 2), 2 * Math.log(20), 1e-14);
  });

  it("is the square of the normal deviate for one degree of freedom", () => {
    expectClose(chiSquareQuantile(0.95, 1), 1.959963984540054 ** 2, 1e-13);
  });

  it("refuses degrees of freedom of 0", () => {
    expect(() => chiSquareQuantile(0.5, 0)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: chiSquareQuantile: degrees of freedom must be above 0, got 0]`,
    );
  });
});
