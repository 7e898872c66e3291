import { describe, expect, test } from "vitest";
import {
  phsCovidDailyBoards,
  phsCovidDailyBoardsReader,
} from "../../../src/readers/public-health-scotland/covid-daily-boards.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, issuesOf, readText, tablesOf } from "./sample.ts";

/** Synthetic: one board and Scotland, before and after admissions were known. */
const sample = csv(
  "Date,HB,HBName,DailyPositive,CumulativePositive,CrudeRatePositive,CrudeRate7DayPositive,DailyDeaths,CumulativeDeaths,CrudeRateDeaths,DailyNegative,CumulativeNegative,CrudeRateNegative,TotalTests,PositiveTests,PositivePercentage,PositivePercentage7Day,TotalPillar1,TotalPillar2,HospitalAdmissions,HospitalAdmissionsQF,ICUAdmissions,ICUAdmissionsQF",
  "20200228,S08000015,NHS Ayrshire & Arran,0,0,0,,0,0,0,8,28,7.5,9,0,0,0,9,0,,:,,:",
  "20200229,S08000015,NHS Ayrshire & Arran,2,2,0.5,0.5,0,0,0,8,36,9.7,10,2,20,10,9,1,1,,0,",
  "20200229,S92000003,Scotland,2,2,0.1,0.1,0,0,0,8,36,1.9,10,2,20,10,9,1,1,,0,",
);

describe("COVID-19 day by day", () => {
  test("what is not available says so, and 0 stays 0", async () => {
    const file = await readText(sample);
    const rows = [...file.as(phsCovidDailyBoards)];
    expect(
      rows.map((row) => [row.period.label, row.positive, row.positiveRateOf7Days, row.admissions, row.missing]),
    ).toEqual([
      ["2020-02-28", 0, null, null, "not available"],
      ["2020-02-29", 2, 0.5, 1, null],
    ]);
    expect(tablesOf(file)).toEqual(["by area and period: 2", "by period, totals of area: 1"]);
    expect(issuesOf(file)).toEqual([
      'note | column-not-read | line 1 | the schema does not name the column "HBName"; not read',
    ]);
  });

  test("what was counted up to a day is not a count", async () => {
    const { measures } = (await readText(sample)).as(phsCovidDailyBoards);
    expect([measures.cumulativePositive.kind, measures.positive.kind]).toEqual(["score", "count"]);
  });
});

describeSturdiness(phsCovidDailyBoardsReader, "daily.csv", () => sample);
