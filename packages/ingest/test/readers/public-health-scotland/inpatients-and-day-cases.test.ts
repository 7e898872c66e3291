import { describe, expect, test } from "vitest";
import {
  phsInpatientsAndDayCases,
  phsInpatientsAndDayCasesReader,
} from "../../../src/readers/public-health-scotland/inpatients-and-day-cases.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, issuesOf, readText, rowsOf, tablesOf } from "./sample.ts";

/** Synthetic: one hospital and its board; two types of admission and two totals, one within the other; deprivation unknown. */
const sample = csv(
  "Quarter,QuarterQF,HB,HBQF,Location,LocationQF,AdmissionType,AdmissionTypeQF,SIMD,SIMDQF,Episodes,LengthOfEpisode,AverageLengthOfEpisode,AverageLengthOfEpisodeQF,Stays,LengthOfStay,AverageLengthOfStay,AverageLengthOfStayQF",
  "2017Q4,,S08000015,,A111H,,Emergency Inpatients,,1,,4,10,2.5,,4,12,3,",
  "2017Q4,,S08000015,,A111H,,All Day cases,,,:,2,0,0,,0,0,,z",
  "2017Q4,,S08000015,,A111H,,All Inpatients,d,1,,4,10,2.5,,4,12,3,",
  "2017Q4,,S08000015,,A111H,,All Inpatients and Day cases,d,1,,4,10,2.5,,4,12,3,",
  "2017Q4,,S08000015,,S08000015,d,Emergency Inpatients,,1,,4,10,2.5,,4,12,3,",
);

describe("inpatients and day cases by deprivation", () => {
  test("totals within totals keep their names, apart from the parts", async () => {
    const file = await readText(sample);
    expect(tablesOf(file)).toMatchInlineSnapshot(`
      [
        "by area, location, period, admissionType and quintile: 2",
        "by area, location, period and quintile, totals of admissionType: 2",
        "by area, period, admissionType and quintile, totals of location: 1",
      ]
    `);
    expect(
      rowsOf(file, "by area, location, period and quintile").map((row) => row.slice(0, 90)),
    ).toMatchInlineSnapshot(`
      [
        "area S08000015, location A111H, period 2017Q4, admissionType All Inpatients, quintile 1, e",
        "area S08000015, location A111H, period 2017Q4, admissionType All Inpatients and Day cases,",
      ]
    `);
  });

  test("a deprivation that is not known, and a mean of none, say why", async () => {
    const file = await readText(sample);
    const rows = [...file.as(phsInpatientsAndDayCases)];
    expect(
      rows.map(({ quintile, episodes, averageStay, missing }) => [quintile, episodes, averageStay, missing]),
    ).toEqual([
      ["1", 4, 3, null],
      ["not available", 2, null, "not applicable"],
    ]);
    expect(issuesOf(file)).toEqual(["note | qualified-rows | 1 row whose SIMD is qualified: not available (:)"]);
  });
});

describeSturdiness(phsInpatientsAndDayCasesReader, "simd.csv", () => sample);
