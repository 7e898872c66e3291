import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { discountedYears } from "../../src/mortality/discounted-years.ts";

describe("years lost, discounted and weighed by age", () => {
  test("are the years themselves by default", () => {
    expect(discountedYears(40, 41.8)).toBe(41.8);
    expect(discountedYears(40, 0, { discount: 0.03, ageWeighting: 1 })).toBe(0);
  });

  test("agree with the 33 of older studies: a girl who dies at birth, 3 % and full age weighting", () => {
    // Global Burden of Disease 1990, West level 26: 82.5 years at birth; 33.13 for girls, 33.01 for boys (80 years)
    expect(discountedYears(0, 82.5, { discount: 0.03, ageWeighting: 1 }).toFixed(2)).toBe("33.13");
    expect(discountedYears(0, 80, { discount: 0.03, ageWeighting: 1 }).toFixed(2)).toBe("33.01");
  });

  test("agree with the integral", () => {
    const years = fc.double({ min: 0, max: 90, noNaN: true });
    const rate = fc.constantFrom(0, 0.01, 0.03, 0.05);
    fc.assert(
      fc.property(years, years, rate, fc.constantFrom(0, 0.5, 1), (age, remaining, discount, ageWeighting) => {
        const steps = 2000;
        let integral = 0;
        for (let i = 0; i < steps; i++) {
          const x = age + (remaining * (i + 0.5)) / steps;
          const weight = ageWeighting * 0.1658 * x * Math.exp(-0.04 * x) + 1 - ageWeighting;
          integral += (weight * Math.exp(-discount * (x - age)) * remaining) / steps;
        }
        expect(Math.abs(discountedYears(age, remaining, { discount, ageWeighting }) - integral)).toBeLessThan(1e-4);
      }),
      { numRuns: 40 },
    );
  });

  test("are above 0 where R's yll 1.0.0 has them below, with discounting and age weighting both: the integral decides", () => {
    // R: yll::yll(1, 30, 54.25, r = 0.03, K = 1) is -30.017, as -(r + b)^2 is read there as minus a square.
    // mpmath 1.3, quad of 0.1658 x e^(-0.04 x) e^(-0.03 (x - 30)) from 30 to 84.25, 30 digits: 30.0169305732083373
    expect(discountedYears(30, 54.25, { discount: 0.03, ageWeighting: 1 })).toBeCloseTo(30.016930573208, 10);
  });

  test("refuse what cannot be", () => {
    expect(() => discountedYears(-1, 10)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: discountedYears: age must be 0 or more, got -1]`,
    );
    expect(() => discountedYears(1, 10, { ageWeighting: 2 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: discountedYears: age weighting must be from 0 to 1, got 2]`,
    );
    expect(() => discountedYears(1, 10, { discount: -0.1 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: discountedYears: discount must be 0 or more, got -0.1]`,
    );
  });
});
