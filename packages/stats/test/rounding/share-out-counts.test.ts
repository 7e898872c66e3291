import { expect, test } from "vitest";
import { shareOutCounts } from "../../src/index.ts";

test("one count goes by largest remainders, ties to the first", () => {
  // Hamilton's method by hand: 10 × 1/3 = 3.33 each, and one unit left.
  expect(shareOutCounts([10], [1, 1, 1])).toEqual([[4, 3, 3]]);
  // 7 × (0.5, 0.3, 0.2) = 3.5, 2.1, 1.4: 3, 2, 1 and the unit left to the 0.5.
  expect(shareOutCounts([7], [5, 3, 2])).toEqual([[4, 2, 1]]);
});

test("a hundred single events shared 60 to 40 are shared 60 to 40", () => {
  const parts = shareOutCounts(new Array(100).fill(1), [0.6, 0.4]);
  expect(parts.reduce((sum, [first]) => sum + first!, 0)).toBe(60);
});

test("nothing is shared out of nothing, and a missing count is missing in every part", () => {
  expect(shareOutCounts([], [1, 2])).toEqual([]);
  expect(shareOutCounts([0, 0], [0, 0])).toEqual([
    [0, 0],
    [0, 0],
  ]);
  expect(shareOutCounts([Number.NaN, 3], [1, 0])).toEqual([
    [Number.NaN, Number.NaN],
    [3, 0],
  ]);
});

test("what cannot be shared out is refused", () => {
  expect(() => shareOutCounts([1.5], [1])).toThrow(
    "shareOutCounts: counts must be whole numbers of 0 or more, got 1.5 in row 0",
  );
  expect(() => shareOutCounts([-1], [1])).toThrow("got -1 in row 0");
  expect(() => shareOutCounts([1], [0, 0])).toThrow(
    "shareOutCounts: weights must not all be 0 where there is a count, got 1 in row 0",
  );
  expect(() => shareOutCounts([1], [1, -1])).toThrow("shareOutCounts: weights must be 0 or more, got -1 at position 1");
  expect(() => shareOutCounts([1], [Number.NaN])).toThrow("got NaN at position 0");
});
