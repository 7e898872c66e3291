import { expect, it } from "vitest";
import { overlap, tilings } from "../../src/totals/tilings.ts";

const of = (...pairs: [number, number][]) => pairs.map(([from, to]) => ({ from, to }));

it("finds the parts of each whole, the shortest where there are several ways", () => {
  const bands = of([18, Infinity], [18, 65], [65, Infinity], [65, 75], [75, Infinity]);
  expect([...tilings(bands)]).toEqual([
    [0, [1, 3, 4]],
    [2, [3, 4]],
  ]);
});

it("finds none where there is a gap or an overlap, nor of one stretch, nor of none", () => {
  expect(tilings(of([0, 10], [0, 4], [5, 10])).size).toBe(0);
  expect(tilings(of([0, 10], [0, 6], [4, 10])).size).toBe(0);
  expect(tilings(of([0, 10])).size).toBe(0);
  expect(tilings([]).size).toBe(0);
});

it("sees stretches that hold the same", () => {
  expect(overlap(of([0, 5], [5, 10]))).toBe(false);
  expect(overlap(of([5, 10], [0, 6]))).toBe(true);
  expect(overlap([])).toBe(false);
});
