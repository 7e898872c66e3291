import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annualChange, joinpointTrend } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

const rates = [
  50.1, 52.3, 53.0, 56.2, 57.9, 60.8, 58.1, 57.0, 54.9, 52.2, 51.7, 48.8, 49.9, 49.1, 50.3, 49.6, 50.8, 50.2,
];
const years = rates.map((_, i) => 2004 + i);
const standardErrors = rates.map((rate, i) => rate * [0.02, 0.03, 0.025][i % 3]!);

function expectAll(found: readonly number[], expected: readonly number[], relative: number): void {
  expect(found).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expectClose(found[i]!, value, relative);
}

const changes = (trend: ReturnType<typeof joinpointTrend>, name: "value" | "lower" | "upper" | "probability") =>
  trend.segments.map(({ change }) => change[name]);

// R 4.2.2: lm(log(rate) ~ t + pmax(0, t − τ)…, weights = w) for every placement of 0 to 3 joinpoints, the least deviance kept
describe("joinpointTrend", () => {
  it("finds the best line of each number of joinpoints, and takes that with the smallest criterion", () => {
    const found = joinpointTrend(rates, years);
    expect(found.joinpoints).toEqual([2009, 2015]);
    expect(found.segments.map(({ from, to }) => [from, to])).toEqual([
      [2004, 2009],
      [2009, 2015],
      [2015, 2021],
    ]);
    expectAll(
      found.criteria,
      [-5.4698676078304125, -6.2208191696316071, -8.4371169305699016, -8.2466087096566305],
      1e-12,
    );
    expectClose(found.residualSquares, 0.0014881784475902443, 1e-10);
    expectAll(changes(found, "value"), [3.9081816955146564, -3.345876056330932, 0.37821550130279213], 1e-10);
    expectAll(changes(found, "lower"), [3.3954062630106696, -3.6891540198227601, -0.018386607073428429], 1e-9);
    expectAll(changes(found, "upper"), [4.4235001679242325, -3.0013745571197403, 0.77639083126477271], 1e-9);
    expectAll(
      changes(found, "probability"),
      [9.9704786130625112e-10, 8.622540292526476e-11, 0.059875716189566962],
      1e-9,
    );
    const { value, lower, upper } = found.average;
    expectAll([value, lower, upper], [0.059720907583060701, -0.079990918710737269, 0.19962808408335864], 1e-9);
  });

  it("weighs rates by their standard errors", () => {
    const found = joinpointTrend(rates, years, { standardErrors });
    expect(found.joinpoints).toEqual([2009, 2015]);
    expectAll(
      found.criteria,
      [2.0292362463165818, 1.1719319730779514, -1.0696690440400132, -0.83297021687703832],
      1e-10,
    );
    expectAll(changes(found, "value"), [3.8613127576766937, -3.3302838393649337, 0.3608904102448518], 1e-10);
    expectAll(changes(found, "lower"), [3.3929512878339674, -3.6592466663733836, -0.030940965408210452], 1e-9);
    const { value, lower, upper } = found.average;
    expectAll([value, lower, upper], [0.046045137889261234, -0.08622920908767373, 0.17849460089607305], 1e-9);
  });

  it("can ask more of each joinpoint, and be held to fewer", () => {
    expectAll(
      joinpointTrend(rates, years, { selection: "bic3" }).criteria,
      [-5.4698676078304125, -6.0602429608595978, -8.1159645130258831, -7.7648800833406026],
      1e-12,
    );
    const one = joinpointTrend(rates, years, { most: 1 });
    expect(one.joinpoints).toEqual([2008]);
    expectAll(changes(one, "upper"), [5.863845904384779, -1.0012908536100817], 1e-9);
    const three = joinpointTrend(rates, years, { most: 3, standardErrors });
    expect(three.criteria).toHaveLength(4);
  });

  it("is the annual change where there is no joinpoint", () => {
    const none = joinpointTrend(rates, years, { most: 0, standardErrors });
    const { value, lower, upper } = annualChange(rates, years, { standardErrors });
    expect(none.joinpoints).toEqual([]);
    expectAll(changes(none, "value"), [value], 1e-12);
    expectAll([none.average.value, none.average.lower, none.average.upper], [value, lower, upper], 1e-10);
  });

  it("finds no joinpoint in a level series, nor in one that rises steadily", () => {
    expect(joinpointTrend(Array(12).fill(7), years.slice(0, 12)).joinpoints).toEqual([]);
    const steady = years.map((_, i) => 3 * 1.04 ** i);
    const found = joinpointTrend(steady, years);
    expect(found.joinpoints).toEqual([]);
    expectClose(found.average.value, 4, 1e-10);
  });

  it("recovers joinpoints of an exact line, with changes and their average", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 6 }),
        fc.integer({ min: 3, max: 6 }),
        fc.constantFrom(-0.2, -0.05, 0.1),
        fc.constantFrom(-0.1, 0, 0.25),
        fc.constantFrom(-0.15, 0.05),
        (first, apart, a, b, c) => {
          const second = first + apart;
          const slope = (i: number) => (i < first ? a : i < second ? b : c);
          const logs = [3];
          for (let i = 0; i < second + 4; i++) logs.push(logs[i]! + slope(i));
          const t = logs.map((_, i) => 1990 + i);
          const found = joinpointTrend(logs.map(Math.exp), t, { most: 2 });
          expect(found.joinpoints).toEqual([1990 + first, 1990 + second]);
          for (const [s, wanted] of [a, b, c].entries()) {
            expect(found.segments[s]!.change.value).toBeCloseTo(100 * Math.expm1(wanted), 8);
          }
          // The average is the change from the first year to the last, spread evenly.
          const whole = (logs.at(-1)! - logs[0]!) / (logs.length - 1);
          expect(found.average.value).toBeCloseTo(100 * Math.expm1(whole), 8);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("does not care for the unit of rates, and mirrors when time runs backwards", () => {
    const plain = joinpointTrend(rates, years);
    const huge = joinpointTrend(
      rates.map((rate) => rate * 1e9),
      years,
    );
    expect(huge.joinpoints).toEqual(plain.joinpoints);
    expectAll(changes(huge, "value"), changes(plain, "value"), 1e-9);
    const back = joinpointTrend(rates.toReversed(), years.map((t) => -t).reverse());
    expect(back.joinpoints).toEqual([-2015, -2009]);
    const logs = (trend: typeof plain) => changes(trend, "value").map((change) => Math.log1p(change / 100));
    expectAll(
      logs(back).reverse(),
      logs(plain).map((slope) => -slope),
      1e-9,
    );
  });

  it("looks for as many joinpoints as the series is long enough for", () => {
    const criteria = (n: number, options = {}) =>
      joinpointTrend(rates.slice(0, n), years.slice(0, n), options).criteria.length;
    expect([4, 6, 7, 11, 12, 16, 17].map((n) => criteria(n))).toEqual([1, 1, 2, 2, 3, 3, 4]);
    expect([criteria(4, { most: 3 }), criteria(6, { most: 3 })]).toEqual([1, 2]);
  });

  it("keeps joinpoints away from the ends and from each other", () => {
    const found = joinpointTrend(rates, years, { most: 2, ends: 6, between: 3 });
    expect(found.joinpoints.every((year) => year >= 2010 && year <= 2015)).toBe(true);
    expect(joinpointTrend(rates, years, { ends: 9 }).criteria).toHaveLength(1);
  });

  it("knows nothing where a rate is missing", () => {
    const found = joinpointTrend([1, 2, Number.NaN, 4], [1, 2, 3, 4]);
    expect(found).toMatchObject({ joinpoints: [], average: { value: Number.NaN }, criteria: [Number.NaN] });
    expect(found.segments[0]!.change.upper).toBeNaN();
  });

  it("refuses what it cannot take", () => {
    expect(() => joinpointTrend([1, 2, 0, 4], [1, 2, 3, 4])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: joinpointTrend: rates must be above 0, got 0 at 2; take counts where there are none]`,
    );
    expect(() => joinpointTrend([1, 2, 3, 4], [1, 2, 2, 4])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: joinpointTrend: years must rise, got 2 after 2]`,
    );
    expect(() => joinpointTrend([1, 2, 3], [1, 2, 3])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: joinpointTrend: needs at least 4 rates, got 3]`,
    );
    expect(() => joinpointTrend(rates, years, { most: 1.5 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: joinpointTrend: most must be a whole number of 0 or more, got 1.5]`,
    );
    expect(() => joinpointTrend(rates, years, { ends: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: joinpointTrend: ends must be 1 or more, got 0]`,
    );
  });
});
