import { describe, expect, test } from "vitest";
import {
  phsWeeklyAdmissionsByDeprivation,
  phsWeeklyAdmissionsReader,
  weekEnding,
} from "../../../src/readers/public-health-scotland/weekly-admissions.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, readText, tablesOf } from "./sample.ts";

/** Synthetic: ages for both sexes and sexes for all ages, not crossed. */
const marginals = csv(
  "WeekEnding,HB,HBQF,AgeGroup,AgeGroupQF,Sex,SexQF,AdmissionType,AdmissionTypeQF,NumberAdmissions,Average20182019,PercentVariation",
  "20200105,S08000015,,Under 5,,All,d,All,d,8,10,-20",
  "20200105,S08000015,,85 and over,,All,d,All,d,12,9.5,26.3",
  "20200105,S08000015,,All ages,d,Male,,All,d,9,8,12.5",
  "20200105,S08000015,,All ages,d,Female,,All,d,11,11.5,-4.3",
  "20200105,S08000015,,All ages,d,All,d,Emergency,,15,15,0",
  "20200105,S08000015,,All ages,d,All,d,All,d,20,19.5,2.6",
  "20200105,S92000003,d,All ages,d,All,d,All,d,20,19.5,2.6",
);

/** Synthetic: two quintiles, with and without the type of admission. */
const quintiles = csv(
  "WeekEnding,HSCP,SIMDQuintile,AdmissionType,AdmissionTypeQF,NumberAdmissions,Average20182019,PercentVariation",
  "20200105,S37000001,1,All,d,65,63.5,2.4",
  "20200105,S37000001,1,Emergency,,40,41,-2.4",
  "20200105,S37000001,5,Emergency,,30,30,0",
);

describe("weekly admissions", () => {
  test("margins that are not crossed are tables of their own", async () => {
    const file = await readText(marginals);
    expect(tablesOf(file)).toMatchInlineSnapshot(`
      [
        "by area, period and age: 2",
        "by area, period and sex: 2",
        "by area, period and admissionType: 1",
        "by area and period: 1",
        "by period, totals of area: 1",
      ]
    `);
    const [young] = file.table("by area, period and age");
    expect(young).toMatchObject({ admissions: 8, averageOf2018And2019: 10, percentVariation: -20 });
    expect(file.issues).toEqual([]);
  });

  test("by deprivation the finest table has the type of its schema", async () => {
    const rows = [...(await readText(quintiles)).as(phsWeeklyAdmissionsByDeprivation)];
    expect(rows.map((row) => [row.period.label, row.period.start, row.quintile, row.admissions])).toEqual([
      ["week to 2020-01-05", "2019-12-30", "1", 40],
      ["week to 2020-01-05", "2019-12-30", "5", 30],
    ]);
  });

  test("a quintile beyond 5 is refused", async () => {
    const file = await readText(quintiles.replace("S37000001,5", "S37000001,6"));
    expect(file.issues.map(({ code, line }) => [code, line])).toEqual([["unexpected-value", 4]]);
  });
});

describe("the week that ends on a day", () => {
  test("is the seven days up to it, over the turn of a month and a leap day too", () => {
    expect(weekEnding("20200301")).toEqual({ label: "week to 2020-03-01", start: "2020-02-24", end: "2020-03-01" });
    expect(weekEnding("2020-01-05")?.start).toBe("2019-12-30");
  });

  test("is none for what is no day", () => {
    expect([weekEnding("202001"), weekEnding("20200230"), weekEnding(""), weekEnding("WeekEnding")]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describeSturdiness(phsWeeklyAdmissionsReader, "marginals.csv", () => marginals);
describeSturdiness(phsWeeklyAdmissionsReader, "quintiles.csv", () => quintiles);
