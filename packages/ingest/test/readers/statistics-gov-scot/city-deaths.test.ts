import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { cityDeathsReader } from "../../../src/readers/statistics-gov-scot/city-deaths.ts";
import { describeSturdiness } from "../sturdiness.ts";

const midYear = "Mid-Previous To Mid-Specified Year";
/** Synthetic: one data zone in two kinds of year. */
const sample = [
  '"year","yearType","zone","age","gender","cause","measure","value"',
  ...["Calendar Year", midYear].flatMap((type, i) =>
    [2001, 2002].flatMap((year) =>
      [
        ["All", 7 + i],
        ["Female", 4],
        ["Male", 3 + i],
      ].map(([sex, deaths]) => `"${year}","${type}","S01001790","All","${sex}","All","Count",${deaths}`),
    ),
  ),
  "",
].join("\n");

const read = async (text: string) => readRaw(await rawFile(text, "deaths.csv"));

describe("deaths by data zone as the City of Edinburgh Council re-exports them", () => {
  test("the two kinds of year are parts of their own, and both sexes together are apart", async () => {
    const file = await read(sample);
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toEqual([
      "calendar years: by period, area and sex: 4",
      "calendar years: by period and area: 2",
      "years to mid-year: by period, area and sex: 4",
      "years to mid-year: by period and area: 2",
    ]);
    expect(file.issues).toEqual([]);
    expect([...file.tables[2]!.table].map((row) => (row["period"] as { start: string; end: string }).start)).toEqual([
      "2000-07-01",
      "2000-07-01",
      "2001-07-01",
      "2001-07-01",
    ]);
  });

  test("sexes that do not add up are said", async () => {
    const file = await read(sample.replace('"Male","All","Count",3', '"Male","All","Count",30'));
    expect(file.issues).toMatchInlineSnapshot(`
      [
        {
          "code": "sexes-do-not-sum",
          "column": "value",
          "file": "deaths.csv",
          "fix": "Compare the rows with the publisher's file: a figure was changed, or rows were mixed up.",
          "line": 2,
          "message": "Female and Male do not add up to All in 1 row (line 2)",
          "severity": "warning",
        },
      ]
    `);
  });

  test("an unknown kind of year is refused", async () => {
    const file = await read(sample.replace('"2001","Calendar Year"', '"2001","Financial Year"'));
    expect(file.issues.map(({ code, message }) => [code, message])).toEqual([
      [
        "unexpected-value",
        "1 row left out: yearType must be one of Calendar Year, Mid-Previous To Mid-Specified Year, and measure Count (line 2)",
      ],
    ]);
  });
});

describeSturdiness(cityDeathsReader, "deaths.csv", () => sample);
