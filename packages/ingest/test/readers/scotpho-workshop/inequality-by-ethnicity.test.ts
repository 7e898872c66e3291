import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import {
  type inequalityByEthnicity,
  inequalityByEthnicityReader,
  ratesByEthnicityAndQuintile,
} from "../../../src/readers/scotpho-workshop/inequality-by-ethnicity.ts";
import { said } from "../national-records-of-scotland/a-workbook.ts";
import { describeSturdiness } from "../sturdiness.ts";

/** Synthetic results and rates, in the layout of the two files. */
const results = [
  '"age","estimate","ci_low","ci_high","ethnicity","measure","outcome"',
  '"0-14",0.5,-0.5,1.5,"African","RII","poor GH"',
  '"75",1.5,1,2,"African","RII","poor GH"',
  '"0-64",1.1,1,1.2,"African","RII","poor GH"',
  '"all",1.2,1.1,1.3,"African","RII","poor GH"',
  "",
].join("\n");
const rates = [
  '"ses","age","rate","CI_low","CI_high","ethnicity","outcome"',
  '"1","0-14",0,NA,NA,"Indian","poor GH"',
  '"overall","0-14",4,3,5,"Indian","poor GH"',
  'NA,NA,NA,NA,NA,NA,"LLTI"',
  '"1","0-14",9,8,10,"Indian","LLTI"',
  "",
].join("\n");
const read = async (text: string) =>
  readRaw(await rawFile(text, "sii.csv"), { readers: [inequalityByEthnicityReader] });

describe("inequality by ethnic group", () => {
  test("overlapping ages are tables of their own, and 75 is 75 and over", async () => {
    const file = await read(results);
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toMatchInlineSnapshot(`
      [
        "bands of age: by ethnicity, outcome, measure and age: 2",
        "under 65: by ethnicity, outcome, measure and age: 1",
        "all ages: by ethnicity, outcome, measure and age: 1",
      ]
    `);
    expect(said(file.issues)).toMatchInlineSnapshot(`
      [
        "note open-age: 1 row of the age 75 read as 75 and over: the bands before end at 74",
      ]
    `);
    const table = file.table("bands of age") as ReturnType<typeof file.as<typeof inequalityByEthnicity.fields>>;
    expect([...table].map(({ age, value, lower }) => [age.label, value, lower])).toEqual([
      ["0-14", 0.5, -0.5],
      ["75+", 1.5, 1],
    ]);
  });

  test("all quintiles together are held apart; a rate of nobody has no limits", async () => {
    const file = await read(rates);
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toMatchInlineSnapshot(`
      [
        "bands of age: by ethnicity, outcome, quintile and age: 2",
        "bands of age: by ethnicity, outcome and age: 1",
      ]
    `);
    expect(said(file.issues)).toMatchInlineSnapshot(`
      [
        "note row-without-content (4): 1 row passed over: all cells but the last are NA (line 4)",
      ]
    `);
    const [first] = file.as(ratesByEthnicityAndQuintile);
    expect([first!.value, first!.lower, first!.missing]).toEqual([0, null, "not available"]);
  });

  test("a value outside its limits is a warning", async () => {
    expect(said((await read(results.replace("1.1,1.3", "1.3,1.4"))).issues)).toContain(
      "warning limits-out-of-order (5): estimate does not lie between ci_low and ci_high in 1 row (line 5)",
    );
  });
});

describeSturdiness(inequalityByEthnicityReader, "sii.csv", () => results);
