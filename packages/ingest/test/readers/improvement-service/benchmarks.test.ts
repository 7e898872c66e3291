import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { benchmarksReader } from "../../../src/readers/improvement-service/benchmarks.ts";
import { describeSturdiness } from "../sturdiness.ts";

const header =
  "Indicators_Information_Code,LA_Information_LocalAuthority,LA_Data_LGBF_Year,LA_Data_LA_IndicatorReal,LA_Data_LA_Numerator_real,LA_Data_LA_Den_Real,Scotland_Data_Scotland_Indicator_Real,Scotland_Data_Scotland_Num_Real,Scotland_Data_Scotland_Den_Real,FG_Data_FG_Avg_Indicator_Real,FG_Data_FG_Avg_Num_Real,FG_Data_FG_Avg_Den_Real,FG_Data_FamilyGroup";
/** Synthetic: two councils of one family, two years, a cost and a percentage without parts. */
const rows = [
  "A01,Aberdeen City,2010-11,500,50,100,450,90,200,450,45,100,Urban",
  "A01,Fife,2010-11,400,40,100,450,90,200,450,45,100,Urban",
  "A01,Aberdeen City,2011-12,600,60,100,550,110,200,550,55,100,Urban",
  "A01,Fife,2011-12,500,50,100,550,110,200,550,55,100,Urban",
  "B02,Aberdeen City,2010-11,0.55,,,0.5,,,0.525,,,2",
  "B02,Fife,2010-11,0.5,,,0.5,,,0.525,,,2",
];
const sample = `${[header, ...rows].join("\n")}\n`;
const read = async (text: string) => readRaw(await rawFile(text, "lgbf.csv"));

describe("the Local Government Benchmarking Framework", () => {
  test("councils, Scotland and family groups are parts; what is repeated stands once", async () => {
    const file = await read(sample);
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toEqual([
      "councils: by indicator, areaName, period and familyGroup: 6",
      "Scotland: by indicator and period: 3",
      "family groups: by indicator, familyGroup and period: 3",
    ]);
    expect(
      [...file.tables[1]!.table].map((row) => [row["area"], row["value"], row["numerator"], row["denominator"]]),
    ).toEqual([
      ["S92000003", 450, 90, 200],
      ["S92000003", 550, 110, 200],
      ["S92000003", 0.5, null, null],
    ]);
    expect(file.issues).toEqual([]);
  });

  test("2010-11 is a financial year and not November", async () => {
    expect([...(await read(sample)).tables[0]!.table][0]!["period"]).toEqual({
      label: "2010/11",
      start: "2010-04-01",
      end: "2011-03-31",
    });
  });

  test("means of a family group never add up", async () => {
    const { measures } = (await read(sample)).tables[2]!.table;
    expect(Object.entries(measures).map(([name, { kind }]) => [name, kind])).toEqual([
      ["value", "ratio"],
      ["numerator", "score"],
      ["denominator", "score"],
    ]);
  });

  test("a ratio that does not hold, and repeated figures that differ, are said", async () => {
    const file = await read(sample.replace("400,40,100,450", "409,40,100,455"));
    expect(file.issues.map(({ code, message }) => [code, message])).toEqual([
      [
        "ratio-does-not-hold",
        "LA_Data_LA_IndicatorReal is not LA_Data_LA_Numerator_real ÷ LA_Data_LA_Den_Real in 1 row (line 3)",
      ],
      [
        "repeated-figures-differ",
        "the figures of Scotland, which are repeated in every row of a year, differ from those of an earlier row in 1 row (line 3)",
      ],
    ]);
  });

  test("another form of year is refused", async () => {
    const file = await read(sample.replace("Fife,2011-12", "Fife,2011-14"));
    expect(file.issues.filter(({ severity }) => severity === "error").map(({ code, line }) => [code, line])).toEqual([
      ["unexpected-value", 5],
    ]);
  });
});

describeSturdiness(benchmarksReader, "lgbf.csv", () => sample);
