import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { healthEstimatesReader } from "../../../src/readers/world-health-organization/health-estimates.ts";
import { describeSturdiness } from "../sturdiness.ts";

/** Synthetic, with the columns that code which reads such answers names: no real file could be had. */
const header = [
  "DIM_COUNTRY_CODE",
  "DIM_YEAR_CODE",
  "DIM_AGEGROUP_CODE",
  "DIM_SEX_CODE",
  "DIM_GHECAUSE_CODE",
  "DIM_GHECAUSE_TITLE",
  "VAL_DALY_COUNT_NUMERIC",
  "VAL_DALY_RATE100K_NUMERIC",
  "VAL_DTHS_COUNT_NUMERIC",
];
const rows = [
  ["RUR", 2019, "YEARS0-4", "MLE", 1, "Falls", 120.5, 300.5, 3],
  ["RUR", 2019, "YEARS0-4", "FMLE", 1, "Falls", 100.25, 280, 2],
  ["RUR", 2019, "ALLAges", "BTSX", 1, "Falls", 900, 290, 40],
  ["RUR", 2019, "ALLAges", "BTSX", 0, "All Causes", 9000, 2900, 400],
  ["RUR", 2019, "age-standardized", "BTSX", 1, "Falls", "", 250, ""],
  ["RUR", 2019, "D0T27", "BTSX", 1, "Falls", 5, 20, 1],
];
const sample = `${[header, ...rows].map((row) => row.join(",")).join("\n")}\n`;
const read = async (text: string) => readRaw(await rawFile(text, "ghe.csv"));

describe("the Global Health Estimates", () => {
  test("ages in years, standardised rates and ages in days are parts; both sexes and all ages are totals", async () => {
    const file = await read(sample);
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toEqual([
      "by age: by area, period, sex, age, causeId and cause: 2",
      "by age: by area, period, causeId and cause: 2",
      "age-standardised: by area, period, causeId and cause: 1",
      "ages in words: by area, period, age, causeId and cause: 1",
    ]);
    const { table } = file.tables[0]!;
    expect(Object.entries(table.measures).map(([name, { kind }]) => [name, kind])).toEqual([
      ["disabilityAdjustedLifeYears", "years"],
      ["disabilityAdjustedLifeYearsRate", "rate"],
      ["deaths", "count"],
    ]);
    expect([...table].map((row) => [row["sex"], row["disabilityAdjustedLifeYears"], row["deaths"]])).toEqual([
      ["male", 120.5, 3],
      ["female", 100.25, 2],
    ]);
  });

  test("that causes hold one another is said", async () => {
    expect((await read(sample)).issues.map(({ severity, message }) => [severity, message])).toEqual([
      ["note", "the 2 causes may be of several levels, so that one holds others"],
    ]);
  });

  test("the answer of the API as JSON is the same table", async () => {
    const value = rows.map((row) => Object.fromEntries(row.map((cell, i) => [header[i]!, cell === "" ? null : cell])));
    const json = await read(JSON.stringify({ "@odata.context": "https://example.org", value }));
    const csv = await read(sample);
    expect(json.tables.map(({ name, table }) => [name, [...table]])).toEqual(
      csv.tables.map(({ name, table }) => [name, [...table]]),
    );
    await expect(read('{"DIM_COUNTRY_CODE"')).rejects.toMatchObject({ code: "unknown-format" });
    await expect(read(JSON.stringify({ error: header.map((name) => ({ [name]: 1 })) }))).rejects.toMatchObject({
      code: "no-records",
    });
  });

  test("limits are read where they are there, and must hold their value", async () => {
    const file = await read(
      "DIM_COUNTRY_CODE,DIM_YEAR_CODE,DIM_AGEGROUP_CODE,DIM_SEX_CODE,DIM_GHECAUSE_TITLE,FLAG_LEVEL,VAL_DEATHS_COUNT_NUMERIC,VAL_DEATHS_COUNT_LOW,VAL_DEATHS_COUNT_HIGH\nRUR,2019,YEARS85PLUS,MLE,Falls,3,40,41,50\n",
    );
    expect(
      [...file.tables[0]!.table].map((row) => [row["level"], row["deaths"], row["deathsLower"], row["deathsUpper"]]),
    ).toEqual([["3", 40, 41, 50]]);
    expect(file.issues.map(({ code }) => code)).toEqual(["limits-out-of-order"]);
  });
});

describeSturdiness(healthEstimatesReader, "ghe.csv", () => sample);
