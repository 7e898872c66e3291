import { describe, expect, it } from "vitest";
import { ageInMonthsOn, ageOn } from "../src/index.ts";

// Expected ages are counted on the fingers.
describe("ageOn", () => {
  it("completes a year on the birthday, not the day before", () => {
    expect(ageOn("1950-06-15", "2024-06-14")).toBe(73);
    expect(ageOn("1950-06-15", "2024-06-15")).toBe(74);
  });

  it("is 0 on the day of birth", () => {
    expect(ageOn("2024-02-29", "2024-02-29")).toBe(0);
  });

  it("has the birthday of a leap day on 1 March in other years, on 29 February in leap years", () => {
    expect(ageOn("2000-02-29", "2023-02-28")).toBe(22);
    expect(ageOn("2000-02-29", "2023-03-01")).toBe(23);
    expect(ageOn("2000-02-29", "2024-02-28")).toBe(23);
    expect(ageOn("2000-02-29", "2024-02-29")).toBe(24);
    expect(ageOn("1896-02-29", "1900-02-28")).toBe(3); // 1900 had no 29 February
  });

  it("gives an age above 130 as it is", () => {
    expect(ageOn("1890-01-01", "2024-01-01")).toBe(134);
  });

  it("refuses a birth after the date", () => {
    expect(() => ageOn("2024-01-02", "2024-01-01")).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [born-later] ageOn: the birth must not come after the date; found birth 2024-01-02, date 2024-01-01
        Fix: Give the day of birth first; leave out records whose dates contradict each other.]
    `);
  });

  it("refuses what is no day of the calendar", () => {
    expect(() => ageOn("2023-02-29", "2024-01-01")).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-date] ageOn: a date must be a day of the calendar as yyyy-mm-dd; found "2023-02-29"
        Fix: Write the year in four digits, then month and day in two: 2024-02-29.]
    `);
    for (const text of ["", "15/06/1950", "19500615", "1950-6-15", "1950-13-01", "1950"])
      expect(() => ageOn(text, "2024-01-01")).toThrow("[invalid-date]");
    expect(() => ageOn("1950-01-01", "tomorrow")).toThrow("[invalid-date]");
  });
});

describe("ageInMonthsOn", () => {
  it("completes a month on the day of the month", () => {
    expect(ageInMonthsOn("2023-01-15", "2023-02-14")).toBe(0);
    expect(ageInMonthsOn("2023-01-15", "2023-02-15")).toBe(1);
    expect(ageInMonthsOn("2022-12-15", "2024-01-15")).toBe(13);
  });

  it("completes a month that lacks the day on the first of the next", () => {
    expect(ageInMonthsOn("2023-01-31", "2023-02-28")).toBe(0);
    expect(ageInMonthsOn("2023-01-31", "2023-03-01")).toBe(1);
    expect(ageInMonthsOn("2000-02-29", "2001-03-01")).toBe(12);
  });

  it("refuses what ageOn refuses, in its own name", () => {
    expect(() => ageInMonthsOn("2024-01-02", "2024-01-01")).toThrow("[born-later] ageInMonthsOn");
    expect(() => ageInMonthsOn("", "2024-01-01")).toThrow("[invalid-date] ageInMonthsOn");
  });
});
