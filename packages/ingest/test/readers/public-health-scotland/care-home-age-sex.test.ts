import { describe, expect, test } from "vitest";
import { phsCareHomeAgeSexReader } from "../../../src/readers/public-health-scotland/care-home-age-sex.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, issuesOf, readText, tablesOf } from "./sample.ts";

/** Synthetic: a share above all, as rounding makes them. */
const ageSex = csv(
  "financial_year,sending_location,stay_type,age_group,sex,rate,nclient",
  "2017/18,Fife,Long Stay,85+ years,Female,700,70",
  "2017/18,Fife,Long Stay,85+ years,Male,300,30",
  "2017/18,Fife,Long Stay,85+ years,Not Known / Unspecified,0,0",
  "2017/18,Fife,All Stays,All Ages,Female,2000,10",
);

describe("care home residents by age and sex", () => {
  test("have a share of residents, which cannot be above all of them", async () => {
    const file = await readText(ageSex);
    expect(tablesOf(file)).toEqual([
      "by areaName, period, age, stay and sex: 2",
      "by areaName, period and sex: 1",
      "sex unknown: by areaName, period, age and stay: 1",
    ]);
    expect(issuesOf(file)).toEqual([
      "warning | share-above-all | line 5 | 1 share is above 1,000 of 1,000 residents, the first on line 5: 2000",
    ]);
  });
});

describeSturdiness(phsCareHomeAgeSexReader, "age-sex.csv", () => ageSex.replace("2000,10", "700,70"));
