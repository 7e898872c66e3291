import { describe, expect, test } from "vitest";
import { dampedTrend } from "../../src/projection/damped-trend.ts";
import { leeCarter } from "../../src/projection/lee-carter.ts";

describe("Lee and Carter's model", () => {
  const [a, b, k] = [
    [-5, -3, -1],
    [0.5, 0.3, 0.2],
    [4, 1, -2, -3],
  ];
  const rates = k.map((index) => a.map((level, x) => Math.exp(level + b[x]! * index)));

  test("gives back the model that rates were made from", () => {
    const found = leeCarter(rates);
    found.a.forEach((level, x) => {
      expect(level).toBeCloseTo(a[x]!, 12);
      expect(found.b[x]).toBeCloseTo(b[x]!, 12);
    });
    found.k.forEach((index, t) => {
      expect(index).toBeCloseTo(k[t]!, 12);
    });
    expect(found.explained).toBeCloseTo(1, 12);
    // (−3 − 4) ÷ 3; changes −3, −3, −1 about −2.3333: squares 0.4444, 0.4444, 1.7778 ÷ 2, root
    expect(found.drift).toBeCloseTo(-7 / 3, 12);
    expect(found.scatter).toBeCloseTo(Math.sqrt((0.4444444444 + 0.4444444444 + 1.7777777778) / 2), 9);
  });

  test("meets the deaths of each year where asked", () => {
    const noisy = rates.map((row, t) => row.map((rate, x) => rate * (1 + 0.2 * Math.sin(7 * t + 3 * x))));
    const exposures = noisy.map((_, t) => [1000, 2000 + 100 * t, 500]);
    const { a: level, b: pattern, k: index } = leeCarter(noisy, { adjustment: "deaths", exposures });
    noisy.forEach((row, t) => {
      const deaths = row.reduce((sum, rate, x) => sum + rate * exposures[t]![x]!, 0);
      const fitted = row.reduce(
        (sum, _, x) => sum + exposures[t]![x]! * Math.exp(level[x]! + pattern[x]! * index[t]!),
        0,
      );
      expect(fitted / deaths).toBeCloseTo(1, 10);
    });
  });

  test("refuses what cannot be", () => {
    expect(() => leeCarter([[0.1, 0.2]])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: leeCarter: needs at least two years of at least two ages, got 1 of 2]`,
    );
    expect(() =>
      leeCarter([
        [0.1, 0.2],
        [0.1, 0],
      ]),
    ).toThrowErrorMatchingInlineSnapshot(`[RangeError: leeCarter: rates must be above 0, got 0 in year 1, age 1]`);
    expect(() => leeCarter([[0.1, 0.2], [0.1]])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: leeCarter: years must have 2 ages each, got 1 in year 1]`,
    );
    expect(() => leeCarter(rates, { adjustment: "deaths" })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: leeCarter: exposures must be of 4 years with 3 ages each, got none]`,
    );
    expect(() =>
      leeCarter([
        [0.1, 0.2],
        [0.1, 0.2],
      ]),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: leeCarter: rates must change, on the whole, got a pattern that adds up to 0]`,
    );
  });
});

describe("a damped trend", () => {
  test("by hand: a change of half, damped by half", () => {
    // Exponents 0.5 and 0.75 of ln 0.5: 0.5^0.5, 0.5^0.75
    expect([...dampedTrend(Math.log(0.5), 2, { damping: 0.5 })]).toEqual([
      expect.closeTo(0.5 ** 0.5, 14),
      expect.closeTo(0.5 ** 0.75, 14),
    ]);
  });

  test("levels off, goes on undamped, stops at its cap", () => {
    const many = dampedTrend(-0.02, 500, { damping: 0.9 });
    expect(many.at(-1)).toBeCloseTo(Math.exp((-0.02 * 0.9) / 0.1), 12);
    expect(dampedTrend(-0.02, 20, { damping: 1 }).at(-1)).toBeCloseTo(Math.exp(-0.4), 12);
    expect(dampedTrend(-0.2, 20, { damping: 1, cap: 1.5 }).at(-1)).toBe(1 / 1.5);
    expect([...dampedTrend(0, 2)]).toEqual([1, 1]);
  });
});
