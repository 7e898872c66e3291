import { describe, expect, it, test } from "vitest";
import { byTime, calendarYears, endYear, parsePeriod } from "../src/index.ts";

describe("calendarYears", () => {
  it("runs from the first of January to the last of December", () => {
    expect(calendarYears(2023)).toEqual({ label: "2023", start: "2023-01-01", end: "2023-12-31" });
    expect(calendarYears(2019, 2023)).toEqual({ label: "2019-2023", start: "2019-01-01", end: "2023-12-31" });
  });

  it("refuses what is no year, and years out of order", () => {
    expect(() => calendarYears(2023, 2019)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-period] calendarYears: invalid years: 2023 to 2019
        Fix: Give whole years in order: calendarYears(2019, 2023).]
    `);
    for (const year of [999, 10_000, 2022.5, Number.NaN]) expect(() => calendarYears(year)).toThrow("[invalid-period]");
  });
});

describe("parsePeriod", () => {
  test.each([
    ["2023", "2023", "2023-01-01", "2023-12-31"],
    [" 2023 ", "2023", "2023-01-01", "2023-12-31"],
    ["2019-2023", "2019-2023", "2019-01-01", "2023-12-31"],
    ["2019 – 2023", "2019-2023", "2019-01-01", "2023-12-31"],
    ["2019 to 2023", "2019-2023", "2019-01-01", "2023-12-31"],
    ["2022/23", "2022/23", "2022-04-01", "2023-03-31"],
    ["2022/2023", "2022/23", "2022-04-01", "2023-03-31"],
    ["1999/00", "1999/00", "1999-04-01", "2000-03-31"],
    ["1999/2000", "1999/00", "1999-04-01", "2000-03-31"],
    ["2022/23 Q1", "2022/23 Q1", "2022-04-01", "2022-06-30"],
    ["2022/23 Q3", "2022/23 Q3", "2022-10-01", "2022-12-31"],
    ["2022/23 Q4", "2022/23 Q4", "2023-01-01", "2023-03-31"],
    ["2017Q1", "2017Q1", "2017-01-01", "2017-03-31"],
    ["2017 Q4", "2017Q4", "2017-10-01", "2017-12-31"],
    ["201607", "2016-07", "2016-07-01", "2016-07-31"],
    ["2016-02", "2016-02", "2016-02-01", "2016-02-29"],
    ["2100-02", "2100-02", "2100-02-01", "2100-02-28"],
    ["20200105", "2020-01-05", "2020-01-05", "2020-01-05"],
    ["2020-02-29", "2020-02-29", "2020-02-29", "2020-02-29"],
  ])("reads %j", (text, label, start, end) => {
    expect(parsePeriod(text)).toEqual({ label, start, end });
    expect(parsePeriod(label), "its own label").toEqual({ label, start, end });
  });

  test.each([
    "",
    "All",
    "23",
    "0999",
    "0999-2000",
    "2023-2019",
    "2022/24",
    "2022/22",
    "2022/1923",
    "2022/23 Q5",
    "2017Q0",
    "2016-13",
    "2016-00",
    "201613",
    "2021-02-29",
    "20210229",
    "2020-0105",
    "202001-05",
    "2020-1-5",
    "05/01/2020",
    "2022-23-24",
    "85-89",
  ])("takes %j for no period", (text) => {
    expect(parsePeriod(text)).toBeNull();
  });
});

describe("endYear", () => {
  it("is the calendar year in which the period ends", () => {
    expect(["2023", "2019-2023", "2022/23", "2016-07"].map((text) => endYear(parsePeriod(text)!))).toEqual([
      2023, 2023, 2023, 2016,
    ]);
  });
});

describe("byTime", () => {
  it("orders by the first day, then by the last", () => {
    const texts = ["2022/23", "2022", "2021-2023", "2022-01", "2022"];
    expect(
      texts
        .map((text) => parsePeriod(text)!)
        .sort(byTime)
        .map(({ label }) => label),
    ).toEqual(["2021-2023", "2022-01", "2022", "2022", "2022/23"]);
  });
});
