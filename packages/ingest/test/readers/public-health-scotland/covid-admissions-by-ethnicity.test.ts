import { describe, expect, test } from "vitest";
import {
  phsCovidAdmissionsByEthnicity,
  phsCovidAdmissionsByEthnicityReader,
} from "../../../src/readers/public-health-scotland/covid-admissions-by-ethnicity.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, readText } from "./sample.ts";

/** Synthetic: a suppressed figure and two that are not. */
const sample = csv(
  "Month,Ethnicity,NumberAdmitted,NumberAdmittedQF,PercentAdmitted,PercentAdmittedQF",
  "20200301,African,,c,,c",
  '20200301,"Asian, Asian Scottish or Asian British",10,,1,',
  "20200401,White,990,,99,",
);

describe("COVID-19 admissions by ethnic group", () => {
  test("suppressed figures are missing and say so; the first day stands for the month", async () => {
    const rows = [...(await readText(sample)).as(phsCovidAdmissionsByEthnicity)];
    expect(
      rows.map(({ period, ethnicGroup, admitted, missing }) => [
        period.label,
        period.end,
        ethnicGroup,
        admitted,
        missing,
      ]),
    ).toEqual([
      ["2020-03", "2020-03-31", "African", null, "suppressed"],
      ["2020-03", "2020-03-31", "Asian, Asian Scottish or Asian British", 10, null],
      ["2020-04", "2020-04-30", "White", 990, null],
    ]);
  });

  test("another day of the month is refused", async () => {
    const file = await readText(sample.replace("20200401", "20200415"));
    expect(file.issues.map(({ code, line }) => [code, line])).toEqual([["unexpected-value", 4]]);
  });
});

describeSturdiness(phsCovidAdmissionsByEthnicityReader, "ethnicity.csv", () => sample);
