import { describe, expect, test } from "vitest";
import { phsOpenDataReader } from "../../../src/readers/public-health-scotland/open-data.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, issuesOf, readText, rowsOf, tablesOf } from "./sample.ts";

/** Synthetic: a table that no other reader knows. */
const sample = csv(
  "FinancialYear,CA,CAQF,AgeGroup,AgeGroupQF,Sex,SexQF,Diagnosis,NumberOfDeaths,NumberOfDeathsQF,CrudeRate,CrudeRateQF,CumulativeDeaths",
  "2016/17 financial year,S12000033,,0-44,,Female,,Stroke,,c,,c,10",
  "2016/17 financial year,S12000033,,45plus,,Female,,Stroke,5,,12.5,,15",
  "2016/17 financial year,S12000033,,45plus,,Male,,Stroke,6,,13.5,,16",
  "2016/17 financial year,S12000033,,All,d,Male,,Stroke,7,p,14.5,,",
  "2016/17 financial year,S12000033,,All,d,All,d,Stroke,13,,14,,40",
  "2016/17 financial year,S92000003,d,All,d,All,d,Stroke,130,,14,,400",
);
const only = { readers: [phsOpenDataReader] };

describe("any other table of open data", () => {
  test("is read by the publisher's rules of naming, and what was taken for what is said", async () => {
    const file = await readText(sample);
    expect(file.reader).toBe("phs-open-data");
    expect(file.because).toMatchInlineSnapshot(
      `"its headers are written as Public Health Scotland writes them, with the areas CA and the qualifiers CAQF, AgeGroupQF, SexQF"`,
    );
    expect(tablesOf(file)).toMatchInlineSnapshot(`
      [
        "by period, area, ageGroup, sex and diagnosis: 3",
        "by period, area, sex and diagnosis: 1",
        "by period, area and diagnosis: 1",
        "by period and diagnosis, totals of area: 1",
      ]
    `);
    expect(rowsOf(file, "by period, area, ageGroup, sex and diagnosis")).toMatchInlineSnapshot(`
      [
        "period 2016/17, area S12000033, ageGroup 0-44, sex female, diagnosis Stroke, numberOfDeaths null, crudeRate null, cumulativeDeaths 10, missing suppressed",
        "period 2016/17, area S12000033, ageGroup 45+, sex female, diagnosis Stroke, numberOfDeaths 5, crudeRate 12.5, cumulativeDeaths 15",
        "period 2016/17, area S12000033, ageGroup 45+, sex male, diagnosis Stroke, numberOfDeaths 6, crudeRate 13.5, cumulativeDeaths 16",
      ]
    `);
    expect(issuesOf(file)).toMatchInlineSnapshot(`
      [
        "note | columns-inferred | no reader knows this very table: by the publisher's rules of naming, keys are FinancialYear, CA, AgeGroup, Sex, Diagnosis; counts are NumberOfDeaths; figures that do not add up are CrudeRate, CumulativeDeaths",
        "note | qualified-figures | 1 figure of NumberOfDeaths: provisional (p)",
      ]
    `);
  });

  test("has counts only where the name says so and every figure is whole", async () => {
    const file = await readText(sample);
    const { measures } = file.tables[0]!.table;
    expect(Object.entries(measures).map(([name, { kind }]) => [name, kind])).toEqual([
      ["numberOfDeaths", "count"],
      ["crudeRate", "rate"],
      ["cumulativeDeaths", "score"],
    ]);
    const halves = await readText(sample.replace("Stroke,6,", "Stroke,6.5,"));
    expect(halves.tables[0]!.table.measures["numberOfDeaths"]!.kind).toBe("score");
  });

  test("has a count for each age that stands across, as lists of practices have", async () => {
    const file = await readText(
      csv(
        "Date,PracticeCode,HB,Sex,SexQF,AllAges,AllAgesQF,Ages0to4,Ages85plus",
        "20240101,10002,S08000030,Male,,9,,5,4",
      ),
    );
    const { measures } = file.tables[0]!.table;
    expect(Object.entries(measures).map(([name, { kind }]) => `${name} ${kind}`)).toEqual([
      "allAges count",
      "ages0to4 count",
      "ages85plus count",
    ]);
  });

  test("counts its rows when it has no figures", async () => {
    const file = await readText(
      csv("GPPractice,PracticeCode,HB", "Made up,10002,S08000030", "Made up too,10017,S08000030"),
      only,
    );
    expect(rowsOf(file, "by gpPractice, practiceCode and area")).toEqual([
      "gpPractice Made up, practiceCode 10002, area S08000030, rows 1",
      "gpPractice Made up too, practiceCode 10017, area S08000030, rows 1",
    ]);
  });

  test("keeps a part whose name begins with All, where the publisher marks totals", async () => {
    const file = await readText(
      csv("HB,Type,TypeQF,Stays", "S08000015,All Day cases,,3", "S08000015,Inpatients,,4", "S08000015,All,d,7"),
      only,
    );
    expect(tablesOf(file)).toEqual(["by area and type: 2", "by area, totals of type: 1"]);
  });

  test("holds totals apart by their words where nothing marks them", async () => {
    const file = await readText(
      csv("HB,Type,Stays", "S08000015,Day cases,3", "S08000015,All,7", "S08000015,Total inpatients,4"),
      only,
    );
    expect(tablesOf(file)).toEqual(["by area and type: 1", "by area, totals of type: 2"]);
  });

  test("takes a lone quintile for a key, and several for figures", async () => {
    const one = await readText(csv("HB,SIMDQuintile,Stays", "S08000015,1,3", "S08000015,2,4"), only);
    const two = await readText(csv("DataZone,SIMDQuintile,SIMDDecile", "S01006506,1,2", "S01006507,1,1"), only);
    expect([...tablesOf(one), ...tablesOf(two)]).toEqual(["by area and simdQuintile: 2", "by area: 2"]);
  });

  test("reads prescriptions, whose practices are numbers and no figures", async () => {
    const header =
      "HBT2014,GPPractice,BNFItemCode,BNFItemDescription,NumberOfPaidItems,PaidQuantity,GrossIngredientCost,PaidDateMonth";
    const file = await readText(
      csv(
        header,
        "S08000015,80005,0101010R0AAABAB,MADE UP LIQUID,3,1500,6.75,202001",
        "S08000015,80005,0101010R0AAABAC,MADE UP TABLETS,1,28,2.5,202001",
      ),
    );
    expect(rowsOf(file, "by area, gpPractice, bnfItemCode, bnfItemDescription and period")[0]).toBe(
      "area S08000015, gpPractice 80005, bnfItemCode 0101010R0AAABAB, bnfItemDescription MADE UP LIQUID, period 2020-01, numberOfPaidItems 3, paidQuantity 1500, grossIngredientCost 6.75",
    );
    expect(file.tables[0]!.table.measures["paidQuantity"]!.kind).toBe("score");
  });

  test("refuses a table whose keys cannot be seen", async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `S08000015,${i},${i}`);
    await expect(readText(csv("HB,Ward,Stays", ...rows), only)).rejects.toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [keys-not-unique] sample.csv: 19 of 20 rows have the keys of another row and other figures, on lines 3, 4, 5: the columns that tell rows apart cannot be seen from their names
        Fix: Declare the columns with schema(), and read the file with readCsv().]
    `);
  });

  test("leaves what is not written so to others", async () => {
    for (const header of [
      "FeatureCode,DateCode,Measurement,Units,Value",
      "area_code,HB",
      "HB",
      "Age,ESP,Deaths",
      "hb,HBQF",
    ])
      await expect(readText(csv(header, header.replaceAll(/[^,]+/g, "1")), only)).rejects.toThrow(
        "no reader knows this format",
      );
  });
});

describeSturdiness(phsOpenDataReader, "other.csv", () => sample);
