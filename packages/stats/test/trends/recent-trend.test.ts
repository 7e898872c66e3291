import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recentTrend, recentTrendOfProportions, recentTrendStatuses, recentTrends } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

const years = [2019, 2020, 2022, 2023, 2024];
const values = [10.1, 12.2, 11.7, 14.9, 15.3];
const errors = [1, 0.8, 1.2, 0.9, 0.7];

describe("recentTrend", () => {
  it("is a regression weighted by known variances, over real years", () => {
    // R 4.2.2: m <- lm(v ~ years, weights = 1/s^2); b <- coef(m)[2]; (b / (summary(m)$coef[2, 2] / summary(m)$sigma))^2
    const found = recentTrend(values, errors, years);
    expectClose(found.slope, 0.94426095374849717, 1e-12);
    expectClose(found.chiSquare, 21.887427730819471, 1e-12);
    expectClose(found.probability, 2.8912193745437335e-6, 1e-11);
    expect([found.direction, found.reason]).toEqual(["increasing", "significant"]);
  });

  it("can take the points one apart, as another publisher does", () => {
    // R 4.2.2: the same with v ~ c(1:5)
    const found = recentTrend(values, errors, years, { spacing: "order" });
    expectClose(found.slope, 1.2595341991616078, 1e-12);
    expectClose(found.chiSquare, 22.986566986972559, 1e-12);
  });

  it("rests on the five latest years, in whatever order they come", () => {
    const late = recentTrend(values, errors, years);
    expect(recentTrend([99, ...values], [0.1, ...errors], [2000, ...years])).toEqual(late);
    expect(recentTrend([99, ...values].reverse(), [0.1, ...errors].reverse(), [2000, ...years].reverse())).toEqual(
      late,
    );
  });

  it("needs a threshold to be exceeded: by default that of 99.8%", () => {
    // by hand: slope 1, Σ (t − t̄)² = 10, so χ² = 10/se²; it equals 9.54953570608324 at se = 1.02331
    const steady = [1, 2, 3, 4, 5];
    const at = (se: number, options = {}) => recentTrend(steady, Array(5).fill(se), steady, options).direction;
    expect(at(1.0233)).toBe("increasing");
    expect(at(1.0234)).toBe("no significant change");
    expect(at(1.0234, { threshold: 9.5 })).toBe("increasing");
    expect(at(1.0234, { level: 0.99 })).toBe("increasing");
  });

  it("says that one point makes the trend, where the slope without it turns round", () => {
    // by hand: without the last, the slope is (−1.5·3 − 0.5·2 + 0.5·1 + 1.5·0)/5 = −1; with it, (−2·3 − 1·2 + 1·0 + 2·20)/10 = 3.2
    const found = recentTrend([3, 2, 1, 0, 20], Array(5).fill(1), [1, 2, 3, 4, 5]);
    expect(found).toMatchObject({ direction: "no significant change", reason: "outlier" });
    expectClose(found.slope, 3.2, 1e-14);
    expectClose(found.chiSquare, 102.4, 1e-14);
  });

  it("says so too where the slope without one point is level, at either end", () => {
    for (const v of [
      [0, 0, 0, 0, 20],
      [20, 0, 0, 0, 0],
      [0, 0, 0, 0, -20],
    ]) {
      expect(recentTrend(v, Array(5).fill(1), [1, 2, 3, 4, 5]).reason).toBe("outlier");
    }
  });

  it("cannot be calculated for few points, a year that comes twice, a missing value", () => {
    const reason = (v: number[], t: number[], options = {}) =>
      recentTrend(
        v,
        v.map(() => 1),
        t,
        options,
      ).reason;
    expect(reason([1, 2, 3, 4], [1, 2, 3, 4])).toBe("too few points");
    expect(reason([1, 2, 3, 4, 5], [1, 2, 3, 3, 4])).toBe("repeated year");
    expect(reason([1, 2, 3, 4, 5, 6], [1, 1, 2, 3, 4, 5])).toBe("repeated year");
    expect(reason([1, 2, 3, Number.NaN, 5, 6], [1, 2, 3, 4, 5, 6])).toBe("missing");
    expect(reason([Number.NaN, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6])).toBe("significant"); // by hand: χ² = 10
    expect(reason([7, 2, 3, 4, 5, 6, 7], [1, 1, 2, 3, 4, 5, 6])).toBe("significant"); // the year that comes twice is too old
    expect(reason([1, 2, 3, Number.NaN, 5, 6], [1, 2, 3, 4, 5, 6], { missing: "leave out" })).toBe("significant");
    expect(recentTrend([], [], [])).toMatchObject({ direction: "cannot be calculated", slope: Number.NaN });
  });

  it("refuses what cannot be", () => {
    const steady = [1, 2, 3, 4, 5];
    expect(() => recentTrend(steady, [1, 1, 1, 1, 0], steady)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: recentTrend: values must be finite and standard errors above 0, in years that are numbers; got others among the latest]`,
    );
    expect(() => recentTrendOfProportions(steady, [9, 9, 9, 9, 4], steady)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: recentTrendOfProportions: events must be from 0 to a total above 0, in years that are numbers; got others among the latest]`,
    );
    expect(() => recentTrend(steady, steady, steady, { points: 2 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: recentTrend: points must be a whole number of 3 or more, got 2]`,
    );
    expect(() => recentTrend(steady, steady, steady, { level: 95 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: recentTrend: level must be between 0 and 1, such as 0.95, got 95]`,
    );
    expect(() => recentTrend(steady, steady, steady, { threshold: -1 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: recentTrend: threshold must be 0 or more, such as 9.5495, got -1]`,
    );
    expect(() => recentTrend(steady, [1], steady)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: recentTrend: values, standardErrors, years must be of one length, got 5, 1, 5]`,
    );
  });
});

describe("recentTrendOfProportions", () => {
  const r = [15, 18, 11, 25, 31];
  const n = [120, 110, 98, 130, 125];

  it("takes the test of Cochran and Armitage and the slope of the log odds", () => {
    // R 4.2.2: prop.trend.test(r, n, years); coef(lm(log(p / (1 - p)) ~ years))[2]
    const found = recentTrendOfProportions(r, n, years);
    expectClose(found.chiSquare, 5.4923896102063523, 1e-12);
    expectClose(found.probability, 0.019099421067841633, 1e-12);
    expectClose(found.slope, 0.12621928126494755, 1e-12);
    expect([found.direction, found.reason]).toEqual(["no significant change", "not significant"]);
  });

  it("has a slope where a share is 0 or 1, half an event being added everywhere", () => {
    // by hand: log odds ln(0.5/10.5), ln(5.5/5.5) = 0, ln(10.5/0.5) at 1, 2, 3: slope (ln 21 + ln 21)/2
    const found = recentTrendOfProportions([0, 5, 10], [10, 10, 10], [1, 2, 3], { points: 3 });
    expectClose(found.slope, Math.log(21), 1e-14);
    expect(recentTrendOfProportions([0, 0, 0], [10, 10, 10], [1, 2, 3], { points: 3 })).toEqual({
      direction: "no significant change",
      reason: "not significant",
      slope: 0,
      chiSquare: 0,
      probability: 1,
    });
  });
});

const series = fc.array(
  fc.record({
    value: fc.double({ min: -50, max: 50, noNaN: true }),
    error: fc.double({ min: 0.1, max: 5, noNaN: true }),
  }),
  { minLength: 5, maxLength: 5 },
);

describe("a recent trend", () => {
  it("turns round when time does, and does not change with scale", () => {
    fc.assert(
      fc.property(series, (points) => {
        const v = points.map(({ value }) => value);
        const s = points.map(({ error }) => error);
        const one = recentTrend(v, s, years);
        const back = recentTrend(
          v,
          s,
          years.map((t) => -t),
        );
        const scaled = recentTrend(
          v.map((y) => y * 1e9),
          s.map((y) => y * 1e9),
          years,
        );
        const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(b)));
        near(back.slope, -one.slope);
        near(back.chiSquare, one.chiSquare);
        near(scaled.slope / 1e9, one.slope);
        near(scaled.chiSquare, one.chiSquare);
        fc.pre(Math.abs(one.chiSquare - 9.54953570608324) > 1e-6);
        expect(scaled.reason).toBe(one.reason);
        expect(recentTrend(v.toReversed(), s.toReversed(), years.toReversed())).toEqual(one);
      }),
    );
  });

  it("is the slope of an exact line, and none in a level one", () => {
    const line = recentTrend(
      years.map((t) => 3 - 2 * (t - 2000)),
      errors,
      years,
    );
    expectClose(line.slope, -2, 1e-13);
    expect(line.direction).toBe("decreasing");
    expect(recentTrend(Array(5).fill(7.3), errors, years)).toMatchObject({
      slope: 0,
      chiSquare: 0,
      reason: "not significant",
    });
  });

  it("does not lose the smallest or the largest standard errors", () => {
    const near = recentTrend(
      [1, 2, 3, 4, 5].map((y) => y * 1e-180),
      Array(5).fill(1e-180),
      [1, 2, 3, 4, 5],
    );
    expectClose(near.chiSquare, 10, 1e-12); // by hand: Σ (t − t̄)² = 10, slope of 1 standard error
  });
});

describe("recentTrends", () => {
  it("does for each group what recentTrend does for one, in either kind of grouping", () => {
    fc.assert(
      fc.property(fc.array(series, { minLength: 1, maxLength: 5 }), (areas) => {
        const columns = {
          values: areas.flatMap((points) => points.map(({ value }) => value)),
          standardErrors: areas.flatMap((points) => points.map(({ error }) => error)),
          years: areas.flatMap(() => years),
        };
        const found = recentTrends(columns, { starts: [...areas.keys(), areas.length].map((g) => 5 * g) });
        const order = columns.values.map((_, i) => i).reverse();
        const mixed = recentTrends(
          {
            values: order.map((i) => columns.values[i]!),
            standardErrors: order.map((i) => columns.standardErrors[i]!),
            years: order.map((i) => columns.years[i]!),
          },
          { of: order.map((i) => Math.floor(i / 5)), count: areas.length },
        );
        expect(mixed).toEqual(found);
        for (const [g, points] of areas.entries()) {
          const one = recentTrend(
            points.map(({ value }) => value),
            points.map(({ error }) => error),
            years,
          );
          expect([found.slope[g], found.chiSquare[g], found.probability[g]]).toEqual([
            one.slope,
            one.chiSquare,
            one.probability,
          ]);
          expect(found.direction[g] !== 0).toBe(one.reason === "significant");
          expect(found.outlier[g] === 1).toBe(one.reason === "outlier");
        }
      }),
      { numRuns: 50 },
    );
  });

  it("goes on where one group cannot be", () => {
    const five = [2019, 2020, 2021, 2022, 2023];
    const found = recentTrends(
      {
        events: [1, 2, 3, 4, 5, -1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, Number.NaN],
        totals: [9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 0, 9, 9, 9, 9, 9],
        years: [...five, ...five, ...five, ...five],
      },
      { starts: [0, 5, 10, 15, 20, 20] },
    );
    expect(Array.from(found.status, (code) => recentTrendStatuses[code])).toEqual([
      "computed",
      "impossible",
      "impossible",
      "missing",
      "too few points",
    ]);
    expect(found.slope.slice(1)).toEqual(new Float64Array(4).fill(Number.NaN));
  });

  it("names an empty whole", () => {
    const found = recentTrends(
      { events: [0, 0, 0], totals: [9, 9, 0], years: [1, 2, 3] },
      { starts: [0, 3] },
      { points: 3 },
    );
    expect(recentTrendStatuses[found.status[0]!]).toBe("no population");
  });
});
