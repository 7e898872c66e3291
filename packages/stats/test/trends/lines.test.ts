import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  annualChange,
  annualChangeOfCounts,
  exactPoissonLimits,
  monotoneTrend,
  movingMeans,
  trendLine,
} from "../../src/index.ts";
import { expectClose } from "../relative.ts";

const years = [2018, 2019, 2020, 2022, 2023, 2024];

describe("trendLine", () => {
  const y = [10.1, 12.2, 11.7, 14.9, 15.3, 13.2];
  const weights = [1, 2, 1.5, 3, 2, 0.5];

  it("is a weighted regression with Student's limits", () => {
    // R 4.2.2: m <- lm(y ~ x, weights = w); summary(m); confint(m)
    const { slope, explained, degreesOfFreedom } = trendLine(y, years, { weights });
    expectClose(slope.value, 0.85441176470591507, 1e-11);
    expectClose(slope.standardError, 0.23127028107085182, 1e-11);
    expectClose(slope.statistic, 3.6944295685106119, 1e-11);
    expectClose(slope.probability, 0.020937299523933476, 1e-10);
    expectClose(slope.lower, 0.21230252484903056, 1e-10);
    expectClose(slope.upper, 1.4965210045627995, 1e-10);
    expectClose(explained, 0.77335582189313135, 1e-12);
    expect(degreesOfFreedom).toBe(4);
  });

  it("refuses in its own name", () => {
    expect(() => trendLine([1, 2], [3, 3])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: trendLine: terms must differ between rows, since the intercept does not, got one value of years]`,
    );
  });

  it("turns round with time, moves with the values, and is level where they are", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 3, maxLength: 10 }),
        (values) => {
          const t = values.map((_, i) => 2000 + i);
          const one = trendLine(values, t).slope;
          const back = trendLine(values.toReversed(), t).slope;
          const moved = trendLine(
            values.map((v) => 7 - 3 * v),
            t,
          ).slope;
          expect(back.value).toBeCloseTo(-one.value, 9);
          expect(back.standardError).toBeCloseTo(one.standardError, 9);
          expect(moved.value).toBeCloseTo(-3 * one.value, 9);
          expect(trendLine(Array(values.length).fill(values[0]), t).slope).toMatchObject({
            value: 0,
            standardError: 0,
          });
        },
      ),
    );
  });
});

describe("annualChange", () => {
  const rates = [101, 98, 95.5, 99, 90.2, 88];
  const standardErrors = [4, 3.9, 4.1, 3.8, 3.6, 3.7];

  it("is log-linear regression, weighted or not", () => {
    // R 4.2.2: m <- lm(log(rate) ~ x, weights = (rate / se)^2); 100 * (exp(coef(m)[2]) - 1); confint(m)
    const found = annualChange(rates, years, { standardErrors });
    expectClose(found.value, -1.8895529477825912, 1e-10);
    expectClose(found.lower, -3.6494065923005636, 1e-10);
    expectClose(found.upper, -0.097555392774950622, 1e-9);
    expectClose(found.standardError, 0.0065192360750720756, 1e-10);
    expectClose(found.probability, 0.042978186432954472, 1e-9);
    // R 4.2.2: the same without weights
    const plain = annualChange(rates, years);
    expectClose(plain.value, -1.9214208229663243, 1e-10);
    expectClose(plain.lower, -3.620094020649911, 1e-10);
    expectClose(plain.upper, -0.19280890928994321, 1e-9);
  });

  it("recovers a steady change, whatever the unit", () => {
    for (const unit of [1e-9, 1, 1e9]) {
      const found = annualChange(
        years.map((t) => unit * 1.07 ** (t - 2018)),
        years,
      );
      expectClose(found.value, 7, 1e-10);
      expectClose(found.upper, 7, 1e-9);
    }
  });

  it("is missing where a rate is, and refuses a rate of 0", () => {
    expect(annualChange([1, Number.NaN, 3], [1, 2, 3]).value).toBeNaN();
    expect(() => annualChange([1, 0, 3], [1, 2, 3])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: annualChange: rates must be above 0, got 0 at 1; take counts where there are none]`,
    );
    expect(() => annualChange([1, 2, 3], [1, 2, 3], { standardErrors: [1, 1, 0] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: annualChange: standard errors must be above 0, got 0 at 2]`,
    );
  });
});

describe("annualChangeOfCounts", () => {
  it("is Poisson regression on the year, years without events counting in full", () => {
    // R 4.2.2: f <- glm(e ~ x + offset(log(n)), family = poisson); 100 * (exp(coef(f)[2]) - 1); confint.default(f)
    const found = annualChangeOfCounts([12, 0, 9, 22, 30, 28], [1000, 1100, 900, 1500, 1600, 1400], years);
    expectClose(found.value, 22.674760077412294, 1e-10);
    expectClose(found.lower, 10.463617194188867, 1e-10);
    expectClose(found.upper, 36.235777374510512, 1e-10);
  });

  it("refuses in its own name a series whose events all lie at one end", () => {
    expect(() => annualChangeOfCounts([0, 0, 5], [1, 1, 1], [1, 2, 3])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: annualChangeOfCounts: every coefficient must have a finite value, got none of years: rows that it sets apart have no events]`,
    );
  });
});

describe("movingMeans", () => {
  it("has exact limits of the sum by default", () => {
    // R 4.2.2: poisson.test(123, 5)
    const { value, lower, upper } = movingMeans([20, 30, 25, 22, 26]);
    expectClose(value[0]!, 24.600000000000001, 1e-15);
    expectClose(lower[0]!, 20.445005098146662, 1e-12);
    expectClose(upper[0]!, 29.351283962627832, 1e-12);
  });

  it("can have the spread of one year around the mean, as some tables print it", () => {
    // by hand: 24.6 ∓ 1.96 √24.6
    const { lower, upper } = movingMeans([20, 30, 25, 22, 26], { limits: "one year", deviate: 1.96 });
    expectClose(lower[0]!, 24.6 - 1.96 * Math.sqrt(24.6), 1e-14);
    expectClose(upper[0]!, 24.6 + 1.96 * Math.sqrt(24.6), 1e-14);
  });

  it("moves by one count, and is missing only where a count is", () => {
    expect(movingMeans([1, 2, 3, Number.NaN, 5, 6, 7], { years: 2 }).value).toEqual(
      Float64Array.of(1.5, 2.5, Number.NaN, Number.NaN, 5.5, 6.5),
    );
    expect(movingMeans([1, 2], { years: 3 }).value).toHaveLength(0);
    expect(movingMeans([0, 0], { years: 2 }).lower[0]).toBe(0);
  });

  it("of one year has the limits of the count, and of k equal years those of k counts together", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 10 }), (count, k) => {
        const { lower, upper } = movingMeans(Array(k).fill(count), { years: k });
        const exact = exactPoissonLimits(count * k);
        expect([lower[0], upper[0]]).toEqual([exact.lower / k, exact.upper / k]);
      }),
    );
  });

  it("refuses counts below 0 and half years", () => {
    expect(() => movingMeans([1, -1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: movingMeans: events must be 0 or more, got -1 at 1]`,
    );
    expect(() => movingMeans([1], { years: 0.5 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: movingMeans: years must be a whole number of 1 or more, got 0.5]`,
    );
  });
});

describe("monotoneTrend", () => {
  const values = [5, 7, 7, 6, 9, 12, 12, 10, 15, 14];
  const when = [2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2020];

  it("is Mann and Kendall's test with Theil and Sen's slope", () => {
    // R 4.2.2: cor.test(t, y, method = "kendall", exact = FALSE, continuity = TRUE)
    const found = monotoneTrend(values, when);
    expect(found.score).toBe(33);
    expectClose(found.correlation, 0.7501937734175208, 1e-12);
    expectClose(found.z, 2.8853428309357834, 1e-12);
    expectClose(found.probability, 0.0039098763205118675, 1e-11);
    // by hand: N = 45, V = 123; ranks floor((45 − 1.96 √123)/2) = 11 and ceil((45 + 1.96 √123)/2) + 1 = 35 of the slopes
    expect(found.slope).toEqual({ value: 1, lower: 0.5, upper: 1.5 });
  });

  it("sees nothing in a level series", () => {
    expect(monotoneTrend([2, 2, 2, 2], [1, 2, 3, 4])).toEqual({
      score: 0,
      correlation: Number.NaN,
      z: 0,
      probability: 1,
      slope: { value: 0, lower: 0, upper: 0 },
    });
    expect(monotoneTrend([1, Number.NaN, 2], [1, 2, 3]).slope.value).toBeNaN();
  });

  it("turns round with time, cares for neither order nor a rising change of scale of the test", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 12 }), (y) => {
        const t = y.map((_, i) => i);
        const one = monotoneTrend(y, t);
        const back = monotoneTrend(y.toReversed(), t);
        expect(back.score).toBe(-one.score + 0);
        expect(back.slope.value).toBeCloseTo(-one.slope.value, 12);
        expect(back.slope.lower).toBeCloseTo(-one.slope.upper, 12);
        expect(monotoneTrend(y.toReversed(), t.toReversed())).toEqual(one);
        const cubed = monotoneTrend(
          y.map((v) => v * v * v),
          t,
        );
        expect([cubed.score, cubed.z]).toEqual([one.score, one.z]);
        expect(one.slope.lower).toBeLessThanOrEqual(one.slope.value);
        expect(one.slope.upper).toBeGreaterThanOrEqual(one.slope.value);
      }),
    );
  });

  it("refuses a year that comes twice, and too few values", () => {
    expect(() => monotoneTrend([1, 2, 3], [1, 1, 2])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: monotoneTrend: years must all be different, got 1 twice]`,
    );
    expect(() => monotoneTrend([1, 2], [1, 2])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: monotoneTrend: needs at least three values, got 2]`,
    );
  });
});
