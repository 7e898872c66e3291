import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { iterativeProportionalFitting } from "../../src/raking/iterative-proportional-fitting.ts";

describe("a table raked to totals", () => {
  test("agrees with R's loglin on a table of 4 by 4", () => {
    // R 4: loglin(outer margins (150, 300, 400, 150) and (200, 300, 400, 100), start = seed, fit = TRUE)
    const seed = [40, 30, 20, 10, 35, 50, 100, 75, 30, 80, 70, 120, 20, 30, 40, 50];
    const { cells, converged } = iterativeProportionalFitting(
      seed,
      [4, 4],
      [
        { by: [0], totals: [150, 300, 400, 150] },
        { by: [1], totals: [200, 300, 400, 100] },
      ],
    );
    expect(converged).toBe(true);
    expect(cells[0]).toBeCloseTo(64.5585097765483, 6);
    expect(cells[15]).toBeCloseTo(17.0337382618067, 6);
  });

  test("has totals by two dimensions of three", () => {
    const { cells } = iterativeProportionalFitting(
      Array(8).fill(1),
      [2, 2, 2],
      [
        { by: [0, 2], totals: [1, 2, 3, 4] },
        { by: [1], totals: [4, 6] },
      ],
    );
    // Of cells that are all alike: the product of both, over the sum: 1 × 4/10 = 0.4
    expect(cells[0]).toBeCloseTo(0.4, 12);
    expect(cells[0]! + cells[2]!).toBeCloseTo(1, 12);
  });

  test("keeps zeros and odds ratios, and meets every total", () => {
    const cell = fc.oneof(
      { weight: 4, arbitrary: fc.double({ min: 1, max: 20, noNaN: true }) },
      { weight: 1, arbitrary: fc.constant(0) },
    );
    const share = fc.double({ min: 0.1, max: 5, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 6, maxLength: 6 }),
        fc.array(share, { minLength: 5, maxLength: 5 }),
        (seed, by) => {
          // Totals that can be had: those of the table itself, scaled by rows and columns.
          const scaled = seed.map((value, i) => value * by[Math.floor(i / 3)]! * by[2 + (i % 3)]!);
          const rows = [0, 1].map((r) => scaled.slice(r * 3, r * 3 + 3).reduce((sum, value) => sum + value, 0));
          const columns = [0, 1, 2].map((c) => scaled[c]! + scaled[c + 3]!);
          const { cells, gap } = iterativeProportionalFitting(
            seed,
            [2, 3],
            [
              { by: [0], totals: rows },
              { by: [1], totals: columns },
            ],
          );
          // Where zeros all but split the table in two the totals are come to slowly.
          expect(gap).toBeLessThan(seed.includes(0) ? 1e-4 : 1e-12);
          seed.forEach((value, i) => {
            if (value === 0) expect(cells[i]).toBe(0);
          });
          if (seed.every((value) => value > 0)) {
            const odds = (t: ArrayLike<number>) => (t[0]! * t[4]!) / (t[1]! * t[3]!);
            expect(odds(cells) / odds(seed)).toBeCloseTo(1, 8);
          }
        },
      ),
    );
  });

  test("says when totals cannot be had", () => {
    const fitted = iterativeProportionalFitting(
      [1, 0, 0, 1],
      [2, 2],
      [
        { by: [0], totals: [1, 3] },
        { by: [1], totals: [2, 2] },
      ],
      { rounds: 50 },
    );
    expect(fitted.converged).toBe(false);
  });

  test("refuses sizes and totals that cannot be", () => {
    const one = { by: [0], totals: [1, 1] };
    const rake =
      (...args: Parameters<typeof iterativeProportionalFitting>) =>
      () =>
        iterativeProportionalFitting(...args);
    expect(rake([1, 1, 1], [2, 2], [one])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: iterativeProportionalFitting: shape must be whole numbers whose product is the number of cells, 3, got 2, 2]`,
    );
    expect(rake([1, 1, 1, 1], [2, 2], [])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: iterativeProportionalFitting: needs at least one margin, got none]`,
    );
    expect(rake([1, 1, 1, 1], [2, 2], [one, { by: [1], totals: [1, 2] }])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: iterativeProportionalFitting: all margins must have one sum, got 2, 3]`,
    );
    expect(rake([0, 0, 1, 1], [2, 2], [one])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: iterativeProportionalFitting: a total above 0 needs a cell above 0, got 1 for none in the margin by 0]`,
    );
    expect(rake([1, 1, 1, 1], [2, 2], [{ by: [2], totals: [1, 1] }])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: iterativeProportionalFitting: a margin must be by dimensions from 0 to 1, each once, got 2]`,
    );
    expect(rake([1, 1, 1, -1], [2, 2], [one])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: iterativeProportionalFitting: cells must be 0 or more, got -1 in cell 3]`,
    );
    expect(rake([1, 1, 1, 1], [2, 2], [{ by: [0], totals: [1] }])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: iterativeProportionalFitting: the margin by 0 needs 2 totals, got 1]`,
    );
  });
});
