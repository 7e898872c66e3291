import { describe, expect, test } from "vitest";
import {
  phsDelayedDischarge,
  phsDelayedDischargeReader,
} from "../../../src/readers/public-health-scotland/delayed-discharge.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, readText, tablesOf } from "./sample.ts";

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

describeSturdiness(phsDelayedDischargeReader, "boards.csv", () => boards);
