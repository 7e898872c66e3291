import {
  type Age,
  ageBands,
  calendarYears,
  type Exposed,
  keep,
  type LookUp,
  noSource,
  type Period,
  rowAt,
  sumOver,
  tableFromRows,
} from "@popneeds/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectedEvents, localBurden } from "../../src/index.ts";

const [young, old] = ageBands(0, 65) as [Age, Age];
const period = calendarYears(2020);
// Rates of x: 0.1 and 0.4, of y: 0.01 and 0. Made up.
const rates: Exposed<{ area: string; period: Period; age: Age; cause: string }, "years"> = tableFromRows(
  [
    { area: "K", period, age: young, cause: "x", events: 100, population: 1000 },
    { area: "K", period, age: old, cause: "x", events: 200, population: 500 },
    { area: "K", period, age: young, cause: "y", events: 10, population: 1000 },
    { area: "K", period, age: old, cause: "y", events: 0, population: 500 },
  ],
  { events: "years", population: "person-years" },
);
const people = tableFromRows(
  [
    { area: "a", period, age: young, people: 100 },
    { area: "a", period, age: old, people: 50 },
    { area: "b", period, age: young, people: 200 },
    { area: "b", period, age: old, people: 20 },
    { area: "c", period, age: young, people: 10 },
    { area: "c", period, age: old, people: 10 },
  ],
  { people: "count" },
);
const of: LookUp = {
  level: "partnership",
  parents: new Map([
    ["a", "P"],
    ["b", "P"],
    ["c", "Q"],
  ]),
  edition: "of the test",
  provenance: noSource,
};
const totalsOf = (rows: readonly { area: string; cause: string; years: number | "suppressed" }[]) =>
  tableFromRows(rows, { years: "years" });
// Modelled: x of P 30 + 28 = 58 (a: 100 × 0.1 + 50 × 0.4; b: 200 × 0.1 + 20 × 0.4), y of P 1 + 2 = 3; x of Q 1 + 4 = 5, y of Q 0.1.
const totals = totalsOf([
  { area: "P", cause: "x", years: 116 },
  { area: "P", cause: "y", years: 6 },
  { area: "Q", cause: "x", years: 5 },
  { area: "Q", cause: "y", years: "suppressed" },
]);
const byArea = (table: ReturnType<typeof localBurden>, area: string, cause: string) =>
  rowAt(
    sumOver(keep(table as never, { area, cause } as never) as never, "age" as never) as never,
    0,
  ) as unknown as Record<"burden" | "unadjusted" | "modelled", number>;

describe("localBurden", () => {
  it("is people × rates without a benchmark, and says that all of it is modelled", () => {
    const local = localBurden(rates, people);
    expect(byArea(local as never, "a", "x")).toMatchObject({ burden: 30, unadjusted: 30, modelled: 30 });
    expect(local.provenance.evidence).toBe("modelled");
    expect(local.provenance.steps.at(-1)).toBe(
      "local burden: not benchmarked; all of it is modelled, none observed there",
    );
    expect(local.measures.unadjusted.values).toEqual(expectedEvents(rates, people).measures.events.values);
  });

  it("is multiplied so that areas add up to the total of each larger area and cause", () => {
    const local = localBurden(rates, people, { benchmark: { totals, of } });
    // By hand: 30 × 116/58 = 60; 28 × 2 = 56; y: 1 × 6/3 = 2.
    expect(byArea(local as never, "a", "x")).toMatchObject({ burden: 60, unadjusted: 30, modelled: 60 });
    expect(byArea(local as never, "b", "x").burden).toBe(56);
    expect(byArea(local as never, "a", "y").burden).toBe(2);
    expect(byArea(local as never, "c", "x").burden).toBe(5);
  });

  it("says by how much it changed figures, and leaves as modelled what has no total", () => {
    const local = localBurden(rates, people, { benchmark: { totals, of } });
    expect(byArea(local as never, "c", "y").burden).toBeCloseTo(0.1, 12);
    expect(local.issues.map(({ severity, code, message }) => `${severity} ${code}: ${message}`)).toMatchInlineSnapshot(`
      [
        "note benchmarked: 3 totals by partnership, cause were met by multiplying the modelled figures by 1.000 to 2.000",
        "warning not-benchmarked: 1 combinations of partnership and keys were left as modelled: Q, y (there is no total)",
      ]
    `);
    expect(local.provenance.steps.at(-1)).toMatchInlineSnapshot(
      `"local burden: benchmarked to the totals by partnership, cause (of the test), factors 1.000 to 2.000; all of it is modelled, none observed there"`,
    );
  });

  it("does not put a total on areas of which nothing is modelled, nor on areas outside the look-up", () => {
    const local = localBurden(rates, keep(people, { area: (area) => area !== "b" }), {
      benchmark: {
        totals: tableFromRows([{ area: "P", cause: "y", age: old, years: 3 }], { years: "years" }),
        of: { ...of, parents: new Map([["a", "P"]]) },
      },
    } as never) as never as ReturnType<typeof localBurden>;
    expect(local.issues.map(({ code }) => code)).toEqual(["not-benchmarked", "area-without-parent"]);
    expect(local.measures.burden.values).toEqual(local.measures.unadjusted.values);
  });

  it("meets several sets of totals at once", () => {
    const byCause = totalsOf([
      { area: "P", cause: "x", years: 100 },
      { area: "P", cause: "y", years: 10 },
    ]);
    const byAge = tableFromRows(
      [
        { area: "P", age: young, years: 60 },
        { area: "P", age: old, years: 50 },
      ],
      { years: "years" },
    );
    const local = localBurden(rates, keep(people, { area: (area) => area !== "c" }), {
      benchmark: { totals: [byCause, byAge], of },
    });
    const sums = new Map<string, number>();
    for (const { cause, age, burden } of local)
      for (const key of [cause, age.label]) sums.set(key, (sums.get(key) ?? 0) + burden!);
    expect(sums.get("x")).toBeCloseTo(100, 9);
    expect(sums.get("y")).toBeCloseTo(10, 9);
    expect(sums.get(young.label)).toBeCloseTo(60, 9);
    expect(sums.get(old.label)).toBeCloseTo(50, 9);
    // By hand: y is of the young alone, so x of the old is all 50 years; a has 20 of the 28 modelled of x there.
    expect([...keep(local, { area: "a", cause: "x", age: (age) => age.from === 65 })][0]!.burden).toBeCloseTo(
      (50 * 20) / 28,
      9,
    );
  });

  it("refuses sets of totals that do not agree or are not complete", () => {
    const byCause = totalsOf([
      { area: "P", cause: "x", years: 100 },
      { area: "P", cause: "y", years: 10 },
    ]);
    const byAge = (last: number) =>
      tableFromRows(
        [{ area: "P", age: young, years: 60 }, ...(last > 0 ? [{ area: "P", age: old, years: last }] : [])],
        { years: "years" },
      );
    const local = (last: number) => () =>
      localBurden(rates, keep(people, { area: (area) => area !== "c" }), {
        benchmark: { totals: [byCause, byAge(last)], of },
      });
    expect(local(40)).toThrow(/\[benchmark-disagrees\] localBurden: several sets of totals must agree/);
    expect(local(0)).toThrow(/P, 65\+: there is no total/);
  });

  it("refuses totals of something else, by other keys, twice or of other areas", () => {
    const local = (table: unknown) => () => localBurden(rates, people, { benchmark: { totals: table as never, of } });
    expect(local(tableFromRows([{ area: "P", cause: "x", deaths: 3 }], { deaths: "count" }))).toThrow(
      /different-kinds/,
    );
    expect(local(tableFromRows([{ area: "P", fifth: "1", years: 3 }], { years: "years" }))).toThrow(/not-counted-by/);
    expect(local(tableFromRows([{ area: "Z", cause: "x", years: 3 }], { years: "years" }))).toThrow(/no-benchmark/);
    expect(local(tableFromRows([{ area: "P", years: 3, more: 1 }], { years: "years", more: "years" }))).toThrow(
      /one-measure/,
    );
    expect(
      local(
        tableFromRows(
          [
            { area: "P", level: "partnership", years: 3 },
            { area: "P", level: "ward", years: 4 },
          ],
          { years: "years" },
        ),
      ),
    ).toThrow(/duplicate-key/);
  });

  it("is empty of nobody, and missing where people are", () => {
    expect(localBurden(rates, keep(people, { area: "nowhere" })).length).toBe(0);
    const unknown = tableFromRows(
      [
        { area: "a", age: young, people: "suppressed" as const },
        { area: "a", age: old, people: 10 },
      ],
      { people: "count" },
    );
    const local = localBurden(rates, unknown, {
      benchmark: { totals: keep(totals, { area: "P", cause: "x" }), of },
    } as never);
    expect([...local].map(({ missing }) => missing)).toEqual(["suppressed", "suppressed", null, null]);
    expect(local.issues.map(({ code, message }) => `${code} ${message}`)[0]).toMatch(/P, x \(a part is missing\)/);
  });

  it("adds up to the totals whatever people and totals are", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 4, maxLength: 4 }),
        fc.double({ min: 0.001, max: 1e6, noNaN: true }),
        (n, total) => {
          const some = tableFromRows(
            n.map((count, i) => ({ area: i < 2 ? "a" : "b", age: i % 2 === 0 ? young : old, people: count })),
            { people: "count" },
          );
          const local = localBurden(rates, some, {
            benchmark: { totals: tableFromRows([{ area: "P", years: total }], { years: "years" }), of },
          });
          const sum = [...local].reduce((all, { burden }) => all + burden!, 0);
          expect(Math.abs(sum - total)).toBeLessThanOrEqual(1e-12 * total);
        },
      ),
    );
  });
});
