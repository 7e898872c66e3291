import { type Age, ageBand, ageBands, type Missing, PopneedsError, tableFromRows } from "@popneeds/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { medianAge } from "../../src/index.ts";

const people = (counts: readonly (number | Missing)[], ages: readonly Age[]) =>
  tableFromRows(
    ages.map((age, i) => ({ area: "A", age, people: counts[i]! })),
    { people: "count" },
  );
const median = (counts: readonly (number | Missing)[], ages: readonly Age[]) => {
  const [row] = [...medianAge(people(counts, ages))];
  return row!.medianAge ?? row!.missing;
};

describe("medianAge", () => {
  it("is interpolated within the single year that holds it", () => {
    // By hand: 30 people, half are 15; 10 are below 1, so the 5th of the 12 at age 1: 1 + 5/12.
    expect(median([10, 12, 8], ageBands(0, 1, 2))).toBeCloseTo(1 + 5 / 12, 14);
  });

  it("is interpolated within a band as if people were spread evenly over it", () => {
    // By hand: 100 people, half are 50; 30 are below 16, so 20 of the 50 of 16 to 64: 16 + 49 · 20/50 = 35.6.
    expect(median([30, 50, 20], ageBands(0, 16, 65))).toBeCloseTo(35.6, 12);
  });

  it("is the age at which the half is reached exactly", () => {
    expect(median([5, 0, 5], ageBands(0, 1, 2))).toBe(1);
  });

  it("has as many people below as above", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 1000 }), { minLength: 5, maxLength: 90 }), (counts) => {
        const all = counts.reduce((a, b) => a + b, 0);
        fc.pre(all > 0);
        const ages = ageBands(...[...counts, 0].keys());
        const found = median([...counts, 0], ages) as number;
        const below = counts.reduce((sum, count, age) => sum + count * Math.min(1, Math.max(0, found - age)), 0);
        expect(below / all).toBeCloseTo(0.5, 9);
      }),
    );
  });

  it("cannot be told within an open band, and says so", () => {
    const table = medianAge(people([1, 2], ageBands(0, 85)));
    expect([...table][0]).toMatchObject({ medianAge: null, missing: "not available" });
    expect(table.issues.map(({ code, message }) => `${code}: ${message}`)).toMatchInlineSnapshot(`
      [
        "median-in-open-band: medianAge: half of the people are in the open band in 1 groups, whose median cannot be told: A",
      ]
    `);
  });

  it("is missing of nobody, of unknown people, and where an age is not there", () => {
    expect(median([0, 0], ageBands(0, 50))).toBe("no population");
    expect(median([3, "suppressed"], ageBands(0, 50))).toBe("suppressed");
    expect(median([3, 4], [ageBand(0, 5), ageBand(5, 10)])).toBe("incomplete");
    expect(median([3, 4], [ageBand(0, 5), ageBand(6, Number.POSITIVE_INFINITY)])).toBe("incomplete");
    expect(median([3, 4], ageBands(1, 5))).toBe("incomplete");
  });

  it("takes ages in any order, and groups apart", () => {
    const rows = ["A", "B"].flatMap((area) =>
      [...ageBands(0, 10, 20)]
        .reverse()
        .map((age) => ({ area, age, people: area === "A" && age.from === 0 ? 30 : 10 })),
    );
    const found = [...medianAge(tableFromRows(rows, { people: "count" }))].map(({ area, medianAge }) => [
      area,
      medianAge,
    ]);
    // By hand: A: half of 50 is 25 of the 30 below 10. B: half of 30 is 15, 5 of the 10 from 10.
    expect(found).toEqual([
      ["A", 25 / 3],
      ["B", 15],
    ]);
  });

  it("refuses rates and tables without ages", () => {
    const rates = tableFromRows([{ age: ageBand(0, 1), rate: 1 }], { rate: "rate" });
    // @ts-expect-error rates are not people
    expect(() => medianAge(rates)).toThrow(PopneedsError);
    // @ts-expect-error there are no ages
    expect(() => medianAge(tableFromRows([{ area: "A", people: 1 }], { people: "count" }))).toThrow("[unknown-key]");
  });
});
