import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concentrationIndex, giniCoefficient, indexOfDisparity, inequalityGap, theilIndices } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

const rates = [310.7, 236.6, 194.9, 164.8, 140.6];
const people = [9_168, 54_280, 96_744, 61_604, 63_807];
const nan = Number.NaN;

describe("concentrationIndex", () => {
  it("is twice the covariance of value and rank, over the mean", () => {
    // R 4.2.2: cw <- cov.wt(cbind(y, b), wt = a, method = "ML")$cov; 2 * cw[1, 2] / mu
    const { value, standardError } = concentrationIndex(rates, people);
    expectClose(value, -0.11239007899362431, 1e-13);
    // R 4.2.2: summary(lm(2 * var(b) * y / mu ~ b, weights = a)), var with weights
    expectClose(standardError, 0.019696041595062313, 1e-12);
  });

  it("has forms for values with bounds, which ill and well turn round alone", () => {
    // R 4.2.2: G <- 2 * sum(a * p * (b - .5)); c(G, 4 * G, G / ((1 - mu) * mu))
    const ill = [0.31, 0.25, 0.2, 0.18, 0.11];
    const well = ill.map((share) => 1 - share);
    expectClose(concentrationIndex(ill, people, { form: "generalised" }).value, -0.02757506223329014, 1e-12);
    expectClose(concentrationIndex(ill, people, { form: "erreygers" }).value, -0.11030024893316057, 1e-12);
    expectClose(concentrationIndex(ill, people, { form: "wagstaff" }).value, -0.18018442906363832, 1e-12);
    for (const form of ["generalised", "erreygers", "wagstaff"] as const)
      expectClose(
        concentrationIndex(well, people, { form }).value,
        -concentrationIndex(ill, people, { form }).value,
        1e-12,
      );
  });

  it("is 0 where all are alike, and NaN where nothing is known or there is nothing", () => {
    expect(concentrationIndex([4, 4, 4], [1, 2, 3]).value).toBeCloseTo(0, 15);
    expect(concentrationIndex([0, 0, 0], [1, 2, 3]).value).toBe(nan);
    expect(concentrationIndex([1, nan, 3], [1, 2, 3]).value).toBe(nan);
  });

  it("refuses values outside the bounds", () => {
    expect(() => concentrationIndex([1, 2, 3], [1, 1, 1], { form: "erreygers" })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: concentrationIndex: values must be from 0 to 1, got 2 in group 1]`,
    );
    expect(() =>
      concentrationIndex([0.1, 0.2, 0.3], [1, 1, 1], { form: "wagstaff", bounds: [1, 0] }),
    ).toThrowErrorMatchingInlineSnapshot(`[RangeError: concentrationIndex: bounds must rise, got 1 to 0]`);
  });
});

describe("giniCoefficient", () => {
  it("is half the mean difference of all pairs, over the mean", () => {
    // R 4.2.2: sum(outer(a, a) * abs(outer(y, y, "-"))) / 2 / mu
    expectClose(giniCoefficient(rates, people), 0.11239007899362431, 1e-13);
    expect(giniCoefficient([1, 2, 3, 4])).toBeCloseTo(0.25, 15); // by hand: 10 pairs differ by 1.25 in the mean, mean 2.5
  });

  it("does not mind the order, equals the double sum, and lies from 0 to 1", () => {
    const one = fc.record({
      y: fc.double({ min: 0.001, max: 1e6, noNaN: true }),
      n: fc.integer({ min: 1, max: 1_000 }),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (all) => {
        const [y, n] = [all.map((x) => x.y), all.map((x) => x.n)];
        const total = n.reduce((a, b) => a + b, 0);
        const mean = y.reduce((sum, x, i) => sum + x * n[i]!, 0) / total;
        let pairs = 0;
        for (const [i, a] of y.entries()) for (const [j, b] of y.entries()) pairs += n[i]! * n[j]! * Math.abs(a - b);
        const found = giniCoefficient(y, n);
        expect(found).toBeCloseTo(pairs / total / total / 2 / mean, 10);
        expect(giniCoefficient(y.toReversed(), n.toReversed())).toBeCloseTo(found, 12);
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThan(1);
      }),
    );
  });

  it("is 0 for one group, NaN for nothing, and refuses what cannot be", () => {
    expect(giniCoefficient([7])).toBe(0);
    expect(giniCoefficient([0, 0])).toBe(nan);
    expect(() => giniCoefficient([-1, 2])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: giniCoefficient: values must be 0 or more, got -1 in group 0]`,
    );
  });
});

describe("theilIndices", () => {
  it("are those of R", () => {
    // R 4.2.2: r <- y / mu; c(sum(a * r * log(r)), -sum(a * log(r)))
    const { total, meanLogDeviation } = theilIndices(rates, people);
    expectClose(total, 0.02130171493950235, 1e-12);
    expectClose(meanLogDeviation, 0.020847888677303725, 1e-12);
  });

  it("add up from within and between regions", () => {
    const parts = [
      { y: [1, 2, 6], n: [5, 3, 2] },
      { y: [4, 9], n: [7, 1] },
    ];
    const sum = (xs: readonly number[]) => xs.reduce((a, b) => a + b, 0);
    const whole = theilIndices(
      parts.flatMap(({ y }) => y),
      parts.flatMap(({ n }) => n),
    );
    const sizes = parts.map(({ n }) => sum(n));
    const held = parts.map(({ y, n }) => sum(y.map((x, i) => x * n[i]!)));
    const between = theilIndices(
      held.map((h, i) => h / sizes[i]!),
      sizes,
    );
    const within = parts.map(({ y, n }) => theilIndices(y, n));
    const byHeld = sum(within.map(({ total }, i) => (total * held[i]!) / sum(held)));
    const byPeople = sum(within.map(({ meanLogDeviation }, i) => (meanLogDeviation * sizes[i]!) / sum(sizes)));
    expectClose(whole.total, between.total + byHeld, 1e-12);
    expectClose(whole.meanLogDeviation, between.meanLogDeviation + byPeople, 1e-12);
  });

  it("are 0 where all are alike; a value of 0 makes the log deviation infinite alone", () => {
    expect(theilIndices([3, 3], [1, 9])).toEqual({ total: 0, meanLogDeviation: 0 });
    const { total, meanLogDeviation } = theilIndices([0, 2]);
    expectClose(total, Math.log(2), 1e-15);
    expect(meanLogDeviation).toBe(Infinity);
    expect(theilIndices([nan, 2]).total).toBe(nan);
  });
});

describe("inequalityGap and indexOfDisparity", () => {
  it("compare the ends, and each group with the best", () => {
    expect(inequalityGap([30, 99, 10])).toEqual({ difference: 20, ratio: 3 });
    expect(inequalityGap([30, 0]).ratio).toBe(nan);
    expect(indexOfDisparity([10, 15, 20])).toBe(75); // (5 + 10) ÷ 2 ÷ 10
    expect(indexOfDisparity([10, 15, 20], 15)).toBeCloseTo((100 * 10) / 3 / 15, 12);
    expect(indexOfDisparity([0, 15])).toBe(nan);
  });

  it("refuse fewer than two groups", () => {
    expect(() => inequalityGap([1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: inequalityGap: needs two groups or more in order, got 1]`,
    );
    expect(() => indexOfDisparity([1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: indexOfDisparity: needs two groups or more, got 1]`,
    );
    expect(() => indexOfDisparity([1, -2])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: indexOfDisparity: values must be 0 or more, got -2]`,
    );
  });
});
