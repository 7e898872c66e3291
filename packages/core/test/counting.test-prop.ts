import fc from "fast-check";
import { expect, it } from "vitest";
import { ageBands, countBy, into, noSource, over, sumOver, type Table, tableFromRows } from "../src/index.ts";

const ages = ageBands(0, 5, 10, 15, 20);
const events = fc
  .uniqueArray(
    fc.record({
      area: fc.constantFrom("a", "b", "c", "d"),
      age: fc.constantFrom(...ages),
      cause: fc.constantFrom("x", "y", "z"),
      n: fc.nat({ max: 1_000_000 }),
    }),
    { selector: (row) => `${row.area} ${row.age.label} ${row.cause}`, minLength: 1, maxLength: 60 },
  )
  .map((rows) => tableFromRows(rows, { n: "count" }, { absent: "zero" }));
const people = tableFromRows(
  ["a", "b", "c", "d"].flatMap((area) => ages.map((age) => ({ area, age, m: 1000 }))),
  { m: "count" },
);
const total = (table: Table, measure: string) => [...table].reduce((sum, row) => sum + Number(row[measure]), 0);
const sorted = (table: Table) => [...table].map((row) => JSON.stringify(Object.entries(row).sort())).sort();

it("sumOver does not depend on the order of the keys", () => {
  fc.assert(
    fc.property(events, (table) => {
      expect(sorted(sumOver(sumOver(table, "cause"), "area"))).toEqual(
        sorted(sumOver(sumOver(table, "area"), "cause")),
      );
      expect(sorted(sumOver(sumOver(table, "cause"), "area"))).toEqual(sorted(sumOver(table, "area", "cause")));
    }),
  );
});

it("sumOver, into and countBy conserve the total", () => {
  const parents = new Map([
    ["a", "n"],
    ["b", "n"],
    ["c", "s"],
    ["d", "s"],
  ]);
  const lookUp = { level: "half", parents, edition: "2024", provenance: noSource };
  fc.assert(
    fc.property(events, fc.subarray(["area", "age", "cause"]), (table, by) => {
      const all = total(table, "n");
      expect(total(sumOver(table, "area", "age"), "n")).toBe(all);
      expect(total(into(table, ageBands(0, 10)), "n")).toBe(all);
      expect(total(countBy(table, by), "n")).toBe(all);
      expect(total(countBy(table, [...new Set(["area", ...by])], [lookUp]), "n")).toBe(all);
    }),
  );
});

it("over has all the events, and all the people once for each cause", () => {
  fc.assert(
    fc.property(events, (table) => {
      const exposed = over(table, people);
      expect(total(exposed, "events")).toBe(total(table, "n"));
      expect(total(exposed, "population")).toBe(total(people, "m") * table.keys.cause.values.length);
    }),
  );
});

it("a sum with a missing part is missing for the same reason in whatever order the keys are summed over", () => {
  const figure = fc.oneof(fc.nat({ max: 9 }), fc.constantFrom("suppressed" as const, "unknown" as const));
  fc.assert(
    fc.property(fc.array(figure, { minLength: 8, maxLength: 8 }), (figures) => {
      const table = tableFromRows(
        figures.map((n, i) => ({ a: `${i & 1}`, b: `${i & 2}`, c: `${i & 4}`, n })),
        { n: "count" },
      );
      expect(sorted(sumOver(sumOver(table, "a"), "b"))).toEqual(sorted(sumOver(sumOver(table, "b"), "a")));
    }),
  );
});
