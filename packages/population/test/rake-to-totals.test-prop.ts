import { type Age, ageBands, type LookUp, noSource, type Sex, sumOver, tableFromRows } from "@popneeds/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rakeToTotals, roundToTotal } from "../src/index.ts";

const ages = ageBands(0, 16, 65) as readonly Age[];
const sexes = ["female", "male"] as readonly Sex[];
const areas = ["a", "b", "c"];
const within: LookUp = {
  level: "partnership",
  parents: new Map(areas.map((area) => [area, "P"])),
  edition: "of the test",
  provenance: noSource,
};
const keysOf = areas.flatMap((area) => sexes.flatMap((sex) => ages.map((age) => ({ area, sex, age }))));
const cells = (of: fc.Arbitrary<number>) => fc.array(of, { minLength: keysOf.length, maxLength: keysOf.length });
const table = (people: readonly number[]) =>
  tableFromRows(
    keysOf.map((keys, i) => ({ ...keys, people: people[i]! })),
    { people: "count" },
  );

describe("rakeToTotals, whatever the people", () => {
  const now = cells(fc.integer({ min: 1, max: 5_000 }));
  const then = cells(fc.integer({ min: 1, max: 5_000 }));

  it("meets totals by sex and age of the larger area and totals of each part, to 1e-12 of all people", () => {
    fc.assert(
      fc.property(now, then, (people, wanted) => {
        const target = table(wanted);
        const byCell = [...sumOver(target, "area")].map(({ sex, age, people: own }) => ({
          area: "P",
          sex,
          age,
          people: own!,
        }));
        const byArea = [...sumOver(target, "sex", "age")].map(({ area, people: own }) => ({ area, people: own! }));
        const raked = rakeToTotals(
          table(people),
          [tableFromRows(byCell, { people: "count" }), tableFromRows(byArea, { people: "count" })],
          { within },
        );
        const all = wanted.reduce((sum, own) => sum + own, 0);
        const cellsFound = [...sumOver(raked, "area")].map((row) => row.people!);
        const areasFound = [...sumOver(raked, "sex", "age")].map((row) => row.people!);
        for (const [i, { people: own }] of byCell.entries())
          expect(Math.abs(cellsFound[i]! - own)).toBeLessThan(2e-12 * all);
        for (const [i, { people: own }] of byArea.entries())
          expect(Math.abs(areasFound[i]! - own)).toBeLessThan(2e-12 * all);
      }),
      { numRuns: 40 },
    );
  });

  it("conserves the total exactly once rounded to whole people", () => {
    fc.assert(
      fc.property(now, fc.integer({ min: 1, max: 1_000_000 }), (people, total) => {
        const raked = rakeToTotals(
          table(people),
          [tableFromRows([{ area: "P", people: total }], { people: "count" })],
          { within },
        );
        const whole = roundToTotal(
          [...raked].map((row) => row.people!),
          { total },
        );
        expect(whole.reduce((sum, own) => sum + own, 0)).toBe(total);
        expect(whole.every(Number.isInteger)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
