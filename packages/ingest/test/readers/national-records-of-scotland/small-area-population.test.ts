import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import {
  publishedSmallAreas,
  smallAreaPopulationReader,
} from "../../../src/readers/national-records-of-scotland/small-area-population.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { aWorkbook, type Cells, changed, said } from "./a-workbook.ts";

const ages = [...Array.from({ length: 90 }, (_, age) => `Age ${age}`), "Age 90 and over"];
const zeros = Array<number>(88).fill(0);

/** Synthetic: three data zones of two councils, ages 0, 1 and 90 and over. */
const males: Cells = [
  ["Table 1: Population of data zones by council area and single year of age, males, mid-2021"],
  ["This worksheet contains one table. "],
  ["Data zone code", "Data zone name", "Council area code", "Council area name", "Sex", "Total population", ...ages],
  ["S01006506", "Riverside - 01", "S12000033", "Aberdeen City", "Male", 60, 10, 20, ...zeros, 30],
  ["S01006507", "Riverside - 02", "S12000033", "Aberdeen City", "Male", 6, 1, 2, ...zeros, 3],
  ["S01007000", "Riverside - 01", "S12000034", "Aberdeenshire", "Male", 15, 4, 5, ...zeros, 6],
];
const notes: Cells = [
  ["Population of data zones by council area and single year of age, males, mid-2021"],
  ["The data was published at 9:30am on 1 September 2022."],
  ["There are 3 data zones in Scotland."],
];
const workbook = (sheet: Cells = males) => aWorkbook({ General_notes: notes, Population_male_2021: sheet });
const read = async (sheet: Cells = males) =>
  readRaw(await rawFile(workbook(sheet), "males.xlsx"), { readers: [smallAreaPopulationReader] });

describe("small area population of National Records of Scotland", () => {
  test("a workbook of one sex is read, its year from the title and its edition from the notes", async () => {
    const file = await read();
    expect(file.because).toBe(
      "its sheet Population_male_2021 has a header that begins Data zone code, Data zone name, Council area code, Council area name",
    );
    expect(file.source.edition).toBe("published 1 September 2022");
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toEqual([
      "by area, council, sex and age: 273",
      "all ages: by area, council and sex: 3",
    ]);
    expect(said(file.issues)).toEqual(["note sheet-not-read: a sheet was not read: General_notes"]);
    const rows = [...file.as(publishedSmallAreas)].filter(({ people }) => people !== 0);
    expect(
      rows.map(({ area, council, sex, period, age, people }) => [area, council, sex, period.label, age.label, people]),
    ).toEqual([
      ["S01006506", "S12000033", "male", "2021", "0", 10],
      ["S01006506", "S12000033", "male", "2021", "1", 20],
      ["S01006506", "S12000033", "male", "2021", "90+", 30],
      ["S01006507", "S12000033", "male", "2021", "0", 1],
      ["S01006507", "S12000033", "male", "2021", "1", 2],
      ["S01006507", "S12000033", "male", "2021", "90+", 3],
      ["S01007000", "S12000034", "male", "2021", "0", 4],
      ["S01007000", "S12000034", "male", "2021", "1", 5],
      ["S01007000", "S12000034", "male", "2021", "90+", 6],
    ]);
  });

  test("a workbook of persons has no sex", async () => {
    const persons = males.map((row, i) =>
      i < 2 ? row.map((text) => String(text).replace("males", "persons")) : row.filter((_, at) => at !== 4),
    );
    const file = await read(persons);
    expect(file.tables.map(({ name }) => name)).toEqual(["by area, council and age", "all ages: by area and council"]);
    expect(file.issues.filter(({ severity }) => severity !== "note")).toEqual([]);
  });

  test("one CSV of both sexes takes its year from its name, and says so", async () => {
    const header = [
      "Data zone code",
      "Data zone name",
      "Council area code",
      "Council area name",
      "Sex",
      "Total population",
    ];
    const plain = [...Array.from({ length: 90 }, (_, age) => `${age}`), "90+"];
    const text = [
      [...header, ...plain],
      ["S01006506", '"Riverside - 01"', "S12000033", "Aberdeen City", "Female", 3, 1, 2, ...zeros, 0],
      ["S01006506", '"Riverside - 01"', "S12000033", "Aberdeen City", "Male", 4, 1, 2, ...zeros, 1],
    ]
      .map((row) => `${row.join(",")}\n`)
      .join("");
    const file = readRaw(await rawFile(text, "sape2021.csv"), { readers: [smallAreaPopulationReader] });
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toEqual([
      "by area, council, sex and age: 182",
      "all ages: by area, council and sex: 2",
    ]);
    expect(said(file.issues)).toEqual([
      "note period-from-name: the year 2021 is taken from the file's name: the table has no column for it, and no title",
    ]);
    const lost = text
      .split("\n")
      .filter((line) => !line.includes(",Male,"))
      .join("\n");
    const other = `S01006507,x,S12000033,Aberdeen City,Male,${lost.split("\n")[1]!.split(",").slice(5).join(",")}\n`;
    const half = readRaw(await rawFile(lost + other, "sape2021.csv"), { readers: [smallAreaPopulationReader] });
    expect(said(half.issues).at(-1)).toBe(
      "warning sex-missing (2): the data zone has only one sex in 2 rows (lines 2, 3)",
    );
    const nameless = await rawFile(text, "small-areas.csv");
    expect(() => readRaw(nameless, { readers: [smallAreaPopulationReader] })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [no-period] small-areas.csv, line 1: neither the title nor the name of the file says of which year the figures are
        Fix: Give the file the name that it was published under, or one that holds the year: estimates-2021.csv.]
    `);
  });

  test("ages that do not sum, zones that are missing and a title of another sex are warnings", async () => {
    const wrong = males
      .filter((_, i) => i !== 4)
      .map((row, i) => (i === 3 ? row.map((cell, at) => (at === 6 ? 11 : cell)) : row))
      .map((row) => row.map((cell) => (cell === "Male" ? "Female" : cell)));
    expect(said((await read(wrong)).issues)).toEqual([
      "note sheet-not-read: a sheet was not read: General_notes",
      "warning ages-do-not-sum (4): the ages sum to 61; Total population is 60",
      "warning title-contradicts-rows (4): the title says males, and the row has the sex Female",
      "warning areas-missing: the sheet has 2 data zones; its notes say that there are 3",
    ]);
  });
});

describeSturdiness(
  smallAreaPopulationReader,
  "males-2021.xlsx",
  () => workbook(),
  (change) => workbook(changed(males, change)),
);
