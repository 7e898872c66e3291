import { describe, expect, it } from "vitest";
import { calendarYears, keep, type Missing, parsePeriod, pool, tableFromRows } from "../src/index.ts";
import { counts } from "./fixtures.ts";

const series = (absent: "zero" | "unknown", figures: Readonly<Record<number, number | Missing>>, area = "A") =>
  tableFromRows(
    [
      ...Object.entries(figures).map(([year, n]) => ({ area, period: calendarYears(Number(year)), n })),
      ...[2020, 2021, 2022, 2023].map((year) => ({ area: "whole", period: calendarYears(year), n: 1 })),
    ],
    { n: "count" },
    { absent },
  );
const of = (area: string, table: ReturnType<typeof series>) =>
  [...keep(table, { area })].map((row) => [row.period.label, row.n, row.missing]);

describe("pool", () => {
  it("sums every run of consecutive years", () => {
    expect(of("A", pool(series("unknown", { 2020: 1, 2021: 2, 2022: 3, 2023: 4 }), { years: 3 }))).toEqual([
      ["2020-2022", 6, null],
      ["2021-2023", 9, null],
    ]);
  });

  it("over one year changes nothing but the provenance", () => {
    const table = series("unknown", { 2020: 1 });
    const pooled = pool(table, { years: 1 });
    expect([...pooled]).toEqual([...table]);
    expect(pooled.provenance.steps).toEqual(["pooled over 1 year"]);
  });

  it("has no sum for a group that lacks a year, when an absent row is unknown", () => {
    expect(of("A", pool(series("unknown", { 2020: 1, 2022: 3, 2023: 4 }), { years: 2 }))).toEqual([
      ["2022-2023", 7, null],
    ]);
  });

  it("loses no event of a group that lacks a year, when an absent row means zero", () => {
    expect(of("A", pool(series("zero", { 2020: 1, 2022: 3, 2023: 4 }), { years: 2 }))).toEqual([
      ["2020-2021", 1, null],
      ["2021-2022", 3, null],
      ["2022-2023", 7, null],
    ]);
  });

  it("is missing where a year is missing, for its reason", () => {
    expect(of("A", pool(series("unknown", { 2021: 2, 2022: "suppressed", 2023: 4 }), { years: 2 }))).toEqual([
      ["2021-2022", null, "suppressed"],
      ["2022-2023", null, "suppressed"],
    ]);
  });

  it("skips runs with a year that no row is about, and has no rows when there are too few years", () => {
    const gap = tableFromRows(
      [2019, 2020, 2022].map((year) => ({ period: calendarYears(year), n: year })),
      { n: "count" },
    );
    expect([...pool(gap, { years: 2 })].map((row) => row.period.label)).toEqual(["2019-2020"]);
    expect(pool(gap, { years: 3 }).length).toBe(0);
    expect(pool(keep(gap, { period: () => false }), { years: 1 }).length).toBe(0);
  });

  it("says aloud when there are too few years", () => {
    const table = series("unknown", { 2020: 1 });
    expect(pool(table, { years: 5 }).issues).toEqual([
      {
        code: "too-few-years",
        severity: "warning",
        message: "no 5 consecutive years to pool: the table has 2020, 2021, 2022, 2023",
        fix: "Pool over fewer years, or give the years that are missing.",
      },
    ]);
    expect(pool(table, { years: 2 }).issues).toEqual([]);
  });

  it("gives the yearly mean of a run, where asked", () => {
    const summed = pool(series("zero", { 2020: 4, 2022: 5 }), { years: 3 });
    const mean = pool(series("zero", { 2020: 4, 2022: 5 }), { years: 3, as: "mean" });
    expect([...mean].map(({ n }) => n)).toEqual([...summed].map(({ n }) => n! / 3));
    expect(mean.provenance.steps.at(-1)).toBe("mean of 3 years");
  });

  it("refuses what is no number of years", () => {
    expect(() => pool(series("zero", {}), { years: 0 })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-years] pool: invalid years: 0
        Fix: Give a whole number of years, 1 or more.]
    `);
    for (const years of [-1, 2.5, Number.NaN])
      expect(() => pool(series("zero", {}), { years })).toThrow("[invalid-years]");
  });

  it("refuses periods that are not calendar years", () => {
    const financial = tableFromRows([{ period: parsePeriod("2022/23")!, n: 1 }], { n: "count" });
    expect(() => pool(financial, { years: 1 })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [not-calendar-years] pool: every period must be one calendar year; 1 are not:
        2022/23
        Fix: Pool single calendar years, and only once.]
    `);
    const twice = pool(series("zero", {}), { years: 2 });
    expect(() => pool(twice, { years: 2 })).toThrow("[not-calendar-years]");
  });

  it("refuses a table without periods", () => {
    // @ts-expect-error no period
    expect(() => pool(counts(1), { years: 1 })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unknown-key] pool: the table needs the key "period"; it has area, group
        Fix: Give a table that still has the key "period".]
    `);
  });
});
