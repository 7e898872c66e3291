import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { statisticsGovScotReader } from "../../../src/readers/statistics-gov-scot/cube.ts";
import { describeSturdiness } from "../sturdiness.ts";

/** Synthetic: one survey question by sex with limits, and a count, for two councils, a board and the country. */
const survey = [
  ["S12000033", "2016-2019", "Female", 20.5, 18.1, 23],
  ["S12000033", "2016-2019", "Male", 22.5, 20, 25.2],
  ["S12000033", "2016-2019", "All", 21.4, 19.6, 23.3],
  ["S08000020", "2016-2019", "All", 21, 19.7, 22.4],
  ["S92000003", "2016-2019", "All", 19, 18.6, 19.5],
].flatMap(([area, period, sex, value, lower, upper]) => [
  [area, period, "95% Lower Confidence Limit", "Percent Of Adults", lower, sex],
  [area, period, "Percent", "Percent Of Adults", value, sex],
  [area, period, "95% Upper Confidence Limit", "Percent Of Adults", upper, sex],
]);
const counts = [
  ["S12000033", "2014/2015", "Count", "Adults Interviewed", 120, "All"],
  ["S12000034", "2014/2015", "Count", "Adults Interviewed", 80, "All"],
  ["S92000003", "2017", "Count", "Adults Interviewed", 900, "All"],
];
const header = "FeatureCode,DateCode,Measurement,Units,Value,Sex";
const written = (rows: readonly (readonly unknown[])[]) => `${rows.map((row) => row.join(",")).join("\n")}\n`;
const sample = `${header}\n${written([...survey, ...counts])}`;

const read = async (text: string) => readRaw(await rawFile(text, "cube.csv"));

describe("a data set of statistics.gov.scot", () => {
  test("every measurement and every level of areas is a part, and totals are apart", async () => {
    const file = await read(sample);
    expect(file.because).toBe("its header has FeatureCode, DateCode, Measurement, Units and Value");
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toMatchInlineSnapshot(`
      [
        "council areas; Percent, Percent Of Adults: by area, period and sex: 2",
        "council areas; Percent, Percent Of Adults: by area and period: 1",
        "health boards; Percent, Percent Of Adults: by area and period: 1",
        "Scotland; Percent, Percent Of Adults: by area and period: 1",
        "council areas; Count, Adults Interviewed: by area and period: 2",
        "Scotland; Count, Adults Interviewed: by area and period: 1",
      ]
    `);
    expect(file.issues).toEqual([]);
  });

  test("a value and its limits, published in three rows, stand in one", async () => {
    const table = (await read(sample)).tables[0]!.table;
    expect(Object.entries(table.measures).map(([name, { kind }]) => [name, kind])).toEqual([
      ["value", "percentage"],
      ["lower", "limit"],
      ["upper", "limit"],
    ]);
    expect([...table].map((row) => [row["sex"], row["value"], row["lower"], row["upper"]])).toEqual([
      ["female", 20.5, 18.1, 23],
      ["male", 22.5, 20, 25.2],
    ]);
  });

  test("periods are read in each of the three forms", async () => {
    const periods = (await read(sample)).tables.map(({ table }) => [...table][0]!["period"] as { label: string });
    expect(periods.map(({ label }) => label)).toEqual([
      "2016-2019",
      "2016-2019",
      "2016-2019",
      "2016-2019",
      "2014/15",
      "2017",
    ]);
  });

  test("limits that name what they limit are brought to it, and limits that could belong to two are refused", async () => {
    const rows = [
      ["S12000033", "2017", "Percent", "Of Adults", 10],
      ["S12000033", "2017", "Mean", "Of Adults", 3],
      ["S12000033", "2017", '"95% Lower Confidence Limit, Percent"', "Of Adults", 9],
      ["S12000033", "2017", '"95% Upper Confidence Limit, Percent"', "Of Adults", 11],
    ];
    const head = "FeatureCode,DateCode,Measurement,Units,Value\n";
    const file = await read(head + written(rows));
    expect(file.tables.map(({ part, table }) => [part, Object.keys(table.measures)])).toEqual([
      ["council areas; Percent, Of Adults", ["value", "lower", "upper"]],
      ["council areas; Mean, Of Adults", ["value"]],
    ]);
    const unclear = await read(
      head + written([...rows, ["S12000033", "2017", "95% Lower Confidence Limit", "Of Adults", 8]]),
    );
    expect(unclear.issues).toMatchInlineSnapshot(`
      [
        {
          "code": "limit-of-what",
          "column": "Measurement",
          "file": "cube.csv",
          "fix": "Find out from the publisher which measurement the limits belong to, and write it after a comma.",
          "line": 6,
          "message": "1 row left out: a limit that does not say which of several measurements it is the limit of (line 6)",
          "severity": "error",
        },
      ]
    `);
  });

  test("life expectancy, labelled Count of Years, is no count; cleaned names of columns are known", async () => {
    const file = await read(
      "feature_code,date_code,measurement,units,value,sex,age\nS12000033,2014-2016,Count,Years,78.25,Male,0 years\n",
    );
    expect(file.because).toContain("feature_code");
    expect(file.tables.map(({ name, table }) => [name, table.measures["value"]!.kind])).toEqual([
      ["council areas; Count, Years: by area, period, sex and age", "expectancy"],
    ]);
    expect(file.issues.map(({ severity, message }) => [severity, message])).toEqual([
      ["note", 'the rows labelled "Count" are in "Years": read as expectancy, which never adds up'],
    ]);
  });

  test("a lost row of a value, and a value outside its limits, are said once each", async () => {
    const lost = await read(sample.replace("S12000033,2016-2019,Percent,Percent Of Adults,20.5,Female\n", ""));
    expect(lost.issues.map(({ code, message }) => [code, message])).toEqual([
      ["value-or-limit-missing", "a value or one of its limits is not in the file for 1 row (line 2)"],
    ]);
    const outside = await read(sample.replace("Percent Of Adults,20.5", "Percent Of Adults,205"));
    expect(outside.issues.map(({ code, message }) => [code, message])).toEqual([
      ["limits-out-of-order", "value does not lie between lower and upper in 1 row (line 2)"],
    ]);
  });

  test("an area under its code of before and of after: a warning in one period, a note in two", async () => {
    const row = (code: string, year: number) => `${code},${year},Count,People,5\n`;
    const head = "FeatureCode,DateCode,Measurement,Units,Value\n";
    const twice = await read(head + row("S12000015", 2017) + row("S12000047", 2017));
    expect(twice.issues.map(({ severity, message }) => [severity, message])).toEqual([
      ["warning", "S12000015 and S12000047 are Fife before and after it was re-coded, and both have figures for 2017"],
    ]);
    const apart = await read(head + row("S12000015", 2016) + row("S12000047", 2017));
    expect(apart.issues.map(({ severity }) => severity)).toEqual(["note"]);
  });

  test("a measurement that is not known never adds up", async () => {
    const file = await read("FeatureCode,DateCode,Measurement,Units,Value\nS01006506,2017,Net Mass,Tonnes,5\n");
    expect(file.tables.map(({ part, table }) => [part, table.measures["value"]!.kind])).toEqual([
      ["data zones 2011; Net Mass, Tonnes", "score"],
    ]);
    expect(file.issues.map(({ code }) => code)).toEqual(["kind-not-known"]);
  });

  test("a file with a header only has no rows", async () => {
    await expect(read(`${header}\n`)).rejects.toMatchObject({ code: "no-rows" });
  });
});

describeSturdiness(statisticsGovScotReader, "cube.csv", () => sample);
