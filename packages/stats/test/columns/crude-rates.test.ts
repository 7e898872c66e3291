import { describe, expect, it } from "vitest";
import { byarLimits, crudeRate, crudeRates, exactPoissonLimits, groupStatuses } from "../../src/index.ts";

const nan = Number.NaN;

describe("crudeRates", () => {
  it("gives each row the digits of crudeRate, exact below 10 events and Byar's from 10", () => {
    const events = [0, 1, 9, 9.5, 10, 1e6];
    const population = [10, 200, 1_000, 5_000, 1e5, 2e9];
    const { value, lower, upper } = crudeRates(events, population, { per: 1_000, levels: [0.9, 0.95] });
    events.forEach((e, i) => {
      const one = crudeRate(e, population[i]!, { per: 1_000 });
      expect([value[i], lower[1]![i], upper[1]![i]]).toEqual([one.value, one.lower, one.upper]);
    });
  });

  it("can have Byar's limits throughout, or exact ones", () => {
    const byar = crudeRates([4, 40], [1, 1], { per: 1, limits: "byar" });
    expect(byar.upper[0]![0]).toBe(byarLimits(4).upper);
    const exact = crudeRates([4, 40], [1, 1], { per: 1, limits: "exact" });
    expect(exact.lower[0]![1]).toBe(exactPoissonLimits(40).lower);
  });

  it("says why a row has no rate", () => {
    const { value, status } = crudeRates([1, nan, -1, 1, 1], [10, 10, 10, 0, -5]);
    expect(Array.from(status, (code) => groupStatuses[code])).toEqual([
      "computed",
      "missing",
      "impossible",
      "no population",
      "impossible",
    ]);
    expect([...value].slice(1)).toEqual([nan, nan, nan, nan]);
  });
});
