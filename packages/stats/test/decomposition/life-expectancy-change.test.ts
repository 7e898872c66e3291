import { describe, expect, test } from "vitest";
import { lifeExpectancyChange } from "../../src/decomposition/life-expectancy-change.ts";
import { lifeTable } from "../../src/life-tables/life-table.ts";

const ages = [0, 1, 5, 65];
const table = (rates: readonly number[]) => lifeTable(rates, [1, 1, 1, 1], ages);

describe("a difference of life expectancies", () => {
  test("by hand, where only the oldest differ", () => {
    // Nobody dies before 65, so e(0) = 65 + 1/m: 65 + 10 and 65 + 20.
    const { first, second, byAge, residual } = lifeExpectancyChange(table([0, 0, 0, 0.1]), table([0, 0, 0, 0.05]));
    expect([first, second]).toEqual([75, 85]);
    expect([...byAge]).toEqual([0, 0, 0, 10]);
    expect(residual).toBe(0);
  });

  test("goes with the age whose rate differs, all of it", () => {
    const { first, second, byAge } = lifeExpectancyChange(
      table([0.01, 0.001, 0.002, 0.1]),
      table([0.005, 0.001, 0.002, 0.1]),
    );
    expect(byAge[0]).toBeCloseTo(second - first, 12);
    expect([...byAge].slice(1)).toEqual([0, 0, 0]);
  });

  test("causes that cancel out still show: the limit where the rates of all deaths are equal", () => {
    const rates = [0.01, 0.001, 0.002, 0.1];
    const half = rates.map((rate) => rate / 2);
    const change = lifeExpectancyChange(table(rates), table(rates), {
      causes: { first: [half, half], second: [half.map((rate) => rate * 0.9), half.map((rate) => rate * 1.1)] },
    });
    expect(change.byAge.every((years) => years === 0)).toBe(true);
    for (const [x, years] of change.byCause[0]!.entries()) {
      expect(years).toBeGreaterThan(0);
      expect(years / -change.byCause[1]![x]!).toBeCloseTo(1, 12);
    }
    // The limit is what a rate that differs by almost nothing gives: the slope of e(0) in the rate at age 0.
    const near = lifeExpectancyChange(table(rates), table([0.01 * (1 - 1e-6), 0.001, 0.002, 0.1])).byAge[0]!;
    expect(change.byCause[0]![0]! / ((near / (0.01 * 1e-6)) * 0.0005)).toBeCloseTo(1, 5);
  });

  test("Pollard's leaves a residual, and says how much", () => {
    const { byAge, residual, first, second } = lifeExpectancyChange(
      table([0.01, 0.001, 0.002, 0.1]),
      table([0.004, 0.0004, 0.001, 0.08]),
      { method: "pollard" },
    );
    expect(residual).not.toBe(0);
    expect(Math.abs(residual)).toBeLessThan(0.5);
    expect(byAge.reduce((total, years) => total + years, residual)).toBeCloseTo(second - first, 10);
  });

  test("an age without a rate has no contribution, nor have those whose survivors or later years rest on it", () => {
    const { byAge } = lifeExpectancyChange(
      lifeTable([0.01, Number.NaN, 0.002, 0.1], [1, 1, 1, 1], ages),
      table([0.01, 0.001, 0.002, 0.1]),
    );
    expect(byAge[1]).toBeNaN();
  });

  test("refuses tables of other bands, causes that do not match or add up, and unknown methods", () => {
    const one = table([0.01, 0.001, 0.002, 0.1]);
    const causes = (first: number[][], second: number[][]) => () =>
      lifeExpectancyChange(one, one, { causes: { first, second } });
    const all = [0.01, 0.001, 0.002, 0.1];
    expect(() => lifeExpectancyChange(one, lifeTable([0.1, 0.1], [1, 1], [0, 65]))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: lifeExpectancyChange: the tables must have the same bands, got 0, 1, 5, 65 and 0, 65]`,
    );
    expect(causes([all], [])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: lifeExpectancyChange: both populations must have the same causes, got 1 and 0]`,
    );
    expect(causes([[0.1]], [all])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: lifeExpectancyChange: every cause needs a rate for each of 4 bands, got 1 in cause 0 of the first population]`,
    );
    expect(causes([all], [[0, 0, 0, 0.1]])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: lifeExpectancyChange: causes must add up to the rate of all deaths, 0.01 in band 0 of the second population, got 0]`,
    );
    expect(() => lifeExpectancyChange(one, one, { method: "keyfitz" as never })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: lifeExpectancyChange: method must be one of andreev, arriaga, chandrasekaran, line integral, pollard, stepwise, symmetric, got keyfitz]`,
    );
  });
});
