import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { workshopDeaths, workshopDeathsReader } from "../../../src/readers/scotpho-workshop/workshop-deaths.ts";
import { said } from "../national-records-of-scotland/a-workbook.ts";
import { describeSturdiness } from "../sturdiness.ts";

/** Synthetic: three ages, the younger two with a blank before them. */
const sample = [
  "age,ESP,deaths,deaths_M,deaths_F,pop,pop_M,pop_F",
  "<1,1000,5,3,2,1000,520,480",
  " 1-4,4000,1,1,0,4000,2100,1900",
  "5+,95000,90,40,50,50000,24000,26000",
  "",
].join("\n");
const read = async (text: string) => readRaw(await rawFile(text, "deaths.csv"), { readers: [workshopDeathsReader] });

describe("the workshop's deaths with a standard population", () => {
  test("both sexes, and each sex; ages may begin with a blank", async () => {
    const file = await read(sample);
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toEqual([
      "both sexes: by age: 3",
      "each sex: by age and sex: 6",
    ]);
    expect(file.issues).toEqual([]);
    expect(file.rows).toEqual({ read: 3, used: 3, refused: 0 });
    expect([...file.as(workshopDeaths)].map(({ age, deaths, people }) => [age.label, deaths, people])).toEqual([
      ["0", 5, 1000],
      ["1-4", 1, 4000],
      ["5+", 90, 50_000],
    ]);
  });

  test("without columns of the sexes there is one table", async () => {
    const file = await read("Age,ESP,Deaths,Population\n<1,1000,5,1000\n1+,99000,91,54000\n");
    expect(file.tables.map(({ name }) => name)).toEqual(["by age"]);
    expect(file.as(workshopDeaths).length).toBe(2);
  });

  test("sexes that do not add up, and a standard that is not whole", async () => {
    const file = await read(sample.replace("90,40,50", "91,40,50").replace("95000", "94000"));
    expect(said(file.issues)).toMatchInlineSnapshot(`
      [
        "warning columns-do-not-add-up (4): deaths_M and deaths_F do not add up to deaths in 1 row (line 4)",
        "warning standard-incomplete: the standard population adds up to 99,000; it is 100,000 people",
      ]
    `);
  });
});

describeSturdiness(workshopDeathsReader, "deaths.csv", () => sample);
