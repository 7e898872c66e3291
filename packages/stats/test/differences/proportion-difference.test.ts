import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proportionDifference } from "../../src/index.ts";

const share = fc
  .record({ events: fc.nat(500), others: fc.nat(500) })
  .map(({ events, others }) => ({ events, population: events + others + 1 }));

describe("proportionDifference", () => {
  it.each([
    // Newcombe 1998, Stat Med 17:873–90, table II, method 10, to 4 decimals
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
  ])("of %d/%d and %d/%d has Newcombe's limits", (a, m, b, n, lower, upper) => {
    const found = proportionDifference({ events: a, population: m }, { events: b, population: n });
    expect(found.lower).toBeCloseTo(lower, 4);
    expect(found.upper).toBeCloseTo(upper, 4);
  });

  it("never lets limits and probability disagree", () => {
    fc.assert(
      fc.property(share, share, (first, second) => {
        const { lower, upper, probability, z, value } = proportionDifference(first, second);
        fc.pre(Math.abs(probability - 0.05) > 1e-6);
        expect(lower > 0 || upper < 0).toBe(probability < 0.05);
        expect(Math.sign(z)).toBe(Math.sign(value));
      }),
    );
  });

  it("contains its value, stays within −1 and 1, widens with the level, and changes sides when swapped", () => {
    fc.assert(
      fc.property(share, share, (first, second) => {
        const narrow = proportionDifference(first, second);
        const wide = proportionDifference(first, second, { level: 0.998 });
        const swapped = proportionDifference(second, first);
        expect(narrow.lower).toBeLessThanOrEqual(narrow.value);
        expect(narrow.upper).toBeGreaterThanOrEqual(narrow.value);
        expect(wide.lower).toBeLessThanOrEqual(narrow.lower);
        expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper);
        expect(narrow.lower).toBeGreaterThanOrEqual(-1);
        expect(narrow.upper).toBeLessThanOrEqual(1);
        expect(swapped.lower).toBeCloseTo(-narrow.upper, 12);
        expect(swapped.z).toBeCloseTo(-narrow.z, 10);
      }),
    );
  });

  it("is 0 with a probability of 1 where the shares are equal, none and all included", () => {
    for (const events of [0, 5, 10]) {
      const same = { events, population: 10 };
      expect(proportionDifference(same, same)).toMatchObject({ value: 0, z: 0, probability: 1 });
    }
  });

  it("comes in per cent where asked", () => {
    const found = proportionDifference({ events: 56, population: 70 }, { events: 48, population: 80 }, { per: 100 });
    expect(found.value).toBeCloseTo(20, 12);
    expect(found.upper).toBeCloseTo(33.39, 2);
  });

  it("is NaN where a count is missing", () => {
    const { value, lower, upper, z, probability } = proportionDifference(
      { events: Number.NaN, population: 10 },
      { events: 1, population: 10 },
    );
    expect([value, lower, upper, z, probability]).toEqual(new Array(5).fill(Number.NaN));
  });

  it("refuses more events than people", () => {
    expect(() =>
      proportionDifference({ events: 1, population: 2 }, { events: 3, population: 2 }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: proportionDifference: events must not exceed the total of 2, got 3]`,
    );
  });
});
