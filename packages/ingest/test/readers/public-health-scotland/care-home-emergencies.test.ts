import { describe, expect, test } from "vitest";
import {
  phsCareHomeEmergencies,
  phsCareHomeEmergenciesReader,
} from "../../../src/readers/public-health-scotland/care-home-emergencies.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, issuesOf, readText } from "./sample.ts";

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

describeSturdiness(phsCareHomeEmergenciesReader, "emergencies.csv", () => emergencies((value) => value + 5));
