import { describe, expect, test } from "vitest";
import { phsBeds, phsBedsReader } from "../../../src/readers/public-health-scotland/beds.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, issuesOf, readText, rowsOf, tablesOf } from "./sample.ts";

const figures = "10,,5,,0.1,,0.05,,50,";

/** Synthetic: one hospital, its board, Scotland; a specialty, all specialties and two groupings that overlap. */
const sample = csv(
  "Quarter,QuarterQF,HB,HBQF,Location,LocationQF,Specialty,SpecialtyQF,SpecialtyName,SpecialtyNameQF,AllStaffedBeddays,AllStaffedBeddaysQF,TotalOccupiedBeddays,TotalOccupiedBeddaysQF,AverageAvailableStaffedBeds,AverageAvailableStaffedBedsQF,AverageOccupiedBeds,AverageOccupiedBedsQF,PercentageOccupancy,PercentageOccupancyQF",
  `2017Q4,,S08000015,,A111H,,C1,,General Surgery,,${figures}`,
  "2017Q4,,S08000015,,A111H,,,,Unspecified,,0,,0,,0,,0,,,z",
  `2017Q4,,S08000015,,A111H,,Z9,d,All Specialties,d,${figures}`,
  `2017Q4,,S08000015,,A111H,,,,All Acute,d,${figures}`,
  `2017Q4,,S08000015,,A111H,,,,Surgery Grouping,d,${figures}`,
  `2017Q4,,S08000015,,S08000015,d,C1,,General Surgery,,${figures}`,
  `2018Q1,p,S08000015,,S08000015,d,C1,,General Surgery,,${figures}`,
  `2017Q4,,S92000003,d,S92000003,d,Z9,d,All Specialties,d,${figures}`,
);

describe("beds", () => {
  test("hospitals, boards and Scotland, specialties and their groupings, are held apart", async () => {
    const file = await readText(sample);
    expect(tablesOf(file)).toMatchInlineSnapshot(`
      [
        "by area, location, period, specialtyCode and specialty: 2",
        "by area, period, specialtyCode and specialty, totals of location: 2",
        "by area, location and period: 1",
        "by period, totals of area and location: 1",
        "groupings: by area, location and period, totals of specialty: 2",
      ]
    `);
    expect(rowsOf(file, "groupings: by area, location and period")).toMatchInlineSnapshot(`
      [
        "area S08000015, location A111H, period 2017Q4, specialty All Acute, staffedBedDays 10, occupiedBedDays 5, staffedBeds 0.1, occupiedBeds 0.05, occupancy 50",
        "area S08000015, location A111H, period 2017Q4, specialty Surgery Grouping, staffedBedDays 10, occupiedBedDays 5, staffedBeds 0.1, occupiedBeds 0.05, occupancy 50",
      ]
    `);
  });

  test("an occupancy of no beds is not applicable", async () => {
    const rows = [...(await readText(sample)).as(phsBeds)];
    expect(rows.map(({ specialty, occupancy, missing }) => [specialty, occupancy, missing])).toEqual([
      ["General Surgery", 50, null],
      ["Unspecified", null, "not applicable"],
    ]);
  });

  test("quarters that are provisional are said", async () => {
    expect(issuesOf(await readText(sample))).toMatchInlineSnapshot(`
      [
        "note | qualified-rows | 1 row whose Quarter is qualified: provisional (p)",
      ]
    `);
  });
});

describeSturdiness(phsBedsReader, "beds.csv", () => sample);
