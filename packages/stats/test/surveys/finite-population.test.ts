import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  finitePopulationFactor,
  finitePopulationMean,
  finitePopulationProportion,
  logGamma,
  proportion,
  studentMean,
} from "../../src/index.ts";
import { expectClose } from "../relative.ts";

const published = { per: 100, deviate: 1.96, limits: "normal", form: "(N - n)/(N - 1)", root: "twice" } as const;

describe("finitePopulationFactor", () => {
  it("is the root of the share not asked", () => {
    expect(finitePopulationFactor(750, 1_000)).toBe(0.5);
    // by hand: √(250/999)
    expectClose(finitePopulationFactor(750, 1_000, { form: "(N - n)/(N - 1)" }), Math.sqrt(250 / 999), 1e-15);
  });

  it("is 0 where all were asked, or more than there were thought to be, and near 1 where few were", () => {
    expect(finitePopulationFactor(10, 10)).toBe(0);
    expect(finitePopulationFactor(12, 10)).toBe(0);
    expectClose(finitePopulationFactor(1, 1e9), 1, 1e-8);
    expect(finitePopulationFactor(1, Number.NaN)).toBe(Number.NaN);
  });

  it("refuses sizes that cannot be", () => {
    expect(() => finitePopulationFactor(0, 10)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: finitePopulationFactor: sampled must be above 0, got 0]`,
    );
    expect(() => finitePopulationFactor(5, -10)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: finitePopulationFactor: population must be above 0, got -10]`,
    );
  });
});

describe("finitePopulationProportion", () => {
  it("reaches 1.52 per cent to each side of 320 among 800 of 1,000 people", () => {
    // by hand: 1.96 × √(0.4 × 0.6 / 800) × √(200/999) × 100 = 1.5189…
    const { value, lower, upper } = finitePopulationProportion(320, 800, 1_000, { ...published, root: "once" });
    expect(value).toBe(40);
    expectClose(upper - value, 196 * Math.sqrt(0.24 / 800) * Math.sqrt(200 / 999), 1e-12);
    expectClose(value - lower, 1.519, 1e-3);
  });

  it("reaches 2.27 per cent as published, where the root was taken twice", () => {
    // by hand: 1.96 × √(40 × 60 / 800 × √(200/999))
    const { value, lower, upper } = finitePopulationProportion(320, 800, 1_000, published);
    expectClose(upper - value, 1.96 * Math.sqrt(3 * Math.sqrt(200 / 999)), 1e-12);
    expectClose(value - lower, 2.271, 1e-3);
  });

  it("cuts normal limits at 0 and 1, and has none to speak of where all were asked", () => {
    expect(finitePopulationProportion(1, 100, 1_000, published).lower).toBe(0);
    expect(finitePopulationProportion(99, 100, 1_000, published).upper).toBe(100);
    expect(finitePopulationProportion(30, 100, 90, published)).toEqual({ value: 30, lower: 30, upper: 30 });
  });

  it("has Wilson's limits of the larger sample that would say as much, by default", () => {
    const { lower, upper } = proportion(320 * 5, 800 * 5); // n ÷ (1 − 800/1 000)
    const found = finitePopulationProportion(320, 800, 1_000);
    expectClose(found.lower, lower, 1e-12);
    expectClose(found.upper, upper, 1e-12);
  });

  it("gives the number of people in the population where that is asked for", () => {
    expectClose(finitePopulationProportion(320, 800, 1_000, { per: 1_000 }).value, 400, 1e-15);
  });

  it("narrows as more are asked, down from the limits of an endless population", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 900 }), fc.integer({ min: 1, max: 5_000 }), (sampled, others) => {
        const events = Math.floor(sampled / 2);
        const finite = finitePopulationProportion(events, sampled, sampled + others);
        const larger = finitePopulationProportion(events, sampled, sampled + 2 * others);
        const endless = proportion(events, sampled);
        expect(finite.upper - finite.lower).toBeLessThan(larger.upper - larger.lower);
        expect(larger.upper).toBeLessThanOrEqual(endless.upper);
        expect(finite.lower).toBeLessThanOrEqual(finite.value);
      }),
    );
  });

  it("covers the share of the population at about its level, over all samples", () => {
    const [people, sampled] = [60, 40];
    const choose = (n: number, k: number) => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
    const coverage = Array.from({ length: 49 }, (_, i) => {
      const having = i + 6;
      let covered = 0;
      for (let x = Math.max(0, having + sampled - people); x <= Math.min(sampled, having); x++) {
        const chance = Math.exp(choose(having, x) + choose(people - having, sampled - x) - choose(people, sampled));
        const { lower, upper } = finitePopulationProportion(x, sampled, people);
        if (lower <= having / people && having / people <= upper) covered += chance;
      }
      return covered;
    });
    const average = coverage.reduce((a, b) => a + b, 0) / coverage.length;
    expect(Math.abs(average - 0.95)).toBeLessThan(0.02);
    expect(Math.min(...coverage)).toBeGreaterThan(0.88);
  });

  it("is NaN where a number is missing, and refuses what cannot be", () => {
    const missing = { value: Number.NaN, lower: Number.NaN, upper: Number.NaN };
    expect(finitePopulationProportion(Number.NaN, 8, 10)).toEqual(missing);
    expect(finitePopulationProportion(1, 8, Number.NaN)).toEqual(missing);
    expect(finitePopulationProportion(1, 8, Number.NaN, published)).toEqual(missing);
    expect(() => finitePopulationProportion(9, 8, 10)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: finitePopulationProportion: events must not exceed the total of 8, got 9]`,
    );
    expect(() => finitePopulationProportion(1, 8, 0)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: finitePopulationProportion: population must be above 0, got 0]`,
    );
  });
});

describe("finitePopulationMean", () => {
  const values = [3.1, 4.7, 2.2, 5.9, 6.1, 4.4, 3.8, 2.9, 5.5, 4.1, 7.2, 6.6, 8.1, 5.3, 7.7, 6.9, 5.8, 7.4, 8.8, 6.2];

  it("has the limits of R's survey", () => {
    // R 4.2.2, survey 4.1-1: confint(svymean(~y, svydesign(~1, data, fpc = 50)), df = 19)
    const { lower, upper } = finitePopulationMean(values, 50);
    expectClose(lower, 4.974633409551254, 1e-13);
    expectClose(upper, 6.295366590448745, 1e-13);
  });

  it("has no width where all were asked, and that of studentMean in an endless population", () => {
    const { value } = studentMean(values);
    expect(finitePopulationMean(values, 20)).toMatchObject({ value, lower: value, upper: value });
    expectClose(finitePopulationMean(values, 1e14).upper, studentMean(values).upper, 1e-12);
    expect(finitePopulationMean([4], 9)).toMatchObject({ value: 4, lower: Number.NaN, upper: Number.NaN });
    expect(finitePopulationMean([4, Number.NaN], 2).value).toBe(Number.NaN);
    expect(finitePopulationMean([4, 5], Number.NaN).value).toBe(Number.NaN);
  });

  it("refuses what cannot be", () => {
    expect(() => finitePopulationMean([], 9)).toThrow(RangeError);
    expect(() => finitePopulationMean([1, 2], 0)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: finitePopulationMean: population must be above 0, got 0]`,
    );
  });
});
