import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { burdenInRowsReader } from "../../../src/readers/scottish-burden-of-disease/burden-in-rows.ts";
import { describeSturdiness } from "../sturdiness.ts";

/** Synthetic, with the columns that published code reads: no real file could be had. */
const sample = [
  "level2,level3,Type,simd,sex,age,value",
  ...[
    [1, "Male", "0-4", 12.5, 3.25],
    [10, "Male", "0-4", 6.5, 2.25],
    [1, "Female", "85+", 40, 20.75],
  ].flatMap(([simd, sex, age, lost, lived]) =>
    [
      ["DALY", Number(lost) + Number(lived)],
      ["YLL", lost],
      ["YLD", lived],
    ].map(([type, value]) => `Cardiovascular diseases,Stroke,${type},${simd},${sex},${age},${value}`),
  ),
  "",
].join("\n");
const read = async (text: string) => readRaw(await rawFile(text, "burden.csv"));

describe("the Scottish Burden of Disease in rows", () => {
  test("years lost and lived with disability are the parts, and their total is apart", async () => {
    const file = await read(sample);
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toEqual([
      "by causeGroup, cause, measure, decile, sex and age: 6",
      "by causeGroup, cause, decile, sex and age: 3",
    ]);
    expect(file.tables.map(({ table }) => [...table].map((row) => row["value"]))).toEqual([
      [12.5, 3.25, 6.5, 2.25, 40, 20.75],
      // 12.5 + 3.25, 6.5 + 2.25, 40 + 20.75
      [15.75, 8.75, 60.75],
    ]);
    expect(file.tables[0]!.table.measures["value"]!.kind).toBe("years");
    expect(file.issues).toEqual([]);
  });

  test("parts that do not add up are said, rounding is not", async () => {
    // 12.5 + 3.25 is 15.75: a hundredth more is rounding, three are not
    expect((await read(sample.replace("15.75", "15.76"))).issues).toEqual([]);
    expect((await read(sample.replace("15.75", "18.75"))).issues.map(({ message }) => message)).toEqual([
      "YLL and YLD do not add up to DALY in 1 row (line 2)",
    ]);
  });
});

describeSturdiness(burdenInRowsReader, "burden.csv", () => sample);
