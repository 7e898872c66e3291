import { describe, expect, it } from "vitest";
import { directRate, directRates, type EmptyRowPolicy, type GroupStatus, groupStatuses } from "../../src/index.ts";

const nan = Number.NaN;
const statusesOf = ({ status }: { readonly status: Uint8Array }): GroupStatus[] =>
  Array.from(status, (code) => groupStatuses[code]!);

// Three groups of two strata each; the first is the example of `directRate`.
const events = Float64Array.of(10, 40, 3, 9, 0, 0);
const population = Float64Array.of(10_000, 5_000, 10_000, 5_000, 10_000, 5_000);
const weights = Float64Array.of(60_000, 40_000, 60_000, 40_000, 60_000, 40_000);
const starts = Int32Array.of(0, 2, 4, 6);

describe("directRates", () => {
  it("gives each group the digits of directRate", () => {
    const { value, lower, upper, status } = directRates({ events, population, weights }, { starts });
    for (let g = 0; g < 3; g++) {
      const one = directRate(
        events.subarray(2 * g, 2 * g + 2),
        population.subarray(2 * g, 2 * g + 2),
        weights.subarray(0, 2),
      );
      expect([value[g], lower[0]![g], upper[0]![g]]).toEqual([one.value, one.lower, one.upper]);
    }
    expect([...status]).toEqual([0, 0, 0]);
  });

  it("takes rows in any order", () => {
    const order = [3, 0, 5, 2, 1, 4];
    const take = (column: Float64Array) => order.map((row) => column[row]!);
    const shuffled = { events: take(events), population: take(population), weights: take(weights) };
    const of = order.map((row) => Math.floor(row / 2));
    const found = directRates(shuffled, { of, count: 3 }, { limits: "fay-feuer" });
    const expected = directRates({ events, population, weights }, { starts }, { limits: "fay-feuer" });
    for (const name of ["value", "events", "population"] as const)
      for (let g = 0; g < 3; g++) expect(found[name][g]).toBeCloseTo(expected[name][g]!, 9);
    for (let g = 0; g < 3; g++) expect(found.upper[0]![g]).toBeCloseTo(expected.upper[0]![g]!, 9);
  });

  it("gives limits at several levels at once", () => {
    const both = directRates({ events, population, weights }, { starts }, { levels: [0.95, 0.998] });
    const { lower, upper } = directRate([10, 40], [10_000, 5_000], [6, 4], { level: 0.998 });
    expect([both.lower[1]![0], both.upper[1]![0]]).toEqual([lower, upper]);
    expect(both.lower[0]![0]).toBe(directRate([10, 40], [10_000, 5_000], [6, 4]).lower);
  });

  it("withholds a rate of few events, and counts them all the same", () => {
    const found = directRates({ events, population, weights }, { starts }, { minimumEvents: 13 });
    expect(statusesOf(found)).toEqual(["computed", "too few events", "too few events"]);
    expect([...found.value]).toEqual([380, nan, nan]);
    expect([...found.events]).toEqual([50, 12, 0]);
  });

  it("goes on past a group that cannot be computed, and says why", () => {
    const odd = {
      events: [10, nan, -1, 9, 5, 5, 1, 1],
      population: [100, 100, 100, 100, 0, 100, 100, 100],
      weights: [1, 1, 1, 1, 1, 1, 1, 1],
    };
    const found = directRates(odd, { starts: [0, 2, 4, 6, 6, 8] }, { per: 100 });
    expect(statusesOf(found)).toEqual(["missing", "impossible", "no population", "no rows", "computed"]);
    expect([...found.value]).toEqual([nan, nan, nan, nan, 1]);
    const shuffled = directRates(odd, { of: [0, 0, 1, 1, 2, 2, 4, 4], count: 5 }, { per: 100 });
    expect(statusesOf(shuffled)).toEqual(statusesOf(found));
  });

  it("does with a row in which nobody lives what the policy says", () => {
    // by hand: strata of 100 people and of none, weights 3 and 1
    const columns = { events: [50, 2], population: [100, 0], weights: [3, 1] };
    const rate = (emptyRows: EmptyRowPolicy) => {
      const { value, events, population } = directRates(columns, { starts: [0, 2] }, { per: 1, emptyRows });
      return [value[0], events[0], population[0]];
    };
    expect(rate("withhold")).toEqual([nan, 50, 100]);
    expect(rate("leave out")).toEqual([0.5, 50, 100]);
    expect(rate("rate 0")).toEqual([(3 * 0.5 + 1 * 0) / 4, 52, 100]);
    expect(rate("count as people")).toEqual([(3 * 0.5 + 1 * 1) / 4, 52, 102]);
  });

  it("does the same in any order of rows", () => {
    const columns = { events: [2, 50, 7], population: [0, 100, 100], weights: [1, 3, 4] };
    for (const emptyRows of ["withhold", "leave out", "rate 0", "count as people"] as const) {
      const grouped = directRates(columns, { starts: [0, 2, 3] }, { emptyRows });
      expect(directRates(columns, { of: [0, 0, 1], count: 2 }, { emptyRows })).toEqual(grouped);
    }
  });

  it("can end lower limits at 0", () => {
    // one average event in a stratum that weighs much: Dobson's limit lies below 0
    const columns = { events: [0.6, 0.1], population: [1_000_000, 1_000], weights: [1, 1] };
    const keep = directRates(columns, { starts: [0, 2] });
    const cut = directRates(columns, { starts: [0, 2] }, { belowZero: "zero" });
    expect(keep.lower[0]![0]).toBeLessThan(0);
    expect(cut.lower[0]![0]).toBe(0);
    expect(cut.upper[0]![0]).toBe(keep.upper[0]![0]);
  });

  it("takes a deviate in place of the level's", () => {
    const rounded = directRates({ events, population, weights }, { starts }, { deviate: 1.96 });
    const exact = directRates({ events, population, weights }, { starts });
    expect(rounded.upper[0]![0]! - exact.upper[0]![0]!).toBeGreaterThan(0);
    expect(rounded.upper[0]![0]! / exact.upper[0]![0]!).toBeCloseTo(1, 4);
  });

  it("gives nothing for no groups", () => {
    const found = directRates({ events: [], population: [], weights: [] }, { starts: [0] });
    expect(found.value).toHaveLength(0);
    expect(found.lower).toHaveLength(1);
  });

  it("refuses groups that do not cover the rows, and options that cannot be", () => {
    const columns = { events, population, weights };
    expect(() => directRates(columns, { starts: [0, 2] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: directRates: starts must rise from 0 to the number of rows, 6, got 0 to 2]`,
    );
    expect(() => directRates(columns, { of: [0, 0, 1, 1, 2, 3], count: 3 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: directRates: groups must be from 0 to 2, got 3 in row 5]`,
    );
    expect(() => directRates(columns, { of: [0, 0], count: 3 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: directRates: needs a group for each of 6 rows, got 2]`,
    );
    expect(() => directRates(columns, { starts }, { levels: [95] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: directRates: level must be between 0 and 1, such as 0.95, got 95]`,
    );
    expect(() => directRates({ ...columns, weights: [1] }, { starts })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: directRates: events, population, weights must be of one length, got 6, 6, 1]`,
    );
  });
});
