import { type Exposed, type Sex, tableFromRows } from "@popneeds/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { directRate, directRateAcrossSexes } from "../../src/index.ts";
import { old, standard, young } from "../exposed.ts";

type BySex = Exposed<{ readonly area: string; readonly sex: Sex; readonly age: typeof young }>;

const bySex = (...rows: readonly (readonly [Sex, typeof young, number, number])[]): BySex =>
  tableFromRows(
    rows.map(([sex, age, events, population]) => ({ area: "a", sex, age, events, population })),
    { events: "count", population: "count" },
  ) as BySex;

const example = bySex(
  ["female", young, 10, 10_000],
  ["female", old, 40, 5_000],
  ["male", young, 30, 9_000],
  ["male", old, 44, 4_000],
);

describe("directRateAcrossSexes", () => {
  it("is the mean of the rates of the sexes, over all events", () => {
    const [both] = [...directRateAcrossSexes(example, standard)];
    const [female, male] = [...directRate(example, standard)];
    expect(both!.value).toBeCloseTo((female!.value! + male!.value!) / 2, 9);
    expect(both).toMatchObject({ area: "a", events: 124, population: 28_000, missing: null });
    expect(both).not.toHaveProperty("sex");
  });

  it("lies between its sexes, and is narrower than either", () => {
    const count = fc.integer({ min: 10, max: 400 });
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const table = bySex(
          ["female", young, a, 10_000],
          ["female", old, b, 5_000],
          ["male", young, c, 10_000],
          ["male", old, d, 5_000],
        );
        const [both] = [...directRateAcrossSexes(table, standard)];
        const [female, male] = [...directRate(table, standard)];
        const slack = 1e-9 * both!.value!;
        expect(both!.value).toBeGreaterThanOrEqual(Math.min(female!.value!, male!.value!) - slack);
        expect(both!.value).toBeLessThanOrEqual(Math.max(female!.value!, male!.value!) + slack);
        const width = (row: { lower: number | null; upper: number | null }) => row.upper! - row.lower!;
        expect(width(both!)).toBeLessThan(Math.max(width(female!), width(male!)));
      }),
    );
  });

  it("is incomplete where one sex lacks an age", () => {
    const table = bySex(["female", young, 10, 100], ["female", old, 40, 100], ["male", young, 30, 100]);
    const [row] = [...directRateAcrossSexes(table, standard)];
    expect(row).toMatchObject({ value: null, missing: "incomplete" });
  });

  it("says what was done", () => {
    expect(directRateAcrossSexes(example, standard).provenance.steps.at(-1)).toBe(
      "directly standardised to the Two Bands (typed in), the same for each sex, in ages 0-64, 65+; per 100,000; 95% limits by Byar and Dobson; no rate below 10 events",
    );
  });

  it("refuses everybody beside the sexes, who would be counted twice", () => {
    const table = bySex(
      ["all", young, 10, 100],
      ["all", old, 40, 100],
      ["male", young, 30, 100],
      ["male", old, 4, 100],
    );
    expect(() => directRateAcrossSexes(table, standard)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [sexes-mixed] directRateAcrossSexes: the sexes must be female and male; found all as well
        Fix: Keep the parts alone: keep(exposed, { sex: (sex) => sex !== "all" }).]
    `);
  });
});
