import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crudeRate, expectedEvents, indirectRate, indirectRatio, poissonLimits } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

const none = { value: Number.NaN, lower: Number.NaN, upper: Number.NaN };

const strata = fc.array(
  fc.record({
    x: fc.integer({ min: 1, max: 500 }),
    n: fc.integer({ min: 500, max: 100_000 }),
  }),
  { minLength: 1, maxLength: 19 },
);

describe("expectedEvents", () => {
  it("gives each stratum the rate of the reference", () => {
    // by hand: 2 000 × 300/30 000 + 1 000 × 800/20 000 = 20 + 40
    expect(expectedEvents([2_000, 1_000], [300, 800], [30_000, 20_000])).toBe(60);
  });

  it("takes a stratum nobody lives in, and a reference without events", () => {
    expect(expectedEvents([0, 1_000], [300, 800], [30_000, 20_000])).toBe(40);
    expect(expectedEvents([10], [0], [20_000])).toBe(0);
  });

  it("is NaN where a population or a count of the reference is missing", () => {
    expect(expectedEvents([Number.NaN, 1], [1, 1], [10, 10])).toBe(Number.NaN);
    expect(expectedEvents([1, 1], [1, Number.NaN], [10, 10])).toBe(Number.NaN);
  });

  it("refuses what cannot be, and names the stratum", () => {
    expect(() => expectedEvents([1, -1], [1, 1], [10, 10])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: expectedEvents: population must be 0 or more, got -1 in stratum 1]`,
    );
    expect(() => expectedEvents([1, 1], [-1, 1], [10, 10])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: expectedEvents: events must be 0 or more, got -1 of the reference in stratum 0]`,
    );
    expect(() => expectedEvents([1, 1], [1, 1], [10, 0])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: expectedEvents: population must be above 0, got 0 of the reference in stratum 1]`,
    );
    expect(() => expectedEvents([], [], [])).toThrow("expectedEvents: needs at least one stratum, got none");
    expect(() => expectedEvents([1], [1, 2], [1, 2])).toThrow("must be of one length, got 1, 2, 2");
  });
});

describe("indirectRatio", () => {
  it("is observed over expected with the limits of the observed count", () => {
    const { value, lower, upper } = indirectRatio(60, 50);
    expect(value).toBe(1.2);
    expectClose(lower * 50, poissonLimits(60).lower, 1e-15);
    expectClose(upper * 50, poissonLimits(60).upper, 1e-15);
  });

  it("has exact limits below 10 events and Byar's from 10", () => {
    // PHEindicatormethods 2.1.0, calculate_ISRatio: 4 events, 3.468793302600941 expected, 99.8 %, per 100
    const few = indirectRatio(4, 3.468793302600941, { per: 100, level: 0.998 });
    expectClose(few.value, 115.31387577924446, 1e-14);
    expectClose(few.lower, 12.354509947510842, 1e-12);
    expectClose(few.upper, 426.4926714268154, 1e-12);
    // the same, 2 888 events, 4 113.8631865328725 expected
    const many = indirectRatio(2888, 4113.8631865328725, { per: 100, level: 0.998 });
    expectClose(many.lower, 66.23391716053544, 1e-12);
    expectClose(many.upper, 74.33294072598213, 1e-12);
  });

  it("is 1 where a population is its own reference", () => {
    fc.assert(
      fc.property(strata, (rows) => {
        const [x, n] = [rows.map((row) => row.x), rows.map((row) => row.n)];
        const observed = x.reduce((sum, e) => sum + e, 0);
        expectClose(indirectRatio(observed, expectedEvents(n, x, n)).value, 1, 1e-13);
      }),
    );
  });

  it("does not depend on the size of the reference nor on the order of the strata", () => {
    fc.assert(
      fc.property(strata, fc.integer({ min: 2, max: 1_000 }), fc.nat(5_000), (rows, k, observed) => {
        const [x, n] = [rows.map((row) => row.x), rows.map((row) => row.n)];
        const own = n.map((_, i) => 100 * (i + 1));
        const ratio = indirectRatio(observed, expectedEvents(own, x, n));
        const scaled = indirectRatio(
          observed,
          expectedEvents(
            own,
            x.map((e) => e * k),
            n.map((people) => people * k),
          ),
        );
        const reversed = indirectRatio(observed, expectedEvents(own.toReversed(), x.toReversed(), n.toReversed()));
        for (const other of [scaled, reversed]) {
          expectClose(other.value, ratio.value, 1e-12);
          expectClose(other.lower, ratio.lower, 1e-12);
          expectClose(other.upper, ratio.upper, 1e-12);
        }
      }),
    );
  });

  it("lies within its limits, which widen with the level", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0.01, max: 1e6, noNaN: true }), (o, e) => {
        const { value, lower, upper } = indirectRatio(o, e);
        const wide = indirectRatio(o, e, { level: 0.998 });
        expect(lower).toBeLessThan(value);
        expect(upper).toBeGreaterThan(value);
        expect(wide.lower).toBeLessThan(lower);
        expect(wide.upper).toBeGreaterThan(upper);
      }),
    );
  });

  it("is 0 with an upper limit where nothing was observed", () => {
    const { value, lower, upper } = indirectRatio(0, 2);
    expect([value, lower]).toEqual([0, 0]);
    expectClose(upper, Math.log(40) / 2, 1e-13); // −ln 0.025
  });

  it("is NaN where nothing is expected or a number is missing", () => {
    expect(indirectRatio(5, 0)).toEqual(none);
    expect(indirectRatio(0, 0)).toEqual(none);
    expect(indirectRatio(Number.NaN, 2)).toEqual(none);
    expect(indirectRatio(2, Number.NaN)).toEqual(none);
  });

  it("refuses numbers and options that cannot be", () => {
    expect(() => indirectRatio(-1, 2)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: indirectRatio: events must be 0 or more, got -1]`,
    );
    expect(() => indirectRatio(1, -2)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: indirectRatio: expected events must be 0 or more, got -2]`,
    );
    expect(() => indirectRatio(1, 2, { per: 0 })).toThrow("indirectRatio: per must be above 0, got 0");
    expect(() => indirectRatio(1, 2, { level: 95 })).toThrow("level must be between 0 and 1");
  });
});

describe("indirectRate", () => {
  it("is the ratio times the crude rate of the reference", () => {
    const ratio = indirectRatio(60, 50);
    const rate = indirectRate(60, 50, 400);
    expect(rate.value).toBe(480);
    expectClose(rate.lower, ratio.lower * 400, 1e-15);
    expectClose(rate.upper, ratio.upper * 400, 1e-15);
  });

  it("is the crude rate where a population is its own reference", () => {
    const rate = indirectRate(50, 50, crudeRate(50, 15_000).value);
    expectClose(rate.value, crudeRate(50, 15_000).value, 1e-15);
    expectClose(rate.upper, crudeRate(50, 15_000).upper, 1e-14);
  });

  it("is 0 from 0 where nothing was observed, and NaN where nothing is expected or a number is missing", () => {
    expect(indirectRate(0, 2, 400)).toMatchObject({ value: 0, lower: 0 });
    expect(indirectRate(5, 0, 400)).toEqual(none);
    expect(indirectRate(5, 2, Number.NaN)).toEqual(none);
    expect(indirectRate(Number.NaN, 2, 400)).toEqual(none);
  });

  it("refuses numbers that cannot be", () => {
    expect(() => indirectRate(1, 2, -3)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: indirectRate: reference rate must be 0 or more, got -3]`,
    );
    expect(() => indirectRate(-1, 2, 3)).toThrow("indirectRate: events must be 0 or more, got -1");
    expect(() => indirectRate(1, Number.POSITIVE_INFINITY, 3)).toThrow("expected events must be 0 or more");
  });
});
