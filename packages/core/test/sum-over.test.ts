import { describe, expect, it } from "vitest";
import {
  type Counts,
  createTable,
  type Keys,
  measureColumn,
  sumOver,
  type Table,
  tableFromRows,
} from "../src/index.ts";
import { counts, deaths, none } from "./fixtures.ts";

describe("sumOver", () => {
  it("sums over a key, which is then gone", () => {
    expect([...sumOver(deaths, "cause")].map((row) => [row.area, row.age.label, row.deaths])).toEqual([
      ["A", "0-64", 1],
      ["A", "65+", 20 + 3],
      ["B", "0-64", 2],
      ["B", "65+", 5],
    ]);
  });

  it("sums over several keys, and over all of them", () => {
    expect([...sumOver(deaths, "cause", "age")].map((row) => row.deaths)).toEqual([24, 7]);
    expect([...sumOver(deaths, "cause", "age", "area")]).toEqual([{ deaths: 31, missing: null }]);
  });

  it("of one row is the row without the key; of no rows, no rows", () => {
    expect([...sumOver(counts(4), "group")]).toEqual([{ area: "area 1", events: 4, missing: null }]);
    expect(sumOver(none, "group").length).toBe(0);
    expect(Object.keys(sumOver(none, "group").keys)).toEqual(["area"]);
    expect(sumOver(none, "group", "area").length).toBe(0);
  });

  it("is missing where a part is missing, for the part's reason", () => {
    expect([...sumOver(counts(1, 2, "suppressed", 3), "area")]).toEqual([
      { group: "odd", events: null, missing: "suppressed" },
      { group: "even", events: 5, missing: null },
    ]);
  });

  it("gives the reason that stands first in the list, whatever the order of the rows", () => {
    for (const parts of [
      ["unknown", "suppressed"],
      ["suppressed", "unknown"],
    ] as const)
      expect([...sumOver(counts(...parts), "area", "group")][0]?.missing).toBe("suppressed");
  });

  it("is missing everywhere when all is missing", () => {
    expect([...sumOver(counts("unknown", "unknown", "unknown"), "area")].map((row) => row.missing)).toEqual([
      "unknown",
      "unknown",
    ]);
  });

  it("keeps what an absent row means, and says what it did", () => {
    const summed = sumOver(deaths, "cause", "age");
    expect(summed.measures.deaths.absent).toBe("zero");
    expect(summed.provenance.steps).toEqual(["summed over cause, age"]);
  });

  it("over no key changes and says nothing", () => {
    const same = sumOver(deaths as unknown as Table<Keys, Counts>);
    expect([...same]).toEqual([...deaths]);
    expect(same.provenance.steps).toEqual([]);
  });

  it("does not change its argument", () => {
    const before = JSON.stringify([...deaths]);
    sumOver(deaths, "cause");
    expect(JSON.stringify([...deaths])).toBe(before);
  });

  it("refuses rates, also where no compiler does", () => {
    const rates = tableFromRows([{ area: "A", value: 12.5 }], { value: "rate" });
    // @ts-expect-error only counts add up
    expect(() => sumOver(rates, "area")).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [not-additive] only counts add up: "value" is a rate
        Fix: Sum events and population first, then compute the rate.]
    `);
  });

  it("refuses a key that the table has not, and level", () => {
    // @ts-expect-error no such key
    expect(() => sumOver(deaths, "sex")).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unknown-key] sumOver: unknown key "sex"; keys that can be summed over: area, age, cause
        Fix: Name a key of the table.]
    `);
    const levels = tableFromRows([{ area: "A", level: "locality", n: 1 }], { n: "count" });
    // @ts-expect-error levels overlap
    expect(() => sumOver(levels, "level")).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unknown-key] sumOver: unknown key "level"; keys that can be summed over: area
        Fix: Keep one level with where(), then leave the key.]
    `);
  });

  it("sums each of several measures", () => {
    const two = createTable({
      ...counts(1, 2, 3),
      measures: { a: measureColumn("count", [1, 2, 3]), b: measureColumn("years", [4, "unknown", 6]) },
    });
    expect([...sumOver(two, "area")]).toEqual([
      { group: "odd", a: 4, b: 10, missing: null },
      { group: "even", a: 2, b: null, missing: "unknown" },
    ]);
  });
});
