import { calendarYears, financialYear, type Missing, PopneedsError, tableFromRows } from "@popneeds/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { interpolatePopulation } from "../../src/index.ts";

const people = (figures: Readonly<Record<number, number | Missing>>) =>
  tableFromRows(
    Object.entries(figures).map(([year, count]) => ({ area: "A", period: calendarYears(Number(year)), people: count })),
    { people: "count" },
  );
const some = people({ 2020: 1000, 2025: 1500, 2030: 1200 });
const values = (table: ReturnType<typeof people>) => [...table].map(({ people, missing }) => people ?? missing);
const message = (call: () => unknown): string => {
  try {
    call();
  } catch (error) {
    if (error instanceof PopneedsError) return error.message;
  }
  return "nothing thrown";
};

describe("interpolatePopulation", () => {
  it("draws a line between the years beside, by days", () => {
    // By hand: from 30 June 2020 to 30 June 2025 are 1826 days, to 30 June 2021 are 365.
    const found = values(interpolatePopulation(some, [2020, 2021, 2025, 2026]));
    expect(found[0]).toBe(1000);
    expect(found[1]).toBeCloseTo(1000 + (500 * 365) / 1826, 10);
    expect(found[2]).toBe(1500);
    expect(found[3]).toBeCloseTo(1500 - (300 * 365) / 1826, 10);
  });

  it("goes at a steady rate when asked", () => {
    const [found] = values(interpolatePopulation(some, [2021], { method: "geometric" }));
    // By hand: 1000 · 1.5^(365 ÷ 1826) = 1084.42.
    expect(found).toBeCloseTo(1000 * 1.5 ** (365 / 1826), 10);
    expect(found).toBeCloseTo(1084.42, 2);
  });

  it("takes days", () => {
    const table = interpolatePopulation(people({ 2022: 1000, 2023: 1365 }), ["2022-07-01", "2022-06-30", "2023-04-01"]);
    // By hand: 1, 0 and 275 days after 30 June 2022, one person a day.
    expect([...table].map(({ period, people }) => [period.label, Math.round(people! * 1e9) / 1e9])).toEqual([
      ["2022-07-01", 1001],
      ["2022-06-30", 1000],
      ["2023-04-01", 1275],
    ]);
  });

  it("stays between the years beside, and on them gives what is there", () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), fc.integer({ min: 2001, max: 2009 }), (a, b, year) => {
        for (const method of ["linear", "geometric"] as const) {
          const [found] = values(interpolatePopulation(people({ 2000: a, 2010: b }), [year], { method })) as number[];
          expect(found).toBeGreaterThanOrEqual(Math.min(a, b) * (1 - 1e-12));
          expect(found).toBeLessThanOrEqual(Math.max(a, b) * (1 + 1e-12));
        }
      }),
    );
  });

  it("has no steady rate from 0: such cells go straight, and it says so", () => {
    const table = interpolatePopulation(people({ 2000: 0, 2001: 4 }), ["2000-12-30"], { method: "geometric" });
    // By hand: 183 of 365 days.
    expect(values(table)[0]).toBeCloseTo((4 * 183) / 365, 12);
    expect(table.issues.map(({ code, message }) => `${code}: ${message}`)).toMatchInlineSnapshot(`
      [
        "no-steady-rate: interpolatePopulation: 1 figures lie between 0 and something, where there is no steady rate, and were interpolated linearly: A  2000 towards 2000-12-30",
      ]
    `);
    expect(values(interpolatePopulation(people({ 2000: 0, 2001: 0 }), [2000], { method: "geometric" }))).toEqual([0]);
  });

  it("is modelled, and says how", () => {
    const { provenance } = interpolatePopulation(some, [2021, 2022]);
    expect(provenance.evidence).toBe("modelled");
    expect(provenance.steps).toMatchInlineSnapshot(`
      [
        "interpolated linearly between mid-years, to 2021, 2022",
      ]
    `);
  });

  it("passes on why a year is missing", () => {
    expect(values(interpolatePopulation(people({ 2020: 1, 2022: "not available" }), [2020, 2021]))).toEqual([
      1,
      "not available",
    ]);
  });

  it("refuses to go beyond the years that are there", () => {
    expect(message(() => interpolatePopulation(some, [2019, 2025, 2031]))).toMatchInlineSnapshot(`
      "[beyond-estimates] interpolatePopulation: people are known from 30 June 2020 to 30 June 2030, and are not carried further; 2 of 3 lie beyond:
        2019
        2031
        Fix: Give estimates or projections that reach so far."
    `);
    expect(message(() => interpolatePopulation(some, ["2030-07-01"]))).toContain("1 of 1 lie beyond");
  });

  it("refuses what is no day, no calendar year and no count", () => {
    expect(message(() => interpolatePopulation(some, ["2020-02-30"]))).toContain('found "2020-02-30"');
    expect(message(() => interpolatePopulation(some, ["2021"]))).toContain("[invalid-date]");
    const financial = tableFromRows([{ period: financialYear(2020), people: 1 }], { people: "count" });
    expect(message(() => interpolatePopulation(financial, [2020]))).toContain("[not-calendar-years]");
    const rates = tableFromRows([{ period: calendarYears(2020), rate: 1 }], { rate: "rate" });
    // @ts-expect-error rates are not people
    expect(message(() => interpolatePopulation(rates, [2020]))).toContain("[not-additive]");
    expect(message(() => interpolatePopulation(some, [2021], { method: "cubic" as "linear" }))).toContain(
      "[invalid-option]",
    );
  });
});
