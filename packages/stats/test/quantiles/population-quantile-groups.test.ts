import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { populationQuantileGroups } from "../../src/index.ts";

describe("populationQuantileGroups", () => {
  it("puts an area where the middle of its people lies", () => {
    expect(populationQuantileGroups([3, 1, 2, 4], [100, 100, 100, 100], 2)).toEqual([2, 1, 1, 2]);
    // by hand: 300 people; middles at 100, 225, 275; halves part at 150
    expect(populationQuantileGroups([1, 2, 3], [200, 50, 50], 2)).toEqual([1, 2, 2]);
  });

  it("leaves out what is missing", () => {
    expect(populationQuantileGroups([1, Number.NaN, 2], [10, 10, 10], 2)).toEqual([1, Number.NaN, 2]);
    expect(populationQuantileGroups([1, 2], [0, 0], 2)).toEqual([Number.NaN, Number.NaN]);
  });

  it("gives groups that rise with rank, whose people differ from equal shares by less than the largest area", () => {
    const area = fc.integer({ min: 1, max: 1_000 });
    fc.assert(
      fc.property(
        fc.array(area, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 10 }),
        (people, groups) => {
          const ranks = people.map((_, i) => i + 1);
          const found = populationQuantileGroups(ranks, people, groups);
          expect(found).toEqual(found.toSorted((a, b) => a - b));
          const total = people.reduce((a, b) => a + b, 0);
          let upTo = 0;
          for (let g = 1; g <= groups; g++) {
            upTo += people.filter((_, i) => found[i] === g).reduce((a, b) => a + b, 0);
            expect(Math.abs(upTo - (total * g) / groups)).toBeLessThanOrEqual(Math.max(...people));
          }
          expect(
            populationQuantileGroups(
              ranks,
              people.map((n) => n * 8),
              groups,
            ),
          ).toEqual(found);
        },
      ),
    );
  });

  it("refuses what cannot be", () => {
    expect(() => populationQuantileGroups([1], [-1], 5)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: populationQuantileGroups: population must be 0 or more, got -1 in area 0]`,
    );
    expect(() => populationQuantileGroups([1], [1], 0)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: populationQuantileGroups: groups must be a whole number from 1, got 0]`,
    );
    expect(() => populationQuantileGroups([1, 2], [1], 5)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: populationQuantileGroups: ranks, population must be of one length, got 2, 1]`,
    );
  });
});
