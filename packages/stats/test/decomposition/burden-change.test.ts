import { describe, expect, test } from "vitest";
import { burdenChange } from "../../src/decomposition/burden-change.ts";

describe("why a burden changed", () => {
  test("nobody older, no rate changed: growth alone", () => {
    // 100 × 0.1 + 50 × 0.4 = 30; twice the people, 60
    expect(burdenChange([100, 50], [0.1, 0.4], [200, 100], [0.1, 0.4])).toMatchObject({
      first: 30,
      second: 60,
      size: 30,
      structure: 0,
      rate: 0,
    });
  });

  test("the same people at other rates: rates alone", () => {
    const { size, structure, rate } = burdenChange([100, 50], [0.1, 0.4], [100, 50], [0.2, 0.4]);
    expect([size, structure]).toEqual([0, 0]);
    expect(rate).toBeCloseTo(10, 12);
  });

  test("causes have effects of their own, which add up", () => {
    const [p1, p2] = [
      [100, 50],
      [90, 80],
    ];
    const [heart, other] = [
      burdenChange(p1, [0.01, 0.2], p2, [0.02, 0.1]),
      burdenChange(p1, [0.09, 0.2], p2, [0.08, 0.3]),
    ];
    const all = burdenChange(p1, [0.1, 0.4], p2, [0.1, 0.4]);
    for (const effect of ["size", "structure", "rate"] as const)
      expect(heart[effect] + other[effect]).toBeCloseTo(all[effect], 12);
  });

  test("a stratum in which nobody lives in one of them has an effect of structure", () => {
    const { byStratum } = burdenChange([100, 0], [0.1, 0.4], [50, 50], [0.1, 0.4]);
    expect(byStratum.structure[1]).toBeCloseTo(0.5 * 100 * 0.4, 12);
  });

  test("a missing rate makes the sums missing, and refused people are named", () => {
    expect(burdenChange([1], [Number.NaN], [1], [1]).rate).toBeNaN();
    expect(() => burdenChange([0], [1], [1], [1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: burdenChange: a population needs people, got 0 in 1 strata]`,
    );
    expect(() => burdenChange([-1], [1], [1], [1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: burdenChange: people must be 0 or more, got -1 in stratum 0]`,
    );
    expect(() => burdenChange([1], [1], [1, 2], [1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: burdenChange: people1, rates1, people2, rates2 must be of one length, got 1, 1, 2, 1]`,
    );
  });
});
