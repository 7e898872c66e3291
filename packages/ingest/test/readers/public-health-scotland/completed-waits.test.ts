import { describe, expect, test } from "vitest";
import {
  phsCompletedWaits,
  phsCompletedWaitsReader,
} from "../../../src/readers/public-health-scotland/completed-waits.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, readText, tablesOf } from "./sample.ts";

/** Synthetic: figures that are there, that are not available, and a specialty that is not. */
const sample = csv(
  "MonthEnding,HBT,HBTQF,PatientType,Specialty,SpecialtyQF,NumberOfWaits,NumberOfWaitsQF,Over12Weeks,Over12WeeksQF,Median,MedianQF,90thPercentile,90thPercentileQF",
  "20130630,S08000015,,New Outpatient,C1,,300,,20,,39.5,,83,",
  "20130630,S08000015,,New Outpatient,C5,,,:u,,:u,,:u,,:u",
  "20130630,S08000015,,New Outpatient,,:,12,,0,,,:,,:",
  "20130630,S08000015,,New Outpatient,Z9,d,312,,20,,39,,83,",
  "20130630,S92000003,d,New Outpatient,Z9,d,312,,20,,39,,83,",
);

describe("completed waits", () => {
  test("a specialty and figures that are not available say so", async () => {
    const file = await readText(sample);
    expect(
      [...file.as(phsCompletedWaits)].map((row) => [row.specialty, row.waits, row.medianDays, row.missing]),
    ).toEqual([
      ["C1", 300, 39.5, null],
      ["C5", null, null, "not available"],
      ["not available", 12, null, "not available"],
    ]);
    expect(tablesOf(file)).toEqual([
      "by area, period, patientType and specialty: 3",
      "by area, period and patientType: 1",
      "by period and patientType, totals of area: 1",
    ]);
  });

  test("a blank that no qualifier explains is refused", async () => {
    const file = await readText(sample.replace("C5,,,:u", "C5,,,"));
    expect(file.issues.filter(({ severity }) => severity === "error").map(({ code, line }) => [code, line])).toEqual([
      ["blank-figure", 3],
    ]);
  });
});

describeSturdiness(phsCompletedWaitsReader, "waits.csv", () => sample);
