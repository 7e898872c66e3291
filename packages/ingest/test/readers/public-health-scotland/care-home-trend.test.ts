import { describe, expect, test } from "vitest";
import { phsCareHomeTrendReader } from "../../../src/readers/public-health-scotland/care-home-trend.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, readText, rowsOf, tablesOf } from "./sample.ts";

/** Synthetic. */
const trend = csv(
  "financial_quarter,sending_location,age_group,stay_type,measure,value",
  '2017/18 Q4,Scotland (All Areas Submitted),All Ages,All Stays,"Rate per 1,000 People",6.6',
  "2017/18 Q4,Scotland (All Areas Submitted),All Ages,All Stays,Number of People,35990",
  '2017/18 Q4,Fife,85+ years,Long Stay,"Rate per 1,000 People",120',
  "2017/18 Q4,Fife,85+ years,Long Stay,Number of People,900",
  '2017/18 Q4,Fife,Unknown,Long Stay,"Rate per 1,000 People",NA',
  "2017/18 Q4,Fife,Unknown,Long Stay,Number of People,5",
);

describe("care home residents by quarter", () => {
  test("of unknown age have no rate; totals are held apart", async () => {
    const file = await readText(trend);
    expect(tablesOf(file)).toEqual([
      "by areaName, period, age and stay: 1",
      "by period, totals of areaName: 1",
      "age unknown: by areaName, period and stay: 1",
    ]);
    expect(rowsOf(file, "age unknown")).toEqual([
      "areaName Fife, period 2017/18 Q4, stay Long Stay, people 5, perThousand null, missing not available",
    ]);
  });
});

describeSturdiness(phsCareHomeTrendReader, "trend.csv", () => trend);
