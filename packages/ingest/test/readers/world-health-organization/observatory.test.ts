import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { observatoryReader } from "../../../src/readers/world-health-organization/observatory.ts";
import { describeSturdiness } from "../sturdiness.ts";

const header =
  '"GHO (CODE)","GHO (DISPLAY)","GHO (URL)","YEAR (CODE)","YEAR (DISPLAY)","REGION (CODE)","REGION (DISPLAY)","COUNTRY (CODE)","COUNTRY (DISPLAY)","SEX (CODE)","SEX (DISPLAY)","Display Value","Numeric","Low","High","Comments"';
/** Synthetic, as the format is described: no real file could be had. */
const rows = [
  '"LE","Life expectancy at birth (years)","","2008","2008","EUR","Europe","RUR","Ruritania","FMLE","Female","82","81.6","81","82.2",""',
  '"LE","Life expectancy at birth (years)","","2008","2008","EUR","Europe","RUR","Ruritania","BTSX","Both sexes","80","79.6","79","80.2",""',
  '"LE","Life expectancy at birth (years)","","2008","2008","EUR","Europe","","","BTSX","Both sexes","75","74.9","74","76",""',
  '"HIV","Prevalence of HIV (%)","","2008","2008","EUR","Europe","RUR","Ruritania","","","&lt;0.1","","","","Estimated"',
];
const sample = `${[header, ...rows].join("\n")}\n`;
const read = async (text: string) => readRaw(await rawFile(text, "gho.csv"));

describe("the Global Health Observatory", () => {
  test("each indicator, and countries and regions, are parts; both sexes are a total", async () => {
    const file = await read(sample);
    expect(file.because).toBe("its header has GHO (CODE) and Numeric");
    expect(
      file.tables.map(({ name, table }) => `${name}: ${table.length}, ${table.measures["value"]!.kind}`),
    ).toMatchInlineSnapshot(`
      [
        "Life expectancy at birth (years); countries: by indicator, area, period, sex and comment: 1, expectancy",
        "Life expectancy at birth (years); countries: by indicator, area, period and comment: 1, expectancy",
        "Life expectancy at birth (years); regions: by indicator, area, period and comment: 1, expectancy",
        "Prevalence of HIV (%); countries: by indicator, area, period and comment: 1, percentage",
      ]
    `);
    expect(file.issues).toEqual([]);
  });

  test("the figure is that with all its digits, and one that is not there is not available", async () => {
    const { tables } = await read(sample);
    expect([...tables[0]!.table].map((row) => [row["area"], row["value"], row["lower"], row["upper"]])).toEqual([
      ["RUR", 81.6, 81, 82.2],
    ]);
    expect([...tables[2]!.table].map((row) => [row["area"], row["value"]])).toEqual([["EUR", 74.9]]);
    expect([...tables[3]!.table].map((row) => [row["value"], row.missing, row["comment"]])).toEqual([
      [null, "not available", "Estimated"],
    ]);
  });

  test("a comment may run over several lines", async () => {
    const file = await read(sample.replace('"Estimated"', '"Estimated\nby model"'));
    expect([...file.tables[3]!.table].map((row) => row["comment"])).toEqual(["Estimated\nby model"]);
    expect(file.rows.refused).toBe(0);
  });

  test("limits that do not hold their value are said", async () => {
    const file = await read(sample.replace('"81.6","81","82.2"', '"8.16","81","82.2"'));
    expect(file.issues.map(({ message }) => message)).toEqual([
      "Numeric does not lie between Low and High in 1 row (line 2)",
    ]);
  });
});

describeSturdiness(observatoryReader, "gho.csv", () => sample);
