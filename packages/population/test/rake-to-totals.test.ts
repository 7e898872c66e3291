import {
  type Age,
  ageBands,
  calendarYears,
  into,
  keep,
  type LookUp,
  noSource,
  sumOver,
  tableFromRows,
} from "@popneeds/core";
import { loadPlaces, rollUp } from "@popneeds/geography";
import { openData, populationByYear, smallAreaPopulation } from "@popneeds/ingest";
import { describe, expect, it } from "vitest";
import { localityBands, localityProjection, type People, rakeToTotals } from "../src/index.ts";

const [young, old] = ageBands(0, 65) as [Age, Age];
const within: LookUp = {
  level: "partnership",
  parents: new Map([
    ["a", "P"],
    ["b", "P"],
  ]),
  edition: "of the test",
  provenance: noSource,
};
type Cell = number | "suppressed";
const parts = (cells: readonly (readonly [Cell, Cell])[]) =>
  tableFromRows(
    cells.flatMap(([y, o], i) => [
      { area: "ab"[i]!, age: young, people: y },
      { area: "ab"[i]!, age: old, people: o },
    ]),
    { people: "count" },
  );
const byAge = (y: Cell, o: Cell) =>
  tableFromRows(
    [
      { area: "P", age: young, people: y },
      { area: "P", age: old, people: o },
    ],
    { people: "count" },
  );
const byArea = (a: number, b: number) =>
  tableFromRows(
    [
      { area: "a", people: a },
      { area: "b", people: b },
    ],
    { people: "count" },
  );
const people = (table: Iterable<{ people: number | null }>) => [...table].map((row) => row.people);

describe("rakeToTotals", () => {
  it("scales parts to totals of the larger area by age, keeping shares", () => {
    // By hand: young 10 and 30 to 80 are 20 and 60; old 20 and 20 to 10 are 5 and 5.
    const found = rakeToTotals(
      parts([
        [10, 20],
        [30, 20],
      ]),
      [byAge(80, 10)],
      { within },
    );
    expect(people(found)).toEqual([20, 5, 60, 5]);
    expect(found.provenance.evidence).toBe("modelled");
    expect(found.provenance.steps).toEqual([
      "raked to totals by partnership, age, by iterative proportional fitting to 1e-12; cells of 0 stay 0",
    ]);
  });

  it("scales all parts alike to one total, of the larger area or of all", () => {
    const four = parts([
      [1, 2],
      [3, 4],
    ]);
    const one = tableFromRows([{ area: "P", people: 20 }], { people: "count" });
    expect(people(rakeToTotals(four, [one], { within }))).toEqual([2, 4, 6, 8]);
    expect(people(rakeToTotals(four, [sumOver(one, "area")]))).toEqual([2, 4, 6, 8]);
  });

  it("has totals of two kinds at once, keeps odds ratios, and leaves a cell of 0 alone", () => {
    const found = people(
      rakeToTotals(
        parts([
          [1, 1],
          [1, 1],
        ]),
        [byAge(3, 1), byArea(2, 2)],
        { within },
      ),
    ) as number[];
    // By hand: independent, 3 × 2 ÷ 4 and 1 × 2 ÷ 4.
    for (const [i, expected] of [1.5, 0.5, 1.5, 0.5].entries()) expect(found[i]).toBeCloseTo(expected, 10);
    const odds = (x: readonly number[]) => (x[0]! * x[3]!) / (x[1]! * x[2]!);
    const raked = people(
      rakeToTotals(
        parts([
          [5, 2],
          [3, 7],
        ]),
        [byAge(12, 8), byArea(9, 11)],
        { within },
      ),
    ) as number[];
    expect(odds(raked)).toBeCloseTo(odds([5, 2, 3, 7]), 9);
    expect(raked[0]! + raked[1]!).toBeCloseTo(9, 10);
    expect(raked[0]! + raked[2]!).toBeCloseTo(12, 10);
    // By hand: with b's young at 0, a has all 3 young and 1 of the old, b the other 2.
    const zero = people(
      rakeToTotals(
        parts([
          [1, 1],
          [0, 1],
        ]),
        [byAge(3, 3), byArea(4, 2)],
        { within },
      ),
    ) as number[];
    for (const [i, expected] of [3, 1, 0, 2].entries()) expect(zero[i]).toBeCloseTo(expected, 9);
  });

  it("is missing for a reason, or with a warning where totals cannot be had", () => {
    const reasons = (table: Iterable<{ missing: unknown }>) => [...new Set([...table].map(({ missing }) => missing))];
    expect(
      reasons(
        rakeToTotals(
          parts([
            ["suppressed", 1],
            [1, 1],
          ]),
          [byAge(1, 1)],
          { within },
        ),
      ),
    ).toEqual(["suppressed"]);
    expect(
      reasons(
        rakeToTotals(
          parts([
            [1, 1],
            [1, 1],
          ]),
          [byAge("suppressed", 1)],
          { within },
        ),
      ),
    ).toEqual(["suppressed"]);
    expect(
      reasons(
        rakeToTotals(
          parts([
            [1, 1],
            [1, 1],
          ]),
          [keep(byAge(1, 1), { age: (age) => age === old })],
          { within },
        ),
      ),
    ).toEqual(["incomplete"]);
    const stuck = rakeToTotals(
      parts([
        [0, 1],
        [0, 1],
      ]),
      [byAge(5, 1)],
      { within },
    );
    expect(reasons(stuck)).toEqual(["not available"]);
    expect(stuck.issues.map(({ message }) => message)).toEqual([
      "rakeToTotals: 1 groups of parts cannot have their totals, since cells of 0 stand in the way: P",
    ]);
    expect(rakeToTotals(keep(parts([[1, 1]]), { area: "none" }), [byAge(1, 1)], { within }).length).toBe(0);
  });

  it("refuses totals that disagree, of other areas, or by other keys", () => {
    const two = parts([
      [1, 1],
      [1, 1],
    ]);
    expect(() => rakeToTotals(two, [byAge(3, 1), byArea(2, 3)], { within })).toThrow(
      "[totals-disagree] rakeToTotals: all kinds of totals must have one sum; in P they are 4, 5",
    );
    expect(() => rakeToTotals(two, [byAge(3, 1)])).toThrow(
      "[unknown-area] rakeToTotals: totals must be of the parts' areas",
    );
    const bySex = tableFromRows([{ area: "P", sex: "male" as const, people: 4 }], { people: "count" });
    expect(() => rakeToTotals(two, [bySex as never], { within })).toThrow(
      "[unknown-key] rakeToTotals: totals must be by keys of the parts, area, age; found sex",
    );
    expect(() => rakeToTotals(two, [byAge(1, 1)], { within: { ...within, parents: new Map([["a", "P"]]) } })).toThrow(
      "[unknown-area] rakeToTotals: each part needs a partnership in the look-up of of the test; 1 have none:\n  b",
    );
  });

  it("gives localities what localityProjection gives them, where totals are by sex and age of the partnership alone", async () => {
    const data = await openData(new URL("../../../datasets", import.meta.url).pathname);
    const places = await loadPlaces(data);
    const lookUp = places.lookUp("locality", "partnership");
    const small = keep(
      rollUp(await data.table("population-small-area-2021", smallAreaPopulation), places, ["locality"]),
      {
        level: "locality",
      },
    ) as unknown as People;
    const covered = new Set(lookUp.parents.values());
    const year = calendarYears(2021);
    const projections = keep(await data.table("population-projections-partnership", populationByYear), {
      area: (area) => covered.has(area),
      period: ({ label }) => label === year.label,
    });
    const raked = rakeToTotals(into(small, localityBands), [into(projections, localityBands)], { within: lookUp });
    const expected = new Map(
      [...localityProjection(small, projections, lookUp)].map((row) => [
        `${row.area} ${row.sex} ${row.age.from}`,
        row.people!,
      ]),
    );
    expect(raked.length).toBe(expected.size);
    // Shared out to 2⁻²⁰ of a person there, not here.
    for (const row of raked)
      expect(Math.abs(row.people! - expected.get(`${row.area} ${row.sex} ${row.age.from}`)!)).toBeLessThan(1e-5);
    const total = (table: People) =>
      [...sumOver(table, "area", "sex", "age")].reduce((sum, row) => sum + row.people!, 0);
    expect(total(raked) / total(projections)).toBeCloseTo(1, 11);
  });
});
