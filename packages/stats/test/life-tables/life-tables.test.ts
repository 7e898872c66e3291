import { describe, expect, it } from "vitest";
import { type LifeTableOptions, lifeTable, lifeTableStatuses, lifeTables } from "../../src/index.ts";
import { abridged, population, sampled, seeded } from "./populations.ts";

describe("lifeTables", () => {
  it.each<LifeTableOptions>([
    {},
    { levels: [0.95, 0.998], separation: "half" },
    { openVariance: "none", deviate: 1.96, openBand: "merge", emptyBands: "no deaths" },
    { openVariance: "binomial", separation: "coale-demeny female", unreachedAges: "zero" },
    { openBand: 4.2, withhold: { populationBelow: 900, deathsBelow: 8, intervalAbove: 12 } },
    { deathsAbovePopulation: "withhold", withhold: { populationUpTo: 1_000, intervalAbove: 20 } },
  ])("says of each group what lifeTable says, to the last digit: %j", (options) => {
    const random = seeded(1);
    const bands = abridged.length;
    const groups = 200;
    const people = Array.from({ length: groups }, (_, g) => population(random, 5 + 20 * g)).flat();
    const deaths = people.map((n, i) => sampled(random, n * rate(i % bands)));
    const columns = lifeTables(deaths, people, abridged, options);
    const seen = new Set<string>();
    for (let g = 0; g < groups; g++) {
      const rows = [g * bands, (g + 1) * bands] as const;
      const one = lifeTable(deaths.slice(...rows), people.slice(...rows), abridged, options);
      expect(columns.expectancy.slice(...rows)).toEqual(one.expectancy);
      expect(columns.variance.slice(...rows)).toEqual(one.variance);
      expect(columns.lower.map((limit) => limit.slice(...rows))).toEqual(one.lower);
      expect(columns.upper.map((limit) => limit.slice(...rows))).toEqual(one.upper);
      expect(Array.from(columns.status.slice(...rows), (code) => lifeTableStatuses[code])).toEqual(one.status);
      for (const status of one.status) seen.add(status);
    }
    expect(seen.size).toBeGreaterThan(1); // not all groups are easy
  });

  it("takes typed columns and plain ones alike", () => {
    const typed = lifeTables(Float64Array.of(1, 4, 10), Int32Array.of(100, 400, 100), Uint8Array.of(0, 1, 5));
    expect(typed).toEqual(lifeTables([1, 4, 10], [100, 400, 100], [0, 1, 5]));
  });

  it("is not stopped by one group", () => {
    const bad = [
      [-1, 4, 10],
      [1, Infinity, 10],
      [1, Number.NaN, 10],
      [1, 4, 0],
    ];
    const { expectancy, status } = lifeTables(
      [1, 4, 10, ...bad.flat(), 1, 4, 10],
      [1, 2, 3, 4, 5, 6].flatMap(() => [100, 400, 100]),
      [0, 1, 5],
    );
    expect([expectancy[0], expectancy[15]]).toEqual([expectancy[0], expectancy[0]]);
    expect(Array.from(status.slice(3, 15), (code) => lifeTableStatuses[code])).toEqual([
      "impossible",
      "computed",
      "computed",
      "impossible",
      "impossible",
      "computed",
      "missing",
      "missing",
      "computed",
      "no deaths in the open band",
      "no deaths in the open band",
      "no deaths in the open band",
    ]);
    expect(Array.from(status, (code, i) => (code === 0) === !Number.isNaN(expectancy[i])).every(Boolean)).toBe(true);
  });

  it("of no group is empty columns", () => {
    const { expectancy, lower, status } = lifeTables([], [], [0, 1, 5]);
    expect([expectancy.length, lower[0]!.length, status.length]).toEqual([0, 0, 0]);
  });

  it("refuses rows that are not whole groups", () => {
    expect(() => lifeTables([1, 2, 3, 4], [1, 2, 3, 4], [0, 1, 5])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: lifeTables: rows must be whole groups of 3 bands, got 4 rows]`,
    );
    expect(() => lifeTables([1, 2, 3], [1, 2], [0, 1, 5])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: lifeTables: deaths, population must be of one length, got 3, 2]`,
    );
    expect(() => lifeTables([1], [2], [])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: lifeTables: needs at least one band, got none]`,
    );
  });

  it("does not change its arguments", () => {
    const deaths = Object.freeze([1, 0, 0]);
    const people = Object.freeze([100, 400, 0]);
    lifeTables(deaths, people, Object.freeze([0, 1, 5]), { openBand: "merge" });
    expect([deaths, people]).toEqual([
      [1, 0, 0],
      [100, 400, 0],
    ]);
  });
});

/** Death rates that rise by age, high enough that small groups have every sort of trouble. */
function rate(band: number): number {
  return 0.002 * Math.exp(0.28 * band);
}
