import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { nomisReader } from "../../../src/readers/nomis/observations.ts";
import { describeSturdiness } from "../sturdiness.ts";

const read = async (text: string) => readRaw(await rawFile(text, "nomis.csv"));

/** Synthetic, as the site exports it. */
const survey = [
  '"DATE_NAME","GEOGRAPHY_NAME","CELL_NAME","OBS_VALUE"',
  '"Jan 2004-Dec 2004","Glasgow City","T01:28 (Aged 16-64 - In employment : All People )",236600',
  '"Jan 2004-Dec 2004","Scotland","T01:28 (Aged 16-64 - In employment : All People )",2388800',
  '"Apr 2004-Mar 2005","Glasgow City","T01:28 (Aged 16-64 - In employment : All People )",!',
  '"Apr 2004-Mar 2005","Scotland","T01:28 (Aged 16-64 - In employment : All People )",2390000',
  "",
].join("\n");

/** Synthetic, as the API gives it, with codes and separated by tabs. */
const coded = [
  ["GEOGRAPHY_CODE", "GENDER", "C_AGE", "OBS_VALUE"],
  ["S12000033", 1, 101, 1200],
  ["S12000033", 1, 191, 600],
  ["S12000033", 2, 101, 1100],
  ["S12000033", 2, 191, 900],
  ["S12000033", 0, 200, 3800],
  ["S92000003", 0, 200, 5400000],
]
  .map((row) => `${row.map((cell) => (typeof cell === "string" ? `"${cell}"` : cell)).join("\t")}\n`)
  .join("");

describe("a download of Nomis", () => {
  test("countries are held apart from areas, and marks are missing figures", async () => {
    const file = await read(survey);
    expect(file.because).toBe("its header has GEOGRAPHY_NAME and OBS_VALUE");
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toEqual([
      "counts: by period, areaName and cell: 2",
      "counts: by period and cell, totals of areaName: 2",
    ]);
    expect([...file.tables[0]!.table].map((row) => [row["value"], row.missing])).toEqual([
      [236600, null],
      [null, "suppressed"],
    ]);
  });

  test("periods that overlap are said", async () => {
    expect((await read(survey)).issues.map(({ severity, message }) => [severity, message])).toEqual([
      ["note", "its 2 periods overlap, as 2004-01 to 2004-12 and 2004-04 to 2005-03 do"],
    ]);
  });

  test("coded ages and sexes are read; without dates the period is not known, and that is said", async () => {
    const file = await read(coded);
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toEqual([
      "counts: by area, sex and age: 4",
      "counts: by area: 1",
      "counts: one figure, totals of area: 1",
    ]);
    const rows = [...file.tables[0]!.table];
    expect(rows.map((row) => [row["sex"], (row["age"] as { label: string }).label, row["value"]])).toEqual([
      ["male", "0", 1200],
      ["male", "90+", 600],
      ["female", "0", 1100],
      ["female", "90+", 900],
    ]);
    expect(file.issues).toMatchInlineSnapshot(`
      [
        {
          "code": "no-period",
          "file": "nomis.csv",
          "fix": "Download it again with the column DATE_NAME, or note the period beside it.",
          "message": "the file does not say of which period its figures are",
          "severity": "warning",
        },
      ]
    `);
  });

  test("an age code that depends on the data set is refused", async () => {
    const file = await read(coded.replace("\t101\t1200", "\t18\t1200"));
    expect(file.issues.filter(({ severity }) => severity === "error")).toMatchInlineSnapshot(`
      [
        {
          "code": "unknown-age-code",
          "column": "C_AGE",
          "file": "nomis.csv",
          "fix": "Download the column C_AGE_NAME too: it says what the code means.",
          "found": "18",
          "line": 2,
          "message": "C_AGE is "18"; known are 101 (age 0) to 191 (90 and over) and 200 (all ages)",
          "severity": "error",
        },
      ]
    `);
  });

  test("names go before codes; counts, percentages and intervals are parts", async () => {
    const file = await read(
      [
        "DATE,DATE_NAME,GEOGRAPHY,GEOGRAPHY_NAME,GEOGRAPHY_CODE,GENDER,GENDER_NAME,C_AGE,C_AGE_NAME,MEASURES,MEASURES_NAME,OBS_VALUE,OBS_STATUS,RECORD_COUNT",
        "2021,2021,1,Fife,S12000047,1,Male,1,Aged 0 to 4,20100,Value,9000,A,3",
        "2021,2021,1,Fife,S12000047,1,Male,1,Aged 0 to 4,20301,Percent,4.9,A,3",
        "2021,2021,1,Fife,S12000047,0,Total,200,All Ages,20701,Confidence,0.4,A,3",
        "",
      ].join("\n"),
    );
    expect(
      file.tables.map(({ name, table }) => `${name}: ${Object.keys(table.keys)}, ${table.measures["value"]!.kind}`),
    ).toEqual([
      "counts: by period, areaName, area, sex, age and measures: period,areaName,area,sex,age,measures, count",
      "percentages: by period, areaName, area, sex, age and measures: period,areaName,area,sex,age,measures, percentage",
      "confidence intervals: by period, areaName, area and measures: period,areaName,area,measures, limit",
    ]);
    expect(file.issues).toEqual([]);
  });

  test("figures with fractions that are no percentages never add up", async () => {
    const file = await read("DATE_NAME,GEOGRAPHY_NAME,OBS_VALUE\n2021,Fife,512.7\n");
    expect(file.tables[0]!.table.measures["value"]!.kind).toBe("score");
  });
});

describeSturdiness(nomisReader, "nomis.csv", () => survey);
describeSturdiness(nomisReader, "nomis.tsv", () => coded);
