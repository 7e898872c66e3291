import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { trendOfProportions, trendOfRates } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

const r = [15, 18, 11, 25, 31];
const n = [120, 110, 98, 130, 125];
const x = [2019, 2020, 2022, 2023, 2024];

describe("trendOfProportions", () => {
  it("is the test of Cochran and Armitage", () => {
    // R 4.2.2: prop.trend.test(r, n, x)
    const { z, chiSquare, probability } = trendOfProportions(r, n, x);
    expectClose(chiSquare, 5.4923896102063523, 1e-12);
    expectClose(probability, 0.019099421067841633, 1e-12);
    expect(z).toBeGreaterThan(0);
  });

  it("is the chi-square test of two groups, with and without the correction of Yates", () => {
    // R 4.2.2: prop.test(c(15, 30), c(100, 110), correct = FALSE), and correct = TRUE
    expectClose(trendOfProportions([15, 30], [100, 110], [0, 1]).chiSquare, 4.685950413223142, 1e-12);
    const corrected = trendOfProportions([15, 30], [100, 110], [0, 1], { continuity: "half a step" });
    expectClose(corrected.chiSquare, 3.985371900826447, 1e-12);
    expectClose(corrected.probability, 0.045896967625557568, 1e-11);
  });

  it("finds nothing where all, none or the same share have it", () => {
    const nothing = { z: 0, chiSquare: 0, probability: 1 };
    expect(trendOfProportions([0, 0], [5, 9], [1, 2])).toEqual(nothing);
    expect(trendOfProportions([5, 9], [5, 9], [1, 2])).toEqual(nothing);
    expect(trendOfProportions([1, 2], [5, 10], [1, 2])).toEqual(nothing);
    expect(trendOfProportions([1, 5], [5, 10], [2, 2])).toEqual(nothing);
  });

  it("is NaN where a count is missing", () => {
    const found = trendOfProportions([1, Number.NaN, 3], [10, 10, 10], [1, 2, 3]);
    expect(found).toEqual({ z: Number.NaN, chiSquare: Number.NaN, probability: Number.NaN });
  });

  it("refuses what cannot be", () => {
    expect(() => trendOfProportions([3, 11], [10, 10], [1, 2])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: trendOfProportions: events must be no more than the total, got 11 of 10 in group 1]`,
    );
    expect(() => trendOfProportions([3], [10], [1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: trendOfProportions: needs at least two groups, got 1]`,
    );
    expect(() => trendOfProportions([3, 1], [10, 0], [1, 2])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: trendOfProportions: totals must be above 0, got 0 in group 1]`,
    );
    expect(() => trendOfProportions([3, -1], [10, 10], [1, 2])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: trendOfProportions: events must be 0 or more, got -1 in group 1]`,
    );
    expect(() => trendOfProportions([3, 1], [10, 10], [1, Number.NaN])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: trendOfProportions: scores must be numbers, got NaN in group 1]`,
    );
  });
});

describe("trendOfRates", () => {
  it("is the score test of Poisson regression", () => {
    // R 4.2.2: anova(glm(r ~ 1 + offset(log(n)), poisson), glm(r ~ x + offset(log(n)), poisson), test = "Rao")
    const { chiSquare, probability } = trendOfRates(r, n, x);
    expectClose(chiSquare, 4.5502987679760372, 1e-10);
    expectClose(probability, 0.032913002879167479, 1e-10);
  });

  it("finds nothing where nothing happened, and takes huge and tiny numbers", () => {
    expect(trendOfRates([0, 0, 0], [1, 2, 3], [1, 2, 3]).chiSquare).toBe(0);
    const plain = trendOfRates([10, 20, 30], [100, 100, 100], [1, 2, 3]).z;
    expectClose(trendOfRates([10, 20, 30], [1e9, 1e9, 1e9], [1, 2, 3]).z, plain, 1e-12);
    expectClose(trendOfRates([10, 20, 30], [1e-9, 1e-9, 1e-9], [1, 2, 3]).z, plain, 1e-12);
  });
});

const groups = fc.array(
  fc
    .record({ total: fc.integer({ min: 1, max: 1_000_000_000 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
    .map(({ total, share }) => ({ total, events: Math.round(total * share) })),
  { minLength: 2, maxLength: 12 },
);

describe.each([
  ["trendOfProportions", trendOfProportions],
  ["trendOfRates", trendOfRates],
] as const)("%s", (_, trend) => {
  it("turns its sign when time runs backwards, and cares for neither order nor scale of the scores", () => {
    fc.assert(
      fc.property(groups, (rows) => {
        const events = rows.map((row) => row.events);
        const totals = rows.map(({ total }) => total);
        const scores = rows.map((_row, i) => i);
        const { z } = trend(events, totals, scores);
        const near = (other: number) => expect(Math.abs(other - z)).toBeLessThanOrEqual(1e-7 * (1 + Math.abs(z)));
        near(
          -trend(
            events,
            totals,
            scores.map((s) => -s),
          ).z,
        );
        near(
          trend(
            events,
            totals,
            scores.map((s) => 1990 + 3 * s),
          ).z,
        );
        near(trend(events.toReversed(), totals.toReversed(), scores.toReversed()).z);
        expect(Math.abs(trend(events, totals, scores, { continuity: "half a step" }).z)).toBeLessThanOrEqual(
          Math.abs(z),
        );
      }),
    );
  });
});
