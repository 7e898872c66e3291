import { type Age, ageBands, calendarYears, type Exposed, keep, over, tableFromRows } from "@popneeds/core";
import { deathsByCause, openData, personYears } from "@popneeds/ingest";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { burdenDrivers } from "../../src/index.ts";

const [young, old] = ageBands(0, 65) as [Age, Age];
const [then, now] = [calendarYears(2015), calendarYears(2020)];
type Row = { period: typeof then; age: Age; cause: string; events: number | "suppressed"; population: number };

const table = (rows: readonly Row[]): Exposed<{ period: typeof then; age: Age; cause: string }> =>
  tableFromRows(rows, { events: "count", population: "count" });
const at = (period: typeof then, cause: string, cells: readonly (readonly [number | "suppressed", number])[]) =>
  cells.map(([events, population], i) => ({ period, cause, age: [young, old][i]!, events, population }));

describe("burdenDrivers", () => {
  it("splits a change into growth, ageing and rates that add up to it, worked by hand", () => {
    // 100 and 50 people at 0.1 and 0.4, later 100 and 100 at 0.1 and 0.3: the worked example of burdenChange,
    // growth 10.13888…, ageing 7.2222…, rate −7.36111… of 30 to 40.
    const both = table([
      ...at(then, "x", [
        [10, 100],
        [20, 50],
      ]),
      ...at(now, "x", [
        [10, 100],
        [30, 100],
      ]),
    ]);
    const [row] = [
      ...burdenDrivers(keep(both, { period: (p) => p === then }), keep(both, { period: (p) => p === now })),
    ];
    expect(row).toMatchObject({ cause: "x", first: 30, second: 40 });
    expect(row!.growth).toBeCloseTo(10.138888888888888, 12);
    expect(row!.ageing).toBeCloseTo(7.222222222222223, 12);
    expect(row!.rate).toBeCloseTo(-7.361111111111114, 12);
  });

  it("gives a stratum without people the rate of the other table, so that its effect is of people alone", () => {
    const found = [
      ...burdenDrivers(
        table(
          at(then, "x", [
            [10, 100],
            [0, 0],
          ]),
        ),
        table(
          at(now, "x", [
            [10, 100],
            [5, 50],
          ]),
        ),
      ),
    ];
    // By hand: rates are 0.1 and 0.1 in both; 50 people more at 0.1 are 5, all of it growth, whatever their age.
    expect(found[0]!.rate).toBe(0);
    expect(found[0]!.ageing).toBeCloseTo(0, 12);
    expect(found[0]!.growth).toBeCloseTo(5, 12);
  });

  it("passes on why a figure is missing, and names what a table lacks", () => {
    const before = table([
      ...at(then, "x", [
        ["suppressed", 100],
        [0, 1],
      ]),
      ...at(then, "y", [
        [1, 100],
        [1, 10],
      ]),
      ...at(then, "z", [
        [0, 0],
        [0, 0],
      ]),
    ]);
    const after = table([
      ...at(now, "x", [
        [1, 100],
        [0, 1],
      ]),
      ...at(now, "w", [
        [1, 1],
        [1, 1],
      ]),
      ...at(now, "z", [
        [0, 1],
        [0, 0],
      ]),
    ]);
    expect([...burdenDrivers(before, after)].map(({ cause, missing }) => [cause, missing])).toEqual([
      ["x", "suppressed"],
      ["y", "incomplete"],
      ["z", "no population"],
      ["w", "incomplete"],
    ]);
  });

  it("names the method and what is compared", () => {
    const one = table(
      at(then, "x", [
        [1, 100],
        [1, 10],
      ]),
    );
    expect(
      burdenDrivers(
        one,
        table(
          at(now, "x", [
            [1, 100],
            [1, 10],
          ]),
        ),
      ).provenance.steps,
    ).toEqual([
      "change split into growth, ageing and rates at each age (Das Gupta, three factors), period 2020 against 2015; the three add up to the change",
    ]);
  });

  it("refuses tables of several periods, or by other keys", () => {
    const both = table([
      ...at(then, "x", [
        [1, 1],
        [1, 1],
      ]),
      ...at(now, "x", [
        [1, 1],
        [1, 1],
      ]),
    ]);
    expect(() => burdenDrivers(both, both)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [several-compared] burdenDrivers: each table must be of one period; found 2: 2015, 2020
        Fix: Keep one in each with keep(), or name the key in which the tables differ: compare: "…".]
    `);
    const one = keep(both, { period: (p) => p === then });
    const bare = tableFromRows([{ period: now, age: young, events: 1, population: 2 }], {
      events: "count",
      population: "count",
    });
    expect(() => burdenDrivers(one, bare as unknown as typeof one)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [different-keys] burdenDrivers: both tables must have the keys cause, age; found period, age
        Fix: Sum over the keys that only one of them has: sumOver(table, "cause").]
    `);
  });

  it("answers tables without rows with none", () => {
    const one = table(
      at(then, "x", [
        [1, 1],
        [1, 1],
      ]),
    );
    expect(() => burdenDrivers(keep(one, { cause: "none" }), keep(one, { cause: "none" }))).toThrow(
      "[several-compared]",
    );
  });
});

const cell = fc.record({ events: fc.nat({ max: 400 }), people: fc.integer({ min: 1, max: 5000 }) });

describe("burdenDrivers, whatever the figures", () => {
  it("adds up to the change, and causes add up to all causes", () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 8, maxLength: 8 }), (cells) => {
        const people = [0, 1, 2, 3].map((i) => cells[i]!.people);
        const half = (period: typeof then, from: number) =>
          ["x", "y"].flatMap((cause, c) =>
            at(
              period,
              cause,
              [0, 1].map((i) => [cells[from + 2 * c + i]!.events, people[from / 2 + i]!] as const),
            ),
          );
        const [before, after] = [table(half(then, 0)), table(half(now, 4))];
        const found = [...burdenDrivers(before, after)];
        for (const { first, second, growth, ageing, rate } of found)
          expect(Math.abs(growth! + ageing! + rate! - (second! - first!))).toBeLessThan(1e-10 * (1 + first! + second!));
        const all = (rows: ReturnType<typeof half>) =>
          table(
            [0, 1].map((i) => ({
              ...rows[i]!,
              cause: "all",
              events: Number(rows[i]!.events) + Number(rows[i + 2]!.events),
            })),
          );
        const [together] = [...burdenDrivers(all(half(then, 0)), all(half(now, 4)))];
        for (const name of ["growth", "ageing", "rate"] as const)
          expect(found[0]![name]! + found[1]![name]!).toBeCloseTo(together![name]!, 7);
      }),
      { numRuns: 50 },
    );
  });
});

describe("deaths by 26 causes, 2012-2014 to 2015-2017", () => {
  it("split into drivers that add up for every cause, growth and ageing raising most and rates lowering heart disease", async () => {
    const data = await openData(new URL("../../../../datasets", import.meta.url).pathname);
    const exposed = over(
      await data.table("mortality-deaths-by-cause", deathsByCause),
      await data.table("mortality-deaths-person-years", personYears),
    );
    const of = (label: string) => keep(exposed, { period: (period) => period.label === label });
    const found = burdenDrivers(of("2012-2014"), of("2015-2017"));
    expect(found.length).toBe(26);
    for (const { first, second, growth, ageing, rate } of found)
      expect(Math.abs(growth! + ageing! + rate! - (second! - first!))).toBeLessThan(1e-10 * (1 + first! + second!));
    const heart = [...found].find(({ cause }) => cause === "IHD")!;
    expect(heart.growth).toBeGreaterThan(0);
    expect(heart.ageing).toBeGreaterThan(0);
    expect(heart.rate).toBeLessThan(0);
  });
});
