import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lowerBeta, upperBeta } from "../../src/distributions/incomplete-beta.ts";
import { betaQuantile, binomialDensity, binomialDistribution } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

const shape = fc.double({ min: -1, max: 4, noNaN: true }).map((power) => 10 ** power);

describe("lowerBeta and upperBeta", () => {
  it.each([
    // mpmath 1.3.0 at 60 digits, betainc(regularized=True)
    [0.1, 2.5, 20, 0.5023800669900442, 0.4976199330099558],
    [0.9, 30, 2, 0.1695646331008649, 0.8304353668991351],
    [0.001, 0.1, 50, 0.7749071836095219, 0.2250928163904781],
    [0.02, 100, 4000, 0.028120136072447326, 0.9718798639275525],
  ])("are the two tails at %d for the shapes %d and %d", (x, first, second, lower, upper) => {
    expectClose(lowerBeta(x, first, second), lower, 1e-12);
    expectClose(upperBeta(x, first, second), upper, 1e-12);
  });

  it("are 0 and 1 at the ends, NaN for a missing number", () => {
    expect([lowerBeta(0, 2, 3), lowerBeta(1, 2, 3), upperBeta(0, 2, 3), upperBeta(1, 2, 3)]).toEqual([0, 1, 1, 0]);
    expect(lowerBeta(Number.NaN, 2, 3)).toBeNaN();
  });

  it("refuse a point outside 0 to 1 and a shape of 0", () => {
    expect(() => lowerBeta(2, 1, 1)).toThrow("lowerBeta: x must be from 0 to 1, got 2");
    expect(() => upperBeta(0.5, 0, 1)).toThrow("upperBeta: shapes must be above 0, got 0");
  });
});

describe("betaQuantile", () => {
  it("undoes the distribution, whichever tail is the smaller", () => {
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 1e-9, max: 0.5, noNaN: true }), (first, second, p) => {
        const x = betaQuantile(p, first, second);
        if (x > 1e-290 && x < 0.999) expectClose(lowerBeta(x, first, second), p, 1e-9);
      }),
    );
  });

  it("is a root for the shapes a and 1, down to vanishing probabilities", () => {
    for (const p of [1e-300, 1e-9, 0.3, 0.9]) expectClose(betaQuantile(p, 4, 1), p ** 0.25, 1e-12);
  });

  it("is 0 at 0, 1 at 1, NaN for a missing number, and refuses what is no probability", () => {
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
    expect(betaQuantile(Number.NaN, 2, 3)).toBeNaN();
    expect(() => betaQuantile(1.5, 2, 3)).toThrow("betaQuantile: probability must be from 0 to 1, got 1.5");
  });
});

describe("binomialDensity and binomialDistribution", () => {
  it("are those of ten coins", () => {
    expectClose(binomialDensity(3, 10, 0.5), 120 / 1024, 1e-13); // by hand: 10!/(3! 7!) = 120
    expectClose(binomialDistribution(3, 10, 0.5), 176 / 1024, 1e-13); // by hand: 1 + 10 + 45 + 120
  });

  it("add up", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (total, p) => {
        let sum = 0;
        for (let k = 0; k <= total; k++) {
          sum += binomialDensity(k, total, p);
          expect(binomialDistribution(k, total, p)).toBeCloseTo(sum, 12);
        }
      }),
    );
  });

  it("hold at the ends and refuse a count beyond the total", () => {
    expect([binomialDensity(0, 0, 0.3), binomialDensity(0, 5, 1), binomialDistribution(5, 5, 0.3)]).toEqual([1, 0, 1]);
    expect(() => binomialDensity(6, 5, 0.3)).toThrow("binomialDensity: count must be from 0 to the total of 5, got 6");
  });
});
