import { ageBand, sumOver, tableFromRows } from "@popneeds/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { concordance, convertAreas } from "../../src/index.ts";
import { typedIn } from "../small-places.ts";

/** A list that shares each old area out among some of six new ones, by amounts. */
const lists = fc.array(
  fc.record({
    old: fc.nat({ max: 7 }),
    fresh: fc.nat({ max: 5 }),
    people: fc.oneof(fc.nat({ max: 3_000 }), fc.double({ min: 0.001, max: 1e4, noNaN: true })),
  }),
  { minLength: 1, maxLength: 30 },
);
const counts = fc.array(fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 90 }), fc.nat({ max: 4_000 })), { maxLength: 80 });

test("totals are conserved to the unit, by age and in all, in whole numbers and in fractions", () => {
  fc.assert(
    fc.property(lists, counts, (list, rows) => {
      const made = concordance(
        {
          rows: list.map(({ old, fresh, people }) => ({ old: `o${old}`, new: `n${fresh}`, people: people.toFixed(6) })),
          source: typedIn("list"),
        },
        { from: "old", to: "new", weight: "people", base: "people", weights: "amounts" },
      );
      const byPlace = new Map(rows.map(([old, age, deaths]) => [`${old} ${age}`, { old, age, deaths }]));
      const listed = [...byPlace.values()].filter(({ old }) => made.shares.has(`o${old}`));
      fc.pre(listed.length > 0);
      const table = tableFromRows(
        listed.map(({ old, age, deaths }) => ({ area: `o${old}`, age: ageBand(age, age + 1), deaths })),
        { deaths: "count" },
      );
      const byAge = (of: typeof table) =>
        Object.fromEntries([...sumOver(of, "area")].map(({ age, deaths }) => [age.label, deaths]));
      for (const numbers of ["whole", "fractions"] as const) {
        const converted = convertAreas(table, made, { numbers });
        expect(byAge(converted)).toEqual(byAge(table));
        if (numbers === "whole") for (const { deaths } of converted) expect(Number.isInteger(deaths)).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});
