import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import {
  censusAgeAndSex,
  censusInRowsReader,
  censusLimitations,
} from "../../../src/readers/national-records-of-scotland/census-in-rows.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { said } from "./a-workbook.ts";

/** Synthetic, in the layout of the two files. */
const ages = `"dz11_code","age_group","all_people","female","male"
"S01006506","All people","50.0","26.0","25.0"
"S01006506","0 - 4","32.0","16.0","16.0"
"S01006506","15.0","9.0","4.0","5.0"
"S01006506","85 and over","9.0","6.0","3.0"
`;
const limited = `"dz11_code","total_residents","disability","n","prop"
"S01006506",40,"Day-to-day activities limited a lot",10,0.25
"S01006506",40,"Day-to-day activities not limited",30,0.75
"S01006507",0,"Day-to-day activities limited a lot",0,NA
"S01006507",0,"Day-to-day activities not limited",0,
`;
const read = async (text: string) => readRaw(await rawFile(text, "census.csv"), { readers: [censusInRowsReader] });

describe("the census in rows", () => {
  test("ages and sexes: counts with a decimal nought are counts, 15.0 is an age", async () => {
    const file = await read(ages);
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toEqual([
      "by sex: by area, age and sex: 6",
      "by sex: by area and sex: 2",
      "both sexes: by area and age: 3",
      "both sexes: by area: 1",
    ]);
    expect([...file.as(censusAgeAndSex)].map(({ age, sex, people }) => [age.label, sex, people])).toEqual([
      ["0-4", "female", 16],
      ["0-4", "male", 16],
      ["15", "female", 4],
      ["15", "male", 5],
      ["85+", "female", 6],
      ["85+", "male", 3],
    ]);
    // By hand: 26 + 25 = 51 of 50; the other three rows add up; 50 + 32 + 9 + 9 = 100.
    expect(said(file.issues)).toEqual([
      "note perturbed-counts: the census perturbs its counts: in 1 of 4 rows the parts do not add up to all_people, by 1 at most; in all rows together they are 1 of 100 apart",
    ]);
  });

  test("limitations: residents once for each zone, no share where nobody lives", async () => {
    const file = await read(limited);
    expect(file.issues).toEqual([]);
    expect(file.rows).toEqual({ read: 4, used: 4, refused: 0 });
    expect([...file.as(censusLimitations)].map(({ people, share, missing }) => [people, share, missing])).toEqual([
      [10, 0.25, null],
      [30, 0.75, null],
      [0, null, "no population"],
      [0, null, "no population"],
    ]);
    expect(file.table("all residents").length).toBe(2);
    expect(said((await read(limited.replace("10,0.25", "12,0.25"))).issues)).toEqual([
      "warning share-does-not-hold (2): the share is not n over total_residents in 1 row (line 2)",
    ]);
  });

  test("two numbers of residents of one zone are refused", async () => {
    expect(said((await read(limited.replace(",40,", ",41,"))).issues)).toMatchInlineSnapshot(`
      [
        "warning share-does-not-hold (2): the share is not n over total_residents in 1 row (line 2)",
        "error duplicate-key (3): the row has the same keys as line 2: dz11_code S01006506",
      ]
    `);
  });
});

describeSturdiness(censusInRowsReader, "ages.csv", () => ages);
describeSturdiness(censusInRowsReader, "limitations.csv", () => limited);
