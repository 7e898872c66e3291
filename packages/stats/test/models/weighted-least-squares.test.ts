import { describe, expect, it } from "vitest";
import { weightedLeastSquares } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

const values = [3.1, 4.7, 4.2, 6.9, 7.1, 9.4];
const year = [2018, 2019, 2020, 2021, 2023, 2024];
const weights = [1, 2, 0.5, 3, 1.5, 2];

describe("weightedLeastSquares", () => {
  it("agrees with R's lm with weights", () => {
    // R 4.2.2: fit <- lm(values ~ year, weights = weights); summary(fit); confint(fit); fitted(fit)
    const fit = weightedLeastSquares(values, { year }, { weights });
    const [level, slope] = fit.coefficients;
    expectClose(level!.value, -1843.8994548758958, 1e-11);
    expectClose(level!.standardError, 311.59749046561251, 1e-11);
    expectClose(slope!.value, 0.91550575408846213, 1e-11);
    expectClose(slope!.standardError, 0.15416833636686683, 1e-11);
    expectClose(slope!.statistic, 5.9383513869532711, 1e-11);
    expectClose(slope!.probability, 0.0040321920717546452, 1e-10);
    expectClose(slope!.lower, 0.48746583120618775, 1e-11);
    expectClose(slope!.upper, 1.3435456769707366, 1e-11);
    expectClose(fit.explained, 0.89812555398644933, 1e-11);
    expectClose(fit.residualSquares, 3.924076317384452, 1e-11);
    expectClose(fit.fitted[0]!, 3.5911568746221461, 1e-11);
    expectClose(fit.fitted[5]!, 9.0841913991521022, 1e-11);
    expect(fit.degreesOfFreedom).toBe(4);
  });

  it("agrees with R's lm with two terms", () => {
    // R 4.2.2: fit <- lm(y ~ x1 + x2); coef(fit), summary(fit), vcov(fit)
    const fit = weightedLeastSquares([1, 3, 2, 5, 4, 7, 8], { x1: [1, 2, 3, 4, 5, 6, 7], x2: [2, 1, 4, 3, 7, 5, 9] });
    [-0.21062271062270771, 1.6492673992673987, -0.47435897435897406].forEach((value, k) => {
      expectClose(fit.coefficients[k]!.value, value, 1e-12);
    });
    expectClose(fit.explained, 0.93406261612783337, 1e-12);
    [
      0.46544340122636807, -0.10237374042319085, 0.0083327463135154621, -0.10237374042319085, 0.099397759596935406,
      -0.066661970508124349, 0.0083327463135154621, -0.066661970508124349, 0.058329224194608807,
    ].forEach((value, at) => {
      expectClose(fit.covariance[at]!, value, 1e-11);
    });
  });

  it("takes known variances as they are, with normal limits", () => {
    // By hand: three values at 0, 1, 2, each of variance 1/4: slope variance = 1/4 ÷ 2
    const fit = weightedLeastSquares([1, 3, 5], { x: [0, 1, 2] }, { weights: [4, 4, 4], variance: "as weighted" });
    expectClose(fit.coefficients[1]!.standardError, Math.sqrt(1 / 8), 1e-13);
    expectClose(fit.coefficients[1]!.upper, 2 + 1.959963984540054 * Math.sqrt(1 / 8), 1e-13);
  });

  it("recovers a line to the last digit, and a level series has a slope of exactly 0", () => {
    const line = weightedLeastSquares(
      year.map((y) => 3 * y - 7),
      { year },
      { weights },
    );
    expectClose(line.coefficients[1]!.value, 3, 1e-13);
    const level = weightedLeastSquares([0.1, 0.1, 0.1], { x: [1, 2, 3] });
    expect(level.coefficients[1]!.value).toBe(0);
    expect(level.coefficients[0]!.value).toBe(0.1);
  });

  it("is a weighted mean where there are no terms", () => {
    // By hand: (1 × 2 + 3 × 6) ÷ 4 = 5
    expectClose(weightedLeastSquares([2, 6], {}, { weights: [1, 3] }).coefficients[0]!.value, 5, 1e-14);
  });

  it("has no standard error with as many coefficients as rows, and is NaN where a value is missing", () => {
    const two = weightedLeastSquares([1, 3], { x: [1, 2] });
    expectClose(two.coefficients[1]!.value, 2, 1e-14);
    expect(two.coefficients[1]!.standardError).toBeNaN();
    const missing = weightedLeastSquares([1, Number.NaN, 3], { x: [1, 2, 3] });
    expect(missing.coefficients[1]!.value).toBeNaN();
  });

  it("refuses what cannot be, by name and place", () => {
    expect(() => weightedLeastSquares([1, 2], { x: [1, 2] }, { weights: [1, 0] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: weightedLeastSquares: values must be finite and weights above 0, got 2 weighing 0 in row 1]`,
    );
    expect(() => weightedLeastSquares([1, Infinity], { x: [1, 2] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: weightedLeastSquares: values must be finite and weights above 0, got Infinity weighing 1 in row 1]`,
    );
    expect(() => weightedLeastSquares([1, 2, 3], { x: [1, 2, 4], y: [2, 4, 8] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: weightedLeastSquares: no term may be made up of the others; y is, of intercept, x]`,
    );
    expect(() => weightedLeastSquares([1, 2], { x: [1, 2], y: [2, 1] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: weightedLeastSquares: needs at least as many rows as coefficients, 3, got 2]`,
    );
    expect(() => weightedLeastSquares([1, 2], { x: [1, 2] }, { level: 95 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: weightedLeastSquares: level must be between 0 and 1, such as 0.95, got 95]`,
    );
  });
});
