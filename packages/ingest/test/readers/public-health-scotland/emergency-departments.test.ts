import { describe, expect, test } from "vitest";
import {
  phsEmergencyDepartments,
  phsEmergencyDepartmentsReader,
} from "../../../src/readers/public-health-scotland/emergency-departments.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, issuesOf, readText } from "./sample.ts";

/** Synthetic: a department that records every attendance, and a unit that does not. */
const sample = csv(
  '"Month","Country","HBT","TreatmentLocation","DepartmentType","NumberOfAttendancesAll","NumberWithin4HoursAll","NumberOver4HoursAll","PercentageWithin4HoursAll","NumberOfAttendancesEpisode","NumberOfAttendancesEpisodeQF","NumberWithin4HoursEpisode","NumberWithin4HoursEpisodeQF","NumberOver4HoursEpisode","NumberOver4HoursEpisodeQF","PercentageWithin4HoursEpisode","PercentageWithin4HoursEpisodeQF","NumberOver8HoursEpisode","NumberOver8HoursEpisodeQF","PercentageOver8HoursEpisode","PercentageOver8HoursEpisodeQF","NumberOver12HoursEpisode","NumberOver12HoursEpisodeQF","PercentageOver12HoursEpisode","PercentageOver12HoursEpisodeQF"',
  '"200707","S92000003","S08000015","A101H","Minor Injury Unit or Other",252,252,0,100,,"z",,"z",,"z",,"z",,"z",,"z",,"z",,"z"',
  '"200707","S92000003","S08000015","A111H","Emergency Department",500,490,10,98,500,"",490,"",10,"",98,"",2,"",0.4,"",0,"",0,""',
);

describe("accident and emergency activity", () => {
  test("waits that are not recorded are not applicable, and not 0", async () => {
    const rows = [...(await readText(sample)).as(phsEmergencyDepartments)];
    expect(rows.map((row) => [row.location, row.attendances, row.episodesOver12Hours, row.missing])).toEqual([
      ["A101H", 252, null, "not applicable"],
      ["A111H", 500, 0, null],
    ]);
  });

  test("the same department a second time in a month is refused, with both lines", async () => {
    const file = await readText(
      sample.replace('"A101H","Minor Injury Unit or Other"', '"A111H","Emergency Department"'),
    );
    expect(file.rows).toEqual({ read: 2, used: 1, refused: 1 });
    expect(issuesOf(file)).toMatchInlineSnapshot(`
      [
        "note | column-not-read | line 1 | the schema does not name the column "Country"; not read",
        "error | duplicate-key | line 3 | the row has the same keys as line 2: HBT S08000015, TreatmentLocation A111H, DepartmentType Emergency Department, Month 200707",
      ]
    `);
  });
});

describeSturdiness(phsEmergencyDepartmentsReader, "ae.csv", () => sample);
