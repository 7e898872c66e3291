import { describe, expect, it } from "vitest";
import { expectedEvents, groupStatuses, indirectRatio, indirectRatios } from "../../src/index.ts";

const nan = Number.NaN;
const columns = {
  events: [20, 40, 1, 2, 0, 0],
  population: [100, 200, 10, 30, 0, 0],
  referenceEvents: [10, 20, 10, 20, 10, 20],
  referencePopulation: [100, 100, 100, 100, 100, 100],
};

describe("indirectRatios", () => {
  it("gives each group the digits of indirectRatio", () => {
    const { value, lower, upper, observed, expected } = indirectRatios(columns, { starts: [0, 2, 4, 6] });
    const first = expectedEvents([100, 200], [10, 20], [100, 100]);
    expect([observed[0], expected[0]]).toEqual([60, first]);
    for (const g of [0, 1]) {
      const one = indirectRatio(observed[g]!, expected[g]!);
      expect([value[g], lower[0]![g], upper[0]![g]]).toEqual([one.value, one.lower, one.upper]);
    }
  });

  it("takes rows in any order", () => {
    const order = [5, 2, 0, 4, 3, 1];
    const take = (column: readonly number[]) => order.map((row) => column[row]!);
    const shuffled = {
      events: take(columns.events),
      population: take(columns.population),
      referenceEvents: take(columns.referenceEvents),
      referencePopulation: take(columns.referencePopulation),
    };
    const of = order.map((row) => Math.floor(row / 2));
    expect(indirectRatios(shuffled, { of, count: 3 })).toEqual(indirectRatios(columns, { starts: [0, 2, 4, 6] }));
  });

  it("says why a group has no ratio", () => {
    const odd = { ...columns, events: [20, nan, -1, 2, 0, 0] };
    const { status, value, observed } = indirectRatios(odd, { starts: [0, 2, 4, 6, 6] });
    expect(Array.from(status, (code) => groupStatuses[code])).toEqual([
      "missing",
      "impossible",
      "nothing expected",
      "no rows",
    ]);
    expect([...value]).toEqual([nan, nan, nan, nan]);
    expect([...observed]).toEqual([nan, nan, 0, nan]);
  });
});
