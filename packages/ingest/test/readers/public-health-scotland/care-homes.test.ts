import { describe, expect, test } from "vitest";
import {
  phsCareHomeEmergencies,
  phsCareHomeEmergenciesReader,
} from "../../../src/readers/public-health-scotland/care-home-emergencies.ts";
import {
  phsCareHomeAgeSexReader,
  phsCareHomeTrendReader,
} from "../../../src/readers/public-health-scotland/care-home-residents.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, issuesOf, readText, rowsOf, tablesOf } from "./sample.ts";

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

/** Synthetic: a share above all, as rounding makes them. */
const ageSex = csv(
  "financial_year,sending_location,stay_type,age_group,sex,rate,nclient",
  "2017/18,Fife,Long Stay,85+ years,Female,700,70",
  "2017/18,Fife,Long Stay,85+ years,Male,300,30",
  "2017/18,Fife,Long Stay,85+ years,Not Known / Unspecified,0,0",
  "2017/18,Fife,All Stays,All Ages,Female,2000,10",
);

const emergencyHeader =
  "financial_year,financial_quarter,sending_location,age_group,measure,value,scotland_value,rate_per_1000,scotland_rate,nursing_care_provision";
const emergencies = (later: (value: number) => number): string =>
  csv(
    emergencyHeader,
    ...["2018/19", "2019/20"].flatMap((year, k) =>
      Array.from({ length: 22 }, (_, i) => {
        const value = k === 0 ? 5 * (i + 1) : later(5 * (i + 1));
        return `${year},${year} Q1,Area ${i},65+ years,A&E Attendances,${value},900,${i === 0 ? "#VALUE!" : 100},99,No Nursing Provision provided`;
      }),
    ),
  );

describe("care home residents", () => {
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

  test("by sex have a share of residents, which cannot be above all of them", async () => {
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

describe("emergency admissions of care home residents", () => {
  test("of a year that is 1.2 times the year before throughout are read with a warning", async () => {
    const file = await readText(emergencies((value) => value * 1.2));
    expect(file.issues.filter(({ severity }) => severity === "warning")).toMatchInlineSnapshot(`
      [
        {
          "code": "multiple-of-a-year",
          "column": "value",
          "file": "sample.csv",
          "fix": "Do not use the year; ask the publisher for the figures.",
          "line": 24,
          "message": "every figure of 2019/20 is 1.2 times that of the year before (22 of 22 pairs): the year was not counted but made from the other",
          "severity": "warning",
        },
      ]
    `);
    const [row] = file.as(phsCareHomeEmergencies);
    expect(row).toMatchObject({ event: "A&E Attendances", events: 5, perThousand: null, missing: "not available" });
  });

  test("of a year that was counted give none", async () => {
    const file = await readText(emergencies((value) => value + 5));
    expect(issuesOf(file)).toEqual([
      'note | column-not-read | line 1 | the schema does not name the columns "financial_year", "scotland_value", "scotland_rate"; not read',
    ]);
  });
});

describeSturdiness(phsCareHomeTrendReader, "trend.csv", () => trend);
describeSturdiness(phsCareHomeAgeSexReader, "age-sex.csv", () => ageSex.replace("2000,10", "700,70"));
describeSturdiness(phsCareHomeEmergenciesReader, "emergencies.csv", () => emergencies((value) => value + 5));
