import { describe, expect, it } from "vitest";
import { slopeIndex, standardErrorsFromLimits } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

// Rates of five groups with people and standard errors, made up.
const rates = [310.7, 236.6, 194.9, 164.8, 140.6];
const people = [9_168, 54_280, 96_744, 61_604, 63_807];
const standardErrors = [12, 6, 4, 4, 4];
const linear = { standardErrors, scale: "linear" } as const;

describe("slopeIndex", () => {
  it("is the slope of a line through the ranked population, weighted by people", () => {
    // R 4.2.2: a <- n / sum(n); b <- cumsum(a) - a / 2; coef(lm(y ~ b, weights = a))
    const { absolute, ratio, first, last, relativeToMean } = slopeIndex(rates, people, null);
    expectClose(absolute.value, -135.81420682631386, 1e-12);
    expectClose(first, 255.82583886061371, 1e-13);
    expectClose(last, 255.82583886061371 - 135.81420682631386, 1e-12);
    expectClose(ratio.value, 0.46911458423747426, 1e-12);
    const mean = rates.reduce((sum, rate, i) => sum + rate * people[i]!, 0) / people.reduce((sum, n) => sum + n, 0);
    expectClose(relativeToMean.value, -135.81420682631386 / mean, 1e-12);
    expect([absolute.lower, ratio.upper]).toEqual([Number.NaN, Number.NaN]);
  });

  it("has exact limits where the errors are normal on the scale of the fit", () => {
    // R 4.2.2: sqrt(sum(c^2 * se^2)), c <- a * (b - .5) / sum(a * (b - .5)^2)
    const { absolute, standardError, method } = slopeIndex(rates, people, linear);
    expect(method).toBe("exact");
    expectClose(standardError, 7.9150473928500515, 1e-13);
    expectClose(absolute.lower, -135.81420682631386 - 1.959963984540054 * 7.9150473928500515, 1e-12);
  });

  it("has Fieller's limits of the ratio", () => {
    // R 4.2.2: the roots of (L - r F)^2 - z^2 Var(L - r F) by uniroot, to its precision
    const { ratio } = slopeIndex(rates, people, linear);
    expectClose(ratio.lower, 0.42707166942543034, 1e-8);
    expectClose(ratio.upper, 0.5137882577697448, 1e-8);
  });

  it("has no limits of a ratio whose divisor may be 0", () => {
    const vague = { standardErrors: [900, 900, 900, 900, 900], scale: "linear" } as const;
    const { ratio, absolute } = slopeIndex(rates, people, vague);
    expect([ratio.lower, ratio.upper]).toEqual([Number.NaN, Number.NaN]);
    expect(absolute.lower).toBeLessThan(absolute.upper);
  });

  it("has Student's limits from the scatter about the line, where asked", () => {
    // R 4.2.2: confint(lm(y ~ b, weights = a)); standard error 23.801053356348476
    const { absolute, standardError } = slopeIndex(rates, people, null, { limits: "residuals" });
    expectClose(standardError, 23.801053356348476, 1e-12);
    expectClose(absolute.lower, -211.55978114208546, 1e-12);
    expectClose(absolute.upper, -60.06863251054227, 1e-12);
  });

  it("has Fieller's limits of the ratio from the scatter too", () => {
    // R 4.2.2: V <- vcov(lm(y ~ b, weights = a)); roots of (L - r F)^2 - qt(.975, 3)^2 Var(L - r F) by uniroot
    const { ratio } = slopeIndex(rates, people, null, { limits: "residuals" });
    expectClose(ratio.lower, 0.2715040905160693, 1e-8);
    expectClose(ratio.upper, 0.7255734816727297, 1e-8);
    const back = slopeIndex(rates, people, null, { limits: "residuals", direction: "first minus last" }).ratio;
    expectClose(back.lower, 1 / ratio.upper, 1e-14);
  });

  it("has no limits of the inverse ratio where its divisor may be 0", () => {
    const errors = { standardErrors: [1, 1, 1], scale: "linear" } as const; // the line falls from 5.4 to 0.6, give or take 2
    const { ratio } = slopeIndex([4.6, 3, 1.4], [1, 1, 1], errors, { direction: "first minus last" });
    expectClose(ratio.value, 9, 1e-12);
    expect([ratio.lower, ratio.upper]).toEqual([Number.NaN, Number.NaN]);
    expect(slopeIndex([4.6, 3, 1.4], [1, 1, 1], errors).ratio.lower).toBeLessThan(0);
  });

  it("fits on a log scale, where the ratio is the exponential of the slope", () => {
    // R 4.2.2: exp(coef(lm(log(y) ~ b, weights = a))[2]); confint(…, level = .9)
    const { ratio } = slopeIndex(rates, people, null, { scale: "log", limits: "residuals", level: 0.9 });
    expectClose(ratio.value, 0.4902909507070085, 1e-13);
    expectClose(ratio.lower, Math.exp(-0.8839666004218053), 1e-12);
    expectClose(ratio.upper, Math.exp(-0.5415459738585335), 1e-12);
  });

  it("recovers a straight line and an exponential one, and is 0 where there is no gradient", () => {
    const even = [10, 10, 10, 10];
    const straight = slopeIndex([45, 55, 65, 75], even, null); // 40 + 40 b at b = 1/8, 3/8 …
    expectClose(straight.absolute.value, 40, 1e-13);
    expectClose(straight.ratio.value, 2, 1e-13);
    const bent = slopeIndex(
      [0.125, 0.375, 0.625, 0.875].map((b) => 7 * Math.exp(b)),
      even,
      null,
      { scale: "log" },
    );
    expectClose(bent.ratio.value, Math.E, 1e-13);
    const flat = slopeIndex([5, 5, 5, 5], [1, 2, 3, 4], { ...linear, standardErrors: [1, 1, 1, 1] });
    expect(flat.absolute.value).toBeCloseTo(0, 12);
    expect(flat.ratio.value).toBeCloseTo(1, 12);
  });

  it("is set the other way round where asked", () => {
    const forth = slopeIndex(rates, people, linear);
    const back = slopeIndex(rates, people, linear, { direction: "first minus last" });
    expect(back.absolute).toEqual({
      value: -forth.absolute.value,
      lower: -forth.absolute.upper,
      upper: -forth.absolute.lower,
    });
    expectClose(back.ratio.value, 1 / forth.ratio.value, 1e-14);
    expectClose(back.ratio.lower, 1 / forth.ratio.upper, 1e-14);
  });

  it("simulates limits only where the errors are normal on another scale, with a seed", () => {
    const errors = { standardErrors: standardErrors.map((se, i) => se / rates[i]!), scale: "log" } as const;
    const one = slopeIndex(rates, people, errors, { draws: 20_000, seed: 4 });
    expect(one.method).toBe("simulated");
    expect(slopeIndex(rates, people, errors, { draws: 20_000, seed: 4 })).toEqual(one);
    expect(slopeIndex(rates, people, errors, { draws: 20_000, seed: 5 })).not.toEqual(one);
    // by the delta method the errors are about those given on the linear scale
    const exact = slopeIndex(rates, people, linear);
    const width = exact.absolute.upper - exact.absolute.lower;
    expect(Math.abs(one.absolute.lower - exact.absolute.lower)).toBeLessThan(0.03 * width);
    expect(Math.abs(one.absolute.upper - exact.absolute.upper)).toBeLessThan(0.03 * width);
    expect(Math.abs(one.ratio.upper - exact.ratio.upper)).toBeLessThan(0.03 * (exact.ratio.upper - exact.ratio.lower));
  });

  it("is NaN where a value is missing", () => {
    const { absolute, ratio } = slopeIndex([1, Number.NaN, 3], [1, 1, 1], null);
    expect([absolute.value, ratio.value]).toEqual([Number.NaN, Number.NaN]);
  });

  it("refuses groups and values that make no line", () => {
    expect(() => slopeIndex([1, 2], [1, 1], null)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: slopeIndex: needs three groups or more in order, got 2]`,
    );
    expect(() => slopeIndex([1, 2, 3], [1, 0, 1], null)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: slopeIndex: population must be above 0, got 0 in group 1]`,
    );
    expect(() => slopeIndex([1, 0, 3], [1, 1, 1], null, { scale: "log" })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: slopeIndex: values must be above 0 for a log scale, got 0 in group 1]`,
    );
    expect(() => slopeIndex([0.1, 1, 0.3], [1, 1, 1], null, { scale: "logit" })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: slopeIndex: values must be between 0 and 1 for a logit scale, got 1 in group 1]`,
    );
    const negative = { standardErrors: [1, -1, 1], scale: "linear" } as const;
    expect(() => slopeIndex([1, 2, 3], [1, 1, 1], negative)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: slopeIndex: standard errors must be 0 or more, got -1 in group 1]`,
    );
    const log = { standardErrors: [1, 1, 1], scale: "log" } as const;
    expect(() => slopeIndex([0, 2, 3], [1, 1, 1], log)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: slopeIndex: values must be above 0 for a log scale, got 0 in group 0]`,
    );
    expect(() => slopeIndex([1, 2, 3], [1, 1, 1], log, { draws: 10 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: slopeIndex: draws must be a whole number from 1000, got 10]`,
    );
  });
});

describe("standardErrorsFromLimits", () => {
  it("are half the interval over z, on the scale", () => {
    expectClose(standardErrorsFromLimits([80.4], [119.6])[0]!, 39.2 / 2 / 1.959963984540054, 1e-14);
    expectClose(standardErrorsFromLimits([0.5], [2], { scale: "log" })[0]!, Math.log(4) / 2 / 1.959963984540054, 1e-14);
    expectClose(
      standardErrorsFromLimits([0.2], [0.8], { scale: "logit" })[0]!,
      Math.log(16) / 2 / 1.959963984540054,
      1e-14,
    );
  });

  it("are NaN where a limit is missing or does not fit the scale", () => {
    expect([...standardErrorsFromLimits([Number.NaN, 3], [1, 2])]).toEqual([Number.NaN, Number.NaN]);
    expect([...standardErrorsFromLimits([0], [2], { scale: "log" })]).toEqual([Number.NaN]);
  });
});
