import { describe, expect, test } from "vitest";
import {
  delayedDischargeByCouncilReader,
  phsDelayedDischarge,
  phsDelayedDischargeReader,
} from "../../../src/readers/public-health-scotland/delayed-discharge.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, issuesOf, readText, rowsOf, tablesOf } from "./sample.ts";

/** Synthetic: two boards and Scotland, two ages, two reasons; every total is the sum of its parts. */
const boards = csv(
  "MonthOfDelay,HBT,HBTQF,AgeGroup,AgeGroupQF,ReasonForDelay,ReasonForDelayQF,NumberOfDelayedBedDays,AverageDailyNumberOfDelayedBeds",
  ...[
    ["S08000015", "", 31, 62],
    ["S08000016", "", 0, 93],
    ["S92000003", "d", 31, 155],
  ].flatMap(([code, mark, young, old]) =>
    [
      ["18-74", "", young],
      ["75plus", "", old],
      ["18plus", "d", Number(young) + Number(old)],
    ].flatMap(([age, total, days]) => [
      `201607,${code},${mark},${age},${total},Code 9 AWI,,${days},${Number(days) / 31}`,
      `201607,${code},${mark},${age},${total},All Delay Reasons,d,${days},${Number(days) / 31}`,
    ]),
  ),
);

/** Synthetic: one council, one row without a council, and Scotland. */
const councils = csv(
  '"ltla_code","date","age_group","delay_reason","num_delayed_bed_days","average_daily_delayed_beds"',
  '"S12000005",2016-07-01,"18-74","Code 9 AWI",31,1',
  '"S12000005",2016-07-01,"18plus","All Delay Reasons",31,1',
  '"NA",2016-07-01,"18-74","Code 9 AWI",4,0',
  '"S92000003",2016-07-01,"18-74","Code 9 AWI",35,1',
);

describe("delayed discharges by board", () => {
  test("parts and totals are held apart, and the month is a month", async () => {
    const file = await readText(boards);
    expect(file.because).toBe(
      "its columns are just those of this table: MonthOfDelay, HBT, HBTQF, AgeGroup and 5 more",
    );
    expect(tablesOf(file)).toMatchInlineSnapshot(`
      [
        "by area, period, age and reason: 4",
        "by area, period and age: 4",
        "by area, period and reason: 2",
        "by period, age and reason, totals of area: 2",
        "by area and period: 2",
        "by period and age, totals of area: 2",
        "by period and reason, totals of area: 1",
        "by period, totals of area: 1",
      ]
    `);
    expect(
      [...file.as(phsDelayedDischarge)]
        .slice(0, 2)
        .map((row) => [row.area, row.period.start, row.age.label, row.bedDays]),
    ).toEqual([
      ["S08000015", "2016-07-01", "18-74", 31],
      ["S08000015", "2016-07-01", "75+", 62],
    ]);
    expect(file.issues).toEqual([]);
    expect(file.rows).toEqual({ read: 18, used: 18, refused: 0 });
  });

  test("the sibling by council is read by the same reader", async () => {
    const file = await readText(boards.replaceAll("HBT", "CA").replaceAll("S080000", "S120000"));
    expect(file.reader).toBe("phs-delayed-discharge");
    expect(file.rows.used).toBe(18);
  });
});

describe("delayed discharges by council, re-saved", () => {
  test("bed days without a council are kept, and said", async () => {
    const file = await readText(councils);
    expect(rowsOf(file, "by area, period, age and reason")).toMatchInlineSnapshot(`
      [
        "area S12000005, period 2016-07, age 18-74, reason Code 9 AWI, bedDays 31, averageBeds 1",
        "area NA, period 2016-07, age 18-74, reason Code 9 AWI, bedDays 4, averageBeds 0",
      ]
    `);
    expect(issuesOf(file)).toMatchInlineSnapshot(`
      [
        "note | area-not-a-code | 1 row has NA for a council: bed days that belong to none; they are part of Scotland, and are read with the area "NA"",
      ]
    `);
  });

  test("a month that is not written as its first day is refused", async () => {
    const file = await readText(councils.replace('"NA",2016-07-01', '"NA",2016-07-02'));
    expect(file.issues.find(({ severity }) => severity === "error")!.message).toMatchInlineSnapshot(
      `"date is "2016-07-02"; expected a period such as 2023, 2022/23, 2019-2021 or 2016-07"`,
    );
  });
});

describeSturdiness(phsDelayedDischargeReader, "boards.csv", () => boards);
describeSturdiness(delayedDischargeByCouncilReader, "councils.csv", () => councils);
