import { describe, expect, test } from "vitest";
import { betaQuantile } from "../../src/distributions/index.ts";
import { betaShapes, drawsSummary, weightedSumVariance } from "../../src/uncertainty/index.ts";

describe("weightedSumVariance", () => {
  test("by hand: 2² × 4 + 3² × 0 + 1 × 9", () => {
    expect(weightedSumVariance([4, 0, 9], [2, 3, -1])).toBe(25);
    expect(weightedSumVariance([0], [5])).toBe(0);
    expect(weightedSumVariance([Number.NaN], [5])).toBeNaN();
  });

  test("refuses what cannot be", () => {
    expect(() => weightedSumVariance([-1], [5])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: weightedSumVariance: deaths must be 0 or more, got -1 in stratum 0]`,
    );
    expect(() => weightedSumVariance([], [])).toThrow("needs at least one stratum");
  });
});

describe("betaShapes", () => {
  test.each([
    [0.2, 0.1, 0.32],
    [0.011, 0.005, 0.021],
    [0.93, 0.9, 0.95],
    [0.5, 0.4999, 0.5001],
  ])("has the mean and the distance of limits that it was given: %d (%d to %d)", (mean, lower, upper) => {
    const { first, second } = betaShapes(mean, lower, upper);
    expect(first / (first + second)).toBeCloseTo(mean, 12);
    const width = betaQuantile(0.975, first, second) - betaQuantile(0.025, first, second);
    expect(width / (upper - lower)).toBeCloseTo(1, 9);
  });

  test("R 4.2.2: uniroot(function(v) qbeta(.975,.2*v,.8*v)-qbeta(.025,.2*v,.8*v)-.22, c(1,1000))", () => {
    const { first, second } = betaShapes(0.2, 0.1, 0.32);
    expect(first).toBeCloseTo(9.7909424680395, 9);
    expect(second).toBeCloseTo(39.163769872158, 9);
  });

  // R 4.2.2: uniroot(function(l) qbeta(.975,.00065*exp(l),.99935*exp(l))-qbeta(.025,.00065*exp(l),.99935*exp(l))-.00021, c(9,30), tol=1e-13)
  test("has the one hump for a share near 0, or as near 1, for which distances first grow with the concentration", () => {
    const { first, second } = betaShapes(0.00065, 0.00055, 0.00076);
    expect(first / 146.9407065).toBeCloseTo(1, 8);
    expect(second / 225915.6847).toBeCloseTo(1, 8);
    expect(betaShapes(0.99935, 0.99924, 0.99945).second / 146.9407065).toBeCloseTo(1, 6);
    expect(() => betaShapes(0.00065, 0, 0.02)).toThrow(RangeError);
  });

  test("refuses limits that are out of order or further apart than a beta distribution's", () => {
    expect(() => betaShapes(0.2, 0.3, 0.4)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: betaShapes: mean and limits must be in order from 0 to 1, got 0.2 with 0.3 to 0.4]`,
    );
    expect(() => betaShapes(0.5, 0, 1)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: betaShapes: limits must be as far apart as those of a beta distribution of mean 0.5 can be, got 0 to 1]`,
    );
    expect(betaShapes(Number.NaN, 0.3, 0.4).first).toBeNaN();
  });
});

describe("drawsSummary", () => {
  test("R 4.2.2: quantile(c(3,1,4,1,5,9,2,6,5,3,5), c(.025,.5,.975)), mean, sd/sqrt(11)", () => {
    const found = drawsSummary([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]);
    expect([found.lower, found.median, found.upper, found.mean]).toEqual([1, 4, 8.25, 4]);
    expect(found.monteCarloError).toBeCloseTo(0.713506068012676, 14);
  });

  test("missing in, missing out; all the same is no interval; one draw is none", () => {
    expect(drawsSummary([1, Number.NaN]).upper).toBeNaN();
    expect(drawsSummary([7, 7, 7])).toEqual({ mean: 7, median: 7, lower: 7, upper: 7, monteCarloError: 0 });
    expect(() => drawsSummary([1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: drawsSummary: needs two draws or more, got 1]`,
    );
  });
});
