import { describe, expect, test } from "vitest";
import { factorEffects } from "../../src/decomposition/factor-effects.ts";
import { standardisedAcross } from "../../src/decomposition/standardised-across.ts";

const numbers = (factor: number | ArrayLike<number>) => factor as readonly number[];
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("effects of factors on a rate", () => {
  test("agree with Das Gupta's example 2.2, births per woman", () => {
    // Das Gupta 1993, example 2.2, as printed: 10.4340333, 10.5608476, -0.6670084
    const { first, second, effects } = factorEffects(
      [51.78746, 0.45919, 0.52638],
      [84.90502, 0.75756, 0.51065],
      ([a, b, c]) => (a as number) * (b as number) * (c as number),
    );
    expect(first).toBeCloseTo(12.51747, 5);
    expect(second).toBeCloseTo(32.84534, 5);
    expect([...effects].map((effect) => effect.toFixed(7))).toEqual(["10.4340333", "10.5608476", "-0.6670084"]);
  });

  test("agree with his example 5.1, where a factor is a column and the rate is no product", () => {
    // Das Gupta 1993, example 5.1, as printed: 1.2269 and 1.7403; rates 44.7268 and 47.694
    const rate = ([size, rates]: readonly (number | ArrayLike<number>)[]) =>
      sum(numbers(size!).map((people, i) => people * numbers(rates!)[i]!)) / sum(numbers(size!));
    const { effects } = factorEffects(
      [
        [12.9, 10.9, 9.5, 8.0, 7.8, 8.4, 8.6, 7.8, 7.0, 5.9, 4.7, 3.6, 4.9],
        [1.9, 25.8, 45.7, 49.6, 51.2, 51.6, 51.8, 54.9, 58.7, 60.4, 62.8, 66.6, 66.8],
      ],
      [
        [10.1, 11.2, 11.6, 10.9, 9.4, 7.7, 6.3, 6.0, 6.3, 5.9, 5.1, 4.0, 5.5],
        [2.2, 24.3, 45.8, 52.5, 56.1, 55.6, 56.0, 57.4, 57.2, 61.2, 63.9, 68.6, 72.2],
      ],
      rate,
    );
    expect([...effects].map((effect) => effect.toFixed(4))).toEqual(["1.2269", "1.7403"]);
  });

  test("of one factor are the whole difference", () => {
    expect([...factorEffects([2], [5], ([a]) => (a as number) ** 2).effects]).toEqual([21]);
  });

  test("refuse factors that do not match", () => {
    const rate = () => 1;
    expect(() => factorEffects([1], [1, 2], rate)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: factorEffects: both populations must have the same 1 to 16 factors, got 1 and 2]`,
    );
    expect(() => factorEffects([[1, 2]], [[1]], rate)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: factorEffects: factor 0 must have one shape in both populations, got a column of 2 and a column of 1]`,
    );
    expect(() => factorEffects([1], [[1]], rate)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: factorEffects: factor 0 must have one shape in both populations, got a number and a column of 1]`,
    );
    expect(() => factorEffects([], [], rate)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: factorEffects: both populations must have the same 1 to 16 factors, got 0 and 0]`,
    );
  });
});

describe("standardised rates of several populations", () => {
  const product = ([a, b]: readonly (number | ArrayLike<number>)[]) => (a as number) * (b as number);

  test("by hand, for three populations and a product of two", () => {
    // a1.2 = 1 × (10 + 10)/2 = 10, a2.1 = 20; a1.3 = 1 × (10 + 20)/2 = 15, a3.1 = 30; a2.3 = a3.2 = 2 × 15 = 30.
    // Population 1: (10 + 15)/2 + ((a2.3 − a2.1) + (a3.2 − a3.1))/6 = 12.5 + (10 + 0)/6 = 14.1667
    const { standardised } = standardisedAcross(
      [
        [1, 10],
        [2, 10],
        [2, 20],
      ],
      product,
    );
    expect(standardised[0]![0]).toBeCloseTo(12.5 + 10 / 6, 12);
  });

  test("refuse one population", () => {
    expect(() => standardisedAcross([[1]], product)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: standardisedAcross: needs at least two populations, got 1]`,
    );
  });
});
