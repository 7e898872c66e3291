import { describe, expect, it } from "vitest";
import { calendarQuarterOf, calendarYears, nextQuarter, parsePeriod, previousQuarter } from "../src/index.ts";

describe("calendarQuarterOf", () => {
  it("is the three months that a day lies in", () => {
    expect(calendarQuarterOf("2024-06-30")).toEqual({ label: "2024Q2", start: "2024-04-01", end: "2024-06-30" });
    expect(calendarQuarterOf("2024-07-01").label).toBe("2024Q3");
    expect(calendarQuarterOf("2024-02-29").label).toBe("2024Q1");
    expect(calendarQuarterOf("2024-12-31").label).toBe("2024Q4");
  });

  it("is that of a month, and of itself", () => {
    const quarter = calendarQuarterOf(parsePeriod("2024-11")!);
    expect(quarter.label).toBe("2024Q4");
    expect(calendarQuarterOf(quarter)).toEqual(quarter);
  });

  it("refuses a period of more than one", () => {
    expect(() => calendarQuarterOf(calendarYears(2024))).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-period] calendarQuarterOf: a period must lie in one calendar quarter; found 2024, from 2024-01-01 to 2024-12-31
        Fix: Give a day, a month or a quarter.]
    `);
  });

  it("refuses what is no day", () => {
    for (const text of ["", "2023-02-29", "2024Q2"]) expect(() => calendarQuarterOf(text)).toThrow("[invalid-date]");
  });
});

describe("nextQuarter and previousQuarter", () => {
  it("step over the turn of the year", () => {
    expect(nextQuarter("2024-12-31").label).toBe("2025Q1");
    expect(previousQuarter("2024-01-01").label).toBe("2023Q4");
  });

  it("undo each other", () => {
    const quarter = calendarQuarterOf("2024-05-17");
    expect(previousQuarter(nextQuarter(quarter))).toEqual(quarter);
  });

  it("refuse to leave the calendar of four-digit years", () => {
    expect(() => nextQuarter("9999-12-31")).toThrow("found 10000Q1");
    expect(() => previousQuarter("1000-01-01")).toThrow("found 999Q4");
  });
});
