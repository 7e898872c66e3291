import { describe, expect, it } from "vitest";
import {
  coefficientOfVariation,
  extremalQuotient,
  heterogeneity,
  percentileRatio,
  systematicComponent,
} from "../../src/index.ts";
import { expected, observed } from "../lip-cancer.ts";
import { expectClose } from "../relative.ts";

const ratios = observed.map((o, i) => o / expected[i]!);

describe("systematicComponent", () => {
  it("is the variance of ratios less that of chance", () => {
    // R 4.2.2: (sum(((O - E) / E)^2) - sum(1 / E)) / length(O)
    expectClose(systematicComponent(observed, expected), 1.7321890348498603, 1e-14);
    expectClose(systematicComponent(observed, expected, { per: 100 }), 173.21890348498604, 1e-14);
  });

  it("by hand: ((60 − 50)/50)² = 0.04 in both of two, less 1/50", () => {
    expectClose(systematicComponent([60, 40], [50, 50]), 0.02, 1e-14);
  });

  it("is below 0 where areas vary less than chance would have them: −1/50 where all are as expected", () => {
    expectClose(systematicComponent([50, 50], [50, 50]), -0.02, 1e-14);
  });

  it("leaves out areas that are missing or have nothing expected, and is NaN of none", () => {
    expectClose(systematicComponent([60, Number.NaN, 40, 3], [50, 10, 50, 0]), 0.02, 1e-14);
    expect(systematicComponent([Number.NaN], [1])).toBeNaN();
  });

  it("is on average the variance of true ratios: 0.25 where they are ½ and 1½, enumerated", () => {
    // E[(O − E)²] = θE + (θ − 1)²E², so that each area's part is (θ − 1)² + (θ − 1)/E: ¼ ∓ ½/E, ¼ on average.
    const at = (theta: number) => {
      let [sum, chance] = [0, Math.exp(-10 * theta)];
      for (let count = 0; count < 200; count++) {
        sum += chance * systematicComponent([count], [10]);
        chance *= (10 * theta) / (count + 1);
      }
      return sum;
    };
    expectClose((at(0.5) + at(1.5)) / 2, 0.25, 1e-12);
  });

  it("refuses what cannot be", () => {
    expect(() => systematicComponent([1], [-1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: systematicComponent: expected events must be 0 or more, got -1]`,
    );
    expect(() => systematicComponent([-1], [1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: systematicComponent: events must be 0 or more, got -1 in area 0]`,
    );
  });
});

describe("heterogeneity", () => {
  it("is the chi-square test of R, expected events being brought to the total", () => {
    // R 4.2.2: chisq.test(O, p = E, rescale.p = TRUE)
    const found = heterogeneity(observed, expected);
    expectClose(found.chiSquare, 486.56839284263, 1e-13);
    expect(found.degreesOfFreedom).toBe(55);
    expectClose(found.probability, 2.0211000584086933e-70, 1e-11);
    expectClose(found.dispersion, 486.56839284263 / 55, 1e-13);
  });

  it("does not depend on the scale of the expected, and is 0 where all ratios are the same", () => {
    const other = heterogeneity(
      observed,
      expected.map((e) => e * 7),
    );
    expectClose(other.chiSquare, 486.56839284263, 1e-13);
    expect(heterogeneity([5, 10], [10, 20])).toMatchObject({ chiSquare: 0, probability: 1 });
  });

  it("is NaN for one area, and where nobody has any events", () => {
    expect(heterogeneity([5], [4])).toMatchObject({ chiSquare: Number.NaN, probability: Number.NaN });
    expect(heterogeneity([0, 0], [4, 4])).toMatchObject({ chiSquare: Number.NaN, probability: Number.NaN });
    expect(heterogeneity([Number.NaN], [4])).toMatchObject({ degreesOfFreedom: 0, probability: Number.NaN });
  });
});

describe("percentileRatio", () => {
  it("is that of R's quantiles", () => {
    // R 4.2.2: quantile(O / E, .9) / quantile(O / E, .1) and .75, .25
    expectClose(percentileRatio(ratios), 10.90098765432099, 1e-14);
    expectClose(percentileRatio(ratios, { high: 0.75, low: 0.25 }), 4.517255988324239, 1e-14);
  });

  it("leaves missing values out; is Infinity over 0 and NaN of nothing", () => {
    expect(percentileRatio([Number.NaN, 10, 20, 30, 40, 50], { high: 0.75, low: 0.25 })).toBe(2);
    expect(percentileRatio([0, 0, 0, 5], { high: 1, low: 0 })).toBe(Infinity);
    expect(percentileRatio([0, 0])).toBeNaN();
    expect(percentileRatio([Number.NaN])).toBeNaN();
  });

  it("refuses what cannot be", () => {
    expect(() => percentileRatio([1], { high: 90, low: 10 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: percentileRatio: low and high must be from 0 to 1, in this order, such as 0.1 and 0.9, got 10 and 90]`,
    );
    expect(() => percentileRatio([-1, 2])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: percentileRatio: values must be 0 or more, got -1 in area 0]`,
    );
  });
});

describe("extremalQuotient", () => {
  it("is the highest over the lowest, Infinity over 0", () => {
    expect(extremalQuotient([30, Number.NaN, 12, 18])).toBe(2.5);
    expect(extremalQuotient(ratios)).toBe(Infinity);
    expect(extremalQuotient([7])).toBe(1);
    expect(() => extremalQuotient([])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: extremalQuotient: needs at least one value, got none]`,
    );
  });
});

describe("coefficientOfVariation", () => {
  it("is that of R, with weights and without", () => {
    // R 4.2.2: sd(x) / mean(x); sqrt(cov.wt(matrix(x), E / sum(E), method = "ML")$cov) / weighted.mean(x, E)
    expectClose(coefficientOfVariation(ratios), 0.8594730137536418, 1e-14);
    expectClose(coefficientOfVariation(ratios, { weights: expected }), 0.9527732428643974, 1e-14);
  });

  it("does not depend on units or order", () => {
    const turned = [...ratios].reverse().map((x) => x * 1e5);
    expectClose(coefficientOfVariation(turned), 0.8594730137536418, 1e-13);
  });

  it("is 0 where all are the same; NaN of one value, or of none but 0; leaves missing ones out", () => {
    expect(coefficientOfVariation([4, 4, 4])).toBe(0);
    expect(coefficientOfVariation([4])).toBeNaN();
    expect(coefficientOfVariation([0, 0])).toBeNaN();
    expect(coefficientOfVariation([10, Number.NaN, 20, 30], { weights: [1, 5, 1, 1] })).toBeCloseTo(
      Math.sqrt(200 / 3) / 20, // gaps of 10, 0 and 10: √(200/3) ÷ 20
      14,
    );
  });

  it("refuses a weight that cannot be", () => {
    expect(() => coefficientOfVariation([1, 2], { weights: [1, -1] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: coefficientOfVariation: weights must be 0 or more, got -1 in area 1]`,
    );
  });
});
