import { describe, expect, test } from "vitest";
import { cohortChangeRatios } from "../../src/projection/cohort-change-ratios.ts";
import { hamiltonPerry } from "../../src/projection/hamilton-perry.ts";

describe("change of cohorts carried forward", () => {
  test("by hand", () => {
    // 9 of 10, 8 of 10, 12 of 20; 12 children of 8 women
    const { ratios, childrenPerWoman } = cohortChangeRatios([10, 10, 10, 10], [12, 9, 8, 12], 8);
    expect([...ratios]).toEqual([Number.NaN, 0.9, 0.8, 0.6]);
    expect(childrenPerWoman).toBe(1.5);
    // 12 × 0.9, 9 × 0.8, (8 + 12) × 0.6; children 1.5 × 7.2
    const next = hamiltonPerry([12, 9, 8, 12], ratios, { childrenPerWoman, childbearing: [2, 2] });
    expect([...next]).toEqual([expect.closeTo(10.8, 12), expect.closeTo(10.8, 12), expect.closeTo(7.2, 12), 12]);
  });

  test("gives the later count back from the earlier one", () => {
    const [before, now] = [
      [50, 60, 70, 80, 20],
      [55, 48, 61, 66, 90],
    ];
    const { ratios, childrenPerWoman } = cohortChangeRatios(before, now, 48 + 61);
    const next = hamiltonPerry(before, ratios, { childrenPerWoman, childbearing: [1, 2] });
    now.forEach((people, x) => {
      expect(next[x]).toBeCloseTo(people, 10);
    });
  });

  test("men's children come from the women given, and are the share of boys", () => {
    const next = hamiltonPerry([10, 10, 10], [Number.NaN, 1, 1], {
      childrenPerWoman: 1,
      childbearing: [1, 1],
      shareOfChildren: 0.51,
      women: [0, 200, 0],
    });
    expect(next[0]).toBeCloseTo(102, 12);
  });

  test("a cohort that nobody was in before has no ratio, and makes the people missing", () => {
    const { ratios } = cohortChangeRatios([0, 10, 10], [1, 5, 9]);
    expect(ratios[1]).toBeNaN();
    expect(hamiltonPerry([1, 5, 9], ratios, { childrenPerWoman: 1, childbearing: [1, 1] })[1]).toBeNaN();
  });

  test("refuses what cannot be", () => {
    const options = { childrenPerWoman: 1, childbearing: [1, 1] as const };
    expect(() => cohortChangeRatios([1, 2], [1, 2])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: cohortChangeRatios: both counts must have the same bands, at least three, got 2 and 2]`,
    );
    expect(() =>
      hamiltonPerry([1, 2, 3], [1, 1, 1], { ...options, childbearing: [2, 1] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: hamiltonPerry: childbearing must be two bands from 0 to 2, in order, got 2 and 1]`,
    );
    expect(() => hamiltonPerry([1, 2, 3], [1, 1, 1], { ...options, women: [1] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: hamiltonPerry: women must have 3 bands, got 1]`,
    );
    expect(() =>
      hamiltonPerry([1, 2, 3], [1, 1, 1], { ...options, shareOfChildren: 2 }),
    ).toThrowErrorMatchingInlineSnapshot(`[RangeError: hamiltonPerry: share of children must be from 0 to 1, got 2]`);
  });
});
