import { describe, expect, test } from "vitest";
import {
  phsHomeCareDeprivation,
  phsHomeCareDeprivationReader,
} from "../../../src/readers/public-health-scotland/home-care-deprivation.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, readText, rowsOf } from "./sample.ts";

/** Synthetic. */
const deprivation = csv(
  "financial_quarter,sending_location,age_group,deprivation,simd_percentage,nclient",
  "2017/18 Q4,Scotland (All Areas Submitted),All Ages,1 (Most Deprived),25.1,15380",
  "2017/18 Q4,Fife,85+ years,1 (Most Deprived),25,50",
  "2017/18 Q4,Fife,85+ years,2,50,100",
  "2017/18 Q4,Fife,85+ years,5 (Least Deprived),25,50",
  "2017/18 Q4,Fife,Unknown,Unknown,NA,0",
);

describe("home care by deprivation", () => {
  test("has quintiles 1 to 5, and unknown", async () => {
    const file = await readText(deprivation);
    expect([...file.as(phsHomeCareDeprivation)].map((row) => [row.quintile, row.people, row.percentage])).toEqual([
      ["1", 50, 25],
      ["2", 100, 50],
      ["5", 50, 25],
    ]);
    expect(rowsOf(file, "age unknown: by areaName, period and quintile")).toEqual([
      "areaName Fife, period 2017/18 Q4, quintile Unknown, people 0, percentage null, missing not available",
    ]);
  });
});

describeSturdiness(phsHomeCareDeprivationReader, "deprivation.csv", () => deprivation);
