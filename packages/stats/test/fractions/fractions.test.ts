import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as fractions from "../../src/fractions/index.ts";

const { attributableFraction, caseAttributableFraction, impactFraction, jointFraction, logLinearRisk } = fractions;

describe("attributable fractions", () => {
  test("by hand: half smoke, at twice the risk", () => {
    // Mean risk 1.5, of which 0.5 would not be: a third
    expect(attributableFraction([0.5], [2])).toBeCloseTo(1 / 3, 14);
    // Cases: smokers have 1 of 1.5; half of theirs would not be: the same third
    expect(caseAttributableFraction([2 / 3], [2])).toBeCloseTo(1 / 3, 14);
  });

  test("are 0 where risk does not differ, and below 0 where exposure protects", () => {
    expect(attributableFraction([0.4, 0.2], [1, 1])).toBe(0);
    expect(attributableFraction([0.5], [0.5])).toBeCloseTo(-1 / 3, 14);
  });

  test("of both forms agree whatever the classes, when the exposure of cases follows from that of people", () => {
    const row = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.1, max: 20, noNaN: true }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const proportions = rows.map(([share]) => share / rows.length);
        const risks = rows.map(([, risk]) => risk);
        const unexposed = 1 - proportions.reduce((sum, share) => sum + share, 0);
        const mean = unexposed + proportions.reduce((sum, share, i) => sum + share * risks[i]!, 0);
        const cases = proportions.map((share, i) => (share * risks[i]!) / mean);
        expect(caseAttributableFraction(cases, risks)).toBeCloseTo(attributableFraction(proportions, risks), 10);
        expect(
          impactFraction(
            proportions,
            proportions.map(() => 0),
            risks,
          ),
        ).toBeCloseTo(attributableFraction(proportions, risks), 10);
      }),
    );
  });

  test("of several risks are not added: by hand", () => {
    expect(jointFraction([0.2, 0.3])).toBeCloseTo(0.44, 14);
    // Half of the first runs through the second: 1 − 0.9 × 0.7
    expect(jointFraction([0.2, 0.3], [[0.5], []])).toBeCloseTo(0.37, 14);
    expect(jointFraction([])).toBe(0);
  });

  test("missing in, missing out", () => {
    expect(attributableFraction([Number.NaN], [2])).toBeNaN();
    expect(jointFraction([Number.NaN])).toBeNaN();
  });

  test("refuse what cannot be", () => {
    expect(() => attributableFraction([0.7, 0.7], [1, 2])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: attributableFraction: proportions must be 1 at most together, got 1.4]`,
    );
    expect(() => attributableFraction([0.7], [-1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: attributableFraction: relative risks must be 0 or more, got -1 in class 0]`,
    );
    expect(() => caseAttributableFraction([0.7], [0])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: caseAttributableFraction: relative risks must be above 0, got 0 in class 0]`,
    );
    expect(() => impactFraction([0.7], [1.1], [2])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: impactFraction: counterfactual must be from 0 to 1, got 1.1 in class 0]`,
    );
    expect(() => jointFraction([1.1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: jointFraction: fractions must be 1 at most, got 1.1 in risk 0]`,
    );
    expect(() => jointFraction([0.1], [[], []])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: jointFraction: needs the mediated parts of each of 1 risks, got those of 2]`,
    );
  });
});

describe("a risk that rises with exposure", () => {
  test("agrees with AirQ+: COPD from PM2.5", () => {
    // AirQ+ export: 8.85 µg/m³, RR 1.369 per 10 above 5; fraction 0.1139; 357.27 a year in 100,000 of 8,606,096 people, 3,502 cases
    const fraction = 1 - 1 / logLinearRisk(8.85, 1.369, { per: 10, cutOff: 5 });
    expect(fraction.toFixed(4)).toBe("0.1139");
    expect(Math.round((fraction * 357.27 * 8_606_096) / 100_000)).toBe(3502);
  });

  test("is 1 up to the cut-off", () => {
    expect([
      logLinearRisk(4, 2, { cutOff: 5 }),
      logLinearRisk(5, 2, { cutOff: 5 }),
      logLinearRisk(6, 2, { cutOff: 5 }),
    ]).toEqual([1, 1, 2]);
    expect(logLinearRisk(Number.NaN, 2)).toBeNaN();
  });
});
