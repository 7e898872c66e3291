import { describe, expect, it } from "vitest";
import { calendarYears, financialYear, financialYearOf, parsePeriod } from "../src/index.ts";

describe("financialYear", () => {
  it("runs from 1 April to 31 March", () => {
    expect(financialYear(2022)).toEqual({ label: "2022/23", start: "2022-04-01", end: "2023-03-31" });
    expect(financialYear(1999).label).toBe("1999/00");
  });

  it("refuses what is no year in which one begins", () => {
    expect(() => financialYear(22)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-period] financialYear: the year in which a financial year begins is a whole number from 1000 to 9998; found 22
        Fix: Give the calendar year of its April: financialYear(2022) is 2022/23.]
    `);
    for (const from of [2022.5, Number.NaN, 9999]) expect(() => financialYear(from)).toThrow("[invalid-period]");
  });
});

describe("financialYearOf", () => {
  it("changes between 31 March and 1 April", () => {
    expect(financialYearOf("2024-03-31").label).toBe("2023/24");
    expect(financialYearOf("2024-04-01").label).toBe("2024/25");
    expect(financialYearOf("2024-02-29").label).toBe("2023/24");
    expect(financialYearOf("2000-01-01").label).toBe("1999/00");
  });

  it("is that of a month, of a quarter, and of itself", () => {
    expect(financialYearOf(parsePeriod("2016-03")!)).toEqual(financialYear(2015));
    expect(financialYearOf(parsePeriod("2016Q2")!)).toEqual(financialYear(2016));
    expect(financialYearOf(financialYear(2016))).toEqual(financialYear(2016));
  });

  it("refuses a period of more than one", () => {
    expect(() => financialYearOf(calendarYears(2023))).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-period] financialYearOf: a period must lie in one financial year; found 2023, from 2023-01-01 to 2023-12-31
        Fix: Give a day, a month or a quarter; figures of a calendar year cannot be turned into those of a financial year.]
    `);
  });

  it("refuses what is no day", () => {
    for (const text of ["", "2023-02-29", "2023/24", "31/03/2024"])
      expect(() => financialYearOf(text)).toThrow("[invalid-date] financialYearOf");
  });
});
