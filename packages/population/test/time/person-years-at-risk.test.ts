import {
  calendarYears,
  financialYear,
  type Missing,
  over,
  type Period,
  PopneedsError,
  parsePeriod,
  pool,
  tableFromRows,
} from "@popneeds/core";
import { openData, populationByYear } from "@popneeds/ingest";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PersonYearsOptions, personYearsAtRisk } from "../../src/index.ts";

const people = (figures: Readonly<Record<number, number | Missing>>) =>
  tableFromRows(
    Object.entries(figures).map(([year, count]) => ({ area: "A", period: calendarYears(Number(year)), people: count })),
    { people: "count" },
  );
const some = people({ 2020: 900, 2021: 1000, 2022: 1100, 2023: 1300 });
const lived = (spans: readonly Period[], options: PersonYearsOptions = {}, table = some) =>
  [...personYearsAtRisk(table, spans, options)].map(({ personYears, missing }) => personYears ?? missing);
const message = (call: () => unknown): string => {
  try {
    call();
  } catch (error) {
    if (error instanceof PopneedsError) return error.message;
  }
  return "nothing thrown";
};

describe("personYearsAtRisk", () => {
  it("is the mid-year of a calendar year, and the sum of several", () => {
    expect(lived([calendarYears(2021), calendarYears(2020, 2022)])).toEqual([1000, 3000]);
  });

  it("of a financial year is the mean of a line from mid-year to mid-year", () => {
    // By hand, 2022/23, 365 days. From 1 April, 90.5 days before the middle of 30 June 2022, the line rises by 100 in 365 days:
    // mean 1100 − 100 · 45.25/365 = 1087.60274. Then 274.5 days at 200 in 365: 1100 + 200 · 137.25/365 = 1175.20548.
    // (90.5 · 1087.60274 + 274.5 · 1175.20548) ÷ 365 = 421,021.9522 ÷ 365 = 1153.484800.
    expect(lived([financialYear(2022)])[0]).toBeCloseTo(1153.4848, 6);
  });

  it("of a quarter is a quarter of a year", () => {
    // By hand, July to September 2021, 92 days from half a day after the mid-year: 1000 + 100 · 46.5/365 = 1012.739726, ÷ 4.
    expect(lived([parsePeriod("2021Q3")!])[0]).toBeCloseTo(1012.739726 / 4, 6);
  });

  it("of days is in years of 365.25", () => {
    // By hand, the one day that is the mid-year: the mean of the line from 0:00 to 24:00 is
    // (0.5 · (1100 − 100 · 0.25/365) + 0.5 · (1100 + 200 · 0.25/365)) ÷ 365.25 = 1100.034247 ÷ 365.25.
    expect(lived([parsePeriod("2022-06-30")!])[0]).toBeCloseTo(1100.034247 / 365.25, 8);
  });

  it("is people × years whatever the span, where people do not change", () => {
    const still = people({ 2010: 500, 2011: 500, 2012: 500, 2013: 500, 2014: 500 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 36 }), fc.integer({ min: 1, max: 8 }), (length, offset) => {
        const first = 6 + offset;
        const day = (months: number, shift: number) =>
          new Date(Date.UTC(2010, months, 1 + shift)).toISOString().slice(0, 10);
        const span = { label: "span", start: day(first, 0), end: day(first + length, -1) };
        for (const mean of ["as usual", "trapezium"] as const)
          expect(lived([span], { mean }, still)[0]).toBeCloseTo((500 * length) / 12, 9);
      }),
    );
  });

  it("takes the mid-years within a span when asked, as is done for financial years", () => {
    expect(lived([financialYear(2022), financialYear(2021)], { mean: "mid-years" })).toEqual([1100, 1000]);
    expect(message(() => lived([parsePeriod("2022Q1")!], { mean: "mid-years" }))).toMatchInlineSnapshot(`
      "[no-mid-year] personYearsAtRisk: 2022Q1 holds no mid-year, 30 June
        Fix: Use mean: "trapezium", which draws a line between the mid-years around it."
    `);
  });

  it("gives a trapezium of a calendar year when asked", () => {
    // By hand, 2021: 180.5 days to the middle of 30 June at 1000 − 100 · 90.25/365, 184.5 days at 1000 + 100 · 92.25/365.
    const expected = (180.5 * (1000 - (100 * 90.25) / 365) + 184.5 * (1000 + (100 * 92.25) / 365)) / 365;
    expect(lived([calendarYears(2021)], { mean: "trapezium" })[0]).toBeCloseTo(expected, 9);
  });

  it("goes beyond no mid-year", () => {
    expect(message(() => lived([financialYear(2023)]))).toMatchInlineSnapshot(`
      "[beyond-estimates] personYearsAtRisk: 2023/24 needs the mid-years 2022 to 2024; the table has 2020 to 2023, 4 years
        Fix: Give people of those years, or ask for spans that lie between the mid-years; nothing is carried beyond them."
    `);
    expect(message(() => lived([calendarYears(2019, 2020)]))).toContain("needs the mid-years 2019 to 2020");
    const apart = people({ 2020: 1, 2022: 1, 2023: 1 });
    expect(message(() => lived([calendarYears(2020, 2022)], {}, apart))).toContain("needs the mid-years 2020 to 2022");
    expect(message(() => lived([financialYear(2022)], {}, apart))).toContain("needs the mid-years 2021 to 2023");
  });

  it("passes on why a mid-year is missing, and needs no others", () => {
    const gap = people({ 2020: 5, 2021: "suppressed", 2022: 7 });
    expect(lived([calendarYears(2020), calendarYears(2020, 2021), calendarYears(2022)], {}, gap)).toEqual([
      5,
      "suppressed",
      7,
    ]);
  });

  it("is incomplete where a group lacks a year that others have", () => {
    const rows = [
      { area: "A", period: calendarYears(2020), people: 1 },
      { area: "A", period: calendarYears(2021), people: 1 },
      { area: "B", period: calendarYears(2020), people: 4 },
    ];
    const table = tableFromRows(rows, { people: "count" });
    expect(lived([calendarYears(2020, 2021)], {}, table)).toEqual([2, "incomplete"]);
  });

  it("is what events are set against", () => {
    const deaths = tableFromRows([{ area: "A", period: financialYear(2022), deaths: 9 }], { deaths: "count" });
    const [row] = [...over(deaths, personYearsAtRisk(some, [financialYear(2022)]))];
    expect(row!.population).toBeCloseTo(1153.4848, 6);
  });

  it("refuses people of other times than mid-years, and measures other than one count", () => {
    const financial = tableFromRows([{ period: financialYear(2020), people: 1 }], { people: "count" });
    expect(message(() => personYearsAtRisk(financial, [calendarYears(2020)]))).toMatchInlineSnapshot(`
      "[not-calendar-years] personYearsAtRisk: people must be mid-year estimates, each of one calendar year; 1 of 1 periods are not:
        2020/21
        Fix: Give the estimates as published, before they are pooled."
    `);
    const two = tableFromRows([{ period: calendarYears(2020), a: 1, b: 1 }], { a: "count", b: "count" });
    expect(message(() => personYearsAtRisk(two, [calendarYears(2020)]))).toContain("[one-measure]");
    expect(message(() => lived([calendarYears(2020)], { mean: "sum" as "mid-years" }))).toContain("[invalid-option]");
  });

  it("says how", () => {
    const { provenance, measures } = personYearsAtRisk(some, [calendarYears(2020, 2022), financialYear(2022)]);
    expect(measures.personYears.kind).toBe("person-years");
    expect(provenance.steps.at(-1)).toMatchInlineSnapshot(
      `"person-years of 2020-2022, 2022/23: sums of mid-years; length × the mean of the line from mid-year to mid-year (trapezium)"`,
    );
  });

  it("of five years is the published people of five years added up, cell by cell", async () => {
    const data = await openData(new URL("../../../../datasets", import.meta.url).pathname);
    const country = await data.table("population-estimates-country", populationByYear);
    const pooled = pool(country, { years: 5 });
    const found = personYearsAtRisk(country, [calendarYears(2019, 2023)]);
    const expected = [...pooled].filter(({ period }) => period.label === "2019-2023").map(({ people }) => people);
    expect(expected).toHaveLength(182);
    expect([...found].map(({ personYears }) => personYears)).toEqual(expected);
  });
});
