import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byarLimits, directRate, directRateOfRepeatedEvents } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

const events = Object.freeze([10, 40]);
const people = Object.freeze([10_000, 5_000]);
const standard = Object.freeze([60_000, 40_000]);

const strata = fc.array(
  fc.record({
    e: fc.integer({ min: 1, max: 500 }),
    n: fc.integer({ min: 500, max: 100_000 }),
    w: fc.integer({ min: 1, max: 10_000 }),
  }),
  { minLength: 1, maxLength: 19 },
);

describe("directRate", () => {
  it("weights each stratum's rate by the standard", () => {
    // by hand: (60 000 × 10/10 000 + 40 000 × 40/5 000) / 100 000 = 0.0038
    expect(directRate(events, people, standard).value).toBe(380);
  });

  it("has Dobson's limits", () => {
    // PHEindicatormethods 2.1.0, calculate_dsr on the same two strata
    const { lower, upper } = directRate(events, people, standard);
    expectClose(lower, 281.48024165828, 1e-13);
    expectClose(upper, 501.661666629032, 1e-13);
  });

  it("is the crude rate when the standard is the population itself", () => {
    const { value, lower, upper } = directRate(events, people, people);
    expect(value).toBeCloseTo((50 / 15_000) * 100_000, 10);
    expect(lower).toBeCloseTo((byarLimits(50).lower / 15_000) * 100_000, 10);
    expect(upper).toBeCloseTo((byarLimits(50).upper / 15_000) * 100_000, 10);
  });

  it("does not depend on the scale of the standard nor on the order of the strata", () => {
    fc.assert(
      fc.property(strata, fc.integer({ min: 2, max: 1000 }), (rows, k) => {
        const [e, n, w] = [rows.map((r) => r.e), rows.map((r) => r.n), rows.map((r) => r.w)];
        const rate = directRate(e, n, w);
        const scaled = directRate(
          e,
          n,
          w.map((x) => x * k),
        );
        const reversed = directRate(e.toReversed(), n.toReversed(), w.toReversed());
        for (const other of [scaled, reversed]) {
          expectClose(other.value, rate.value, 1e-12);
          expectClose(other.upper, rate.upper, 1e-12);
        }
      }),
    );
  });

  it("lies within its limits, which widen with the level", () => {
    fc.assert(
      fc.property(strata, (rows) => {
        const columns = [rows.map((r) => r.e), rows.map((r) => r.n), rows.map((r) => r.w)] as const;
        const { value, lower, upper } = directRate(...columns);
        const wide = directRate(...columns, { level: 0.998 });
        expect(lower).toBeLessThan(value);
        expect(upper).toBeGreaterThan(value);
        expect(wide.lower).toBeLessThan(lower);
        expect(wide.upper).toBeGreaterThan(upper);
      }),
    );
  });

  it("takes typed arrays and leaves them alone", () => {
    const column = Float64Array.of(10, 40);
    expect(directRate(column, people, standard)).toEqual(directRate(events, people, standard));
    expect([...column]).toEqual([10, 40]);
  });

  it("has no limits when there are no events", () => {
    expect(directRate([0, 0], people, standard)).toEqual({ value: 0, lower: Number.NaN, upper: Number.NaN });
  });

  it("is NaN where a count is missing", () => {
    expect(directRate([10, Number.NaN], people, standard)).toEqual({
      value: Number.NaN,
      lower: Number.NaN,
      upper: Number.NaN,
    });
  });

  it("leaves a stratum of weight 0 out of the value", () => {
    expect(directRate(events, people, [1, 0]).value).toBe(100);
  });

  it("refuses a stratum nobody lives in", () => {
    expect(() => directRate(events, [10_000, 0], standard)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: directRate: population must be above 0, got 0 in stratum 1]`,
    );
    expect(() => directRate(events, [Number.NaN, 5], standard)).toThrow(RangeError);
  });

  it("refuses negative events, negative or missing weights, and weights of nothing", () => {
    expect(() => directRate([10, -4], people, standard)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: directRate: events must be 0 or more, got -4 in stratum 1]`,
    );
    expect(() => directRate(events, people, [1, -1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: directRate: weight must be 0 or more, got -1 in stratum 1]`,
    );
    expect(() => directRate(events, people, [1, Number.NaN])).toThrow(RangeError);
    expect(() => directRate(events, people, [0, 0])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: directRate: weights must add up to more than 0, got 0]`,
    );
  });

  it("refuses columns of different lengths and no strata at all", () => {
    expect(() => directRate(events, people, [1, 2, 3])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: directRate: events, population, weights must be of one length, got 2, 2, 3]`,
    );
    expect(() => directRate([], [], [])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: directRate: needs at least one stratum, got none]`,
    );
  });
});

describe("directRateOfRepeatedEvents", () => {
  it("is directRate where nobody had more than one event", () => {
    expect(directRateOfRepeatedEvents([events], [1], people, standard)).toEqual(directRate(events, people, standard));
  });

  it("has the value of all events and wider limits", () => {
    const repeated = directRateOfRepeatedEvents(
      [
        [6, 30],
        [2, 5],
      ],
      [1, 2],
      people,
      standard,
    );
    const { value, lower, upper } = directRate(events, people, standard);
    expectClose(repeated.value, value, 1e-14); // 6 + 2·2 = 10 and 30 + 2·5 = 40 events
    expect(repeated.lower).toBeLessThan(lower);
    expect(repeated.upper).toBeGreaterThan(upper);
  });

  it("has no limits when there are no events, and is NaN where a count is missing", () => {
    expect(directRateOfRepeatedEvents([[0, 0]], [2], people, standard)).toEqual({
      value: 0,
      lower: Number.NaN,
      upper: Number.NaN,
    });
    expect(directRateOfRepeatedEvents([[1, Number.NaN]], [2], people, standard).value).toBe(Number.NaN);
  });

  it("refuses a frequency of 0 and columns of different lengths", () => {
    expect(() => directRateOfRepeatedEvents([events], [0], people, standard)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: directRateOfRepeatedEvents: frequency must be above 0, got 0]`,
    );
    expect(() => directRateOfRepeatedEvents([[1]], [1], people, standard)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: directRateOfRepeatedEvents: people, population must be of one length, got 1, 2]`,
    );
  });
});
