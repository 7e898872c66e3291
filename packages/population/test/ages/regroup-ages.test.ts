import { ageBand, ageBands, explain, type Missing, PopneedsError, sumOver, tableFromRows } from "@popneeds/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { regroupAges } from "../../src/index.ts";

const open = Number.POSITIVE_INFINITY;
/** People of one area by age, 10 in the first band, 11 in the next, … */
const people = (...starts: readonly number[]) =>
  tableFromRows(
    ageBands(...starts).map((age, i) => ({ area: "A", age, people: 10 + i })),
    { people: "count" },
  );
const shown = (table: Iterable<{ readonly age: { readonly label: string }; readonly people: number | null }>) =>
  [...table].map(({ age, people }) => [age.label, people]);

describe("regroupAges", () => {
  it("sums ages into the bands that hold them", () => {
    expect(shown(regroupAges(people(0, 1, 5, 16, 65, 90), ageBands(0, 16, 65)))).toEqual([
      ["0-15", 10 + 11 + 12],
      ["16-64", 13],
      ["65+", 14 + 15],
    ]);
  });

  it("adds up to the same people whatever the bands: exactly", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 1_000_000 }), { minLength: 91, maxLength: 91 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { maxLength: 20 }),
        (counts, cuts) => {
          const table = tableFromRows(
            ageBands(...counts.keys()).map((age, i) => ({ age, people: counts[i]! })),
            { people: "count" },
          );
          const regrouped = regroupAges(table, ageBands(0, ...cuts.sort((a, b) => a - b)));
          expect(regrouped.length).toBe(cuts.length + 1);
          expect([...sumOver(regrouped, "age")][0]!.people).toBe(counts.reduce((a, b) => a + b, 0));
        },
      ),
      { numRuns: 30 },
    );
  });

  it("refuses bands that cut through an age, and names them", () => {
    let error: unknown;
    try {
      regroupAges(people(0, 5, 10, 90), [ageBand(0, 7), ageBand(7, 95), ageBand(95, open)]);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(PopneedsError);
    expect((error as PopneedsError).message).toMatchInlineSnapshot(`
      "[band-cut] regroupAges: bands must be made of whole ages of the table; 4 cut through one:
        0-6 cuts through 5-9
        7-94 cuts through 5-9
        7-94 cuts through 90+
        and 1 more
        Fix: Ask for bands that start and end where the table's do, or divide the table into single years first: ungroupAges(table, { method: "monotone" })."
    `);
  });

  it("never puts an open band into a closed one", () => {
    expect(() => regroupAges(people(0, 85), [ageBand(0, 85), ageBand(85, 90)])).toThrow("85-89 cuts through 85+");
  });

  it("gives a band as missing where a group lacks one of its ages, and says so", () => {
    const rows = [
      ...ageBands(0, 5, 10).map((age) => ({ area: "A", age, people: 1 })),
      ...ageBands(0, 5, 10)
        .slice(0, 2)
        .map((age) => ({ area: "B", age, people: 2 })),
      { area: "C", age: ageBand(0, 5), people: 3 },
    ];
    const table = regroupAges(tableFromRows(rows, { people: "count" }), ageBands(0, 10));
    expect([...table].map(({ area, age, people, missing }) => [area, age.label, people, missing])).toEqual([
      ["A", "0-9", 2, null],
      ["A", "10+", 1, null],
      ["B", "0-9", 4, null],
      ["C", "0-9", null, "incomplete"],
    ]);
    expect(table.issues.map(({ code, message }) => [code, message])).toMatchInlineSnapshot(`
      [
        [
          "band-not-whole",
          "regroupAges: 1 of 4 bands lack one or more of their ages, and are missing: C  0-9",
        ],
      ]
    `);
  });

  it("lacks nothing where an absent row means zero", () => {
    const deaths = tableFromRows([{ age: ageBand(80, 85), deaths: 3 }], { deaths: "count" }, { absent: "zero" });
    const table = regroupAges(deaths, ageBands(0, 75));
    expect([...table].map(({ age, deaths }) => [age.label, deaths])).toEqual([["75+", 3]]);
    expect(table.issues).toEqual([]);
  });

  it("passes on why a part is missing", () => {
    const rows: { age: ReturnType<typeof ageBand>; people: number | Missing }[] = [
      { age: ageBand(0, 5), people: "suppressed" },
      { age: ageBand(5, open), people: 3 },
    ];
    expect([...regroupAges(tableFromRows(rows, { people: "count" }), ageBands(0))][0]!.missing).toBe("suppressed");
  });

  it("refuses ages that overlap, ages outside the bands, rates, and tables without ages", () => {
    const over = tableFromRows(
      [
        { age: ageBand(0, 5), people: 1 },
        { age: ageBand(0, open), people: 9 },
      ],
      { people: "count" },
    );
    expect(() => regroupAges(over, ageBands(0))).toThrow("[overlapping-ages]");
    expect(() => regroupAges(people(0, 5), [ageBand(5, open)])).toThrow("[age-outside-bands]");
    const rates = tableFromRows([{ age: ageBand(0, open), rate: 1 }], { rate: "rate" });
    // @ts-expect-error rates do not add up
    expect(() => regroupAges(rates, ageBands(0))).toThrow('only counts add up; "rate" is a rate');
    const ageless = tableFromRows([{ area: "A", people: 1 }], { people: "count" });
    // @ts-expect-error there are no ages
    expect(() => regroupAges(ageless, ageBands(0))).toThrow('the table needs the key "age"; it has area');
  });

  it("says what it did", () => {
    expect(explain(regroupAges(people(0, 5), ageBands(0)))).toContain("summed into ages 0+");
  });
});
