import { describe, expect, test } from "vitest";
import { delayedDischargeByCouncilReader } from "../../../src/readers/public-health-scotland/delayed-discharge-council.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, issuesOf, readText, rowsOf } from "./sample.ts";

/** Synthetic: one council, one row without a council, and Scotland. */
const councils = csv(
  '"ltla_code","date","age_group","delay_reason","num_delayed_bed_days","average_daily_delayed_beds"',
  '"S12000005",2016-07-01,"18-74","Code 9 AWI",31,1',
  '"S12000005",2016-07-01,"18plus","All Delay Reasons",31,1',
  '"NA",2016-07-01,"18-74","Code 9 AWI",4,0',
  '"S92000003",2016-07-01,"18-74","Code 9 AWI",35,1',
);

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

describeSturdiness(delayedDischargeByCouncilReader, "councils.csv", () => councils);
