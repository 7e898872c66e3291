import { describe, expect, test } from "vitest";
import { phsPeopleSupportedReader } from "../../../src/readers/public-health-scotland/people-supported.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, readText, rowsOf, tablesOf } from "./sample.ts";

/** Synthetic: every row twice, as submitted and adjusted. */
const people = csv(
  "financial_year,sending_location,age_group,sex,measure,nclient,rate",
  '2017/18,Fife,65-74 years,Female,"Rate per 1,000 Social Care Clients",120,600',
  '2017/18,Fife,65-74 years,Female,"Rate per 1,000 Social Care Clients (adjusted)",110,595',
  '2017/18,Fife,65-74 years,Male,"Rate per 1,000 Social Care Clients",80,400',
  '2017/18,Fife,Unknown,Unknown/Not Specified,"Rate per 1,000 Social Care Clients",0,0',
  '2017/18,Scotland (All Areas Submitted),All Ages,Female,"Rate per 1,000 Social Care Clients",900,610',
);

describe("people supported", () => {
  test("as submitted and adjusted are parts of their own", async () => {
    const file = await readText(people);
    expect(tablesOf(file)).toMatchInlineSnapshot(`
      [
        "as submitted: by areaName, period, age and sex: 2",
        "as submitted: by period and sex, totals of areaName: 1",
        "as submitted, age unknown, sex unknown: by areaName and period: 1",
        "adjusted: by areaName, period, age and sex: 1",
      ]
    `);
    expect(rowsOf(file, "adjusted: by areaName, period, age and sex")).toEqual([
      "areaName Fife, period 2017/18, age 65-74, sex female, people 110, perThousandSupported 595",
    ]);
    expect(file.issues).toEqual([]);
  });
});

describeSturdiness(phsPeopleSupportedReader, "people.csv", () => people);
