import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { midYearPopulationReader } from "../../../src/readers/national-records-of-scotland/mid-year-population.ts";
import {
  flatMidYearPopulation,
  flatMidYearPopulationReader,
} from "../../../src/readers/national-records-of-scotland/mid-year-population-flat.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { aWorkbook, type Cells, changed, csv, said } from "./a-workbook.ts";

/** Ages 0, 1, 2 … 89, 90 and over; nobody is between 1 and 90. */
const header = [
  "Area name",
  "Area code",
  "Area type",
  "Sex",
  "All ages",
  ...Array.from({ length: 90 }, (_, age) => age),
  "90+",
];
const between = Array<number>(88).fill(0);
const rows: Cells = [
  ["Scotland", "S92000003", "Country", "Persons", 60, 10, 20, ...between, 30],
  ["Scotland", "S92000003", "Country", "Females", 33, 6, 11, ...between, 16],
  ["Scotland", "S92000003", "Country", "Males", 27, 4, 9, ...between, 14],
  ["Angus", "S12000041", "Council area", "Persons", 60, 10, 20, ...between, 30],
  ["Angus", "S12000041", "Council area", "Females", 33, 6, 11, ...between, 16],
  ["Angus", "S12000041", "Council area", "Males", 27, 4, 9, ...between, 14],
  ["Tayside", "S08000030", "NHS Board area", "Persons", 60, 10, 20, ...between, 30],
  ["Tayside", "S08000030", "NHS Board area", "Females", 33, 6, 11, ...between, 16],
  ["Tayside", "S08000030", "NHS Board area", "Males", 27, 4, 9, ...between, 14],
];
/** Synthetic, of the layout as documented: title, two lines, header in row 4. */
const sheet: Cells = [
  ["Table 1: Population estimates, mid-2022"],
  ["This worksheet contains one table."],
  ["Back"],
  header,
  ...rows,
];
const workbook = (cells: Cells = sheet) =>
  aWorkbook({ Cover: [["Published at 9.30am on 26 March 2024"]], "Table 1": cells });
const read = async (bytes: string | Uint8Array, name = "mid-year.xlsx") =>
  readRaw(await rawFile(bytes, name), { readers: [flatMidYearPopulationReader] });

describe("mid-year estimates as one flat table", () => {
  test("the header is found below the title; levels, Scotland and persons are held apart", async () => {
    const file = await read(workbook());
    expect(file.because).toBe(
      "the header of its sheet Table 1 has an area's name and code, the sex and all ages, and a column for each age",
    );
    expect(file.source.edition).toBe("published 26 March 2024");
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toMatchInlineSnapshot(`
      [
        "council areas: by area, sex and age: 182",
        "council areas: by sex and age, totals of area: 182",
        "council areas: by area and age: 91",
        "council areas: by age, totals of area: 91",
        "health boards: by area, sex and age: 182",
        "health boards: by area and age: 91",
        "all ages, council areas: by area and sex: 2",
        "all ages, council areas: by sex, totals of area: 2",
        "all ages, council areas: by area: 1",
        "all ages, council areas: one figure, totals of area: 1",
        "all ages, health boards: by area and sex: 2",
        "all ages, health boards: by area: 1",
      ]
    `);
    expect(said(file.issues)).toEqual(["note sheet-not-read: a sheet was not read: Cover"]);
    const councils = [...file.table("council areas: by area, sex and age")].filter(({ people }) => people !== 0);
    expect(councils.map((row) => [row.area, row.sex, (row.age as { label: string }).label, row.people])).toEqual([
      ["S12000041", "female", "0", 6],
      ["S12000041", "female", "1", 11],
      ["S12000041", "female", "90+", 16],
      ["S12000041", "male", "0", 4],
      ["S12000041", "male", "1", 9],
      ["S12000041", "male", "90+", 14],
    ]);
    expect(Object.keys(flatMidYearPopulation.fields)).toEqual(["area", "sex", "period", "age", "people"]);
  });

  test("a flat table with the title of an older one is not taken for it", async () => {
    const titled: Cells = [
      ["Table 2: Estimated population by sex, single year of age and administrative area, mid-2022"],
      ...sheet
        .slice(1)
        .map((row, i) => (i === 2 ? ["Area code", "Area name", ...row.slice(2)] : [row[1]!, row[0]!, ...row.slice(2)])),
    ].map((row) => [...row]);
    const both = [midYearPopulationReader, flatMidYearPopulationReader];
    const file = readRaw(await rawFile(workbook(titled), "mid-year.xlsx"), { readers: both });
    expect(file.reader).toBe("nrs-mid-year-population-flat");
    expect(file.issues.filter(({ severity }) => severity !== "note")).toEqual([]);
  });

  test("a column of years is read; sums are compared within a year", async () => {
    const years = sheet.flatMap(
      (row, i): Cells => (i < 3 ? [row] : i === 3 ? [["Year", ...row]] : [2021, 2022].map((year) => [year, ...row])),
    );
    const file = await read(workbook(years));
    expect(file.issues.filter(({ severity }) => severity !== "note")).toEqual([]);
    const totals = [...file.table("all ages, council areas: by period, totals of area")];
    expect(totals.map((row) => [(row.period as { label: string }).label, row.people])).toEqual([
      ["2021", 60],
      ["2022", 60],
    ]);
  });

  test("the CSV of councils that was made for R is read, its year from its name", async () => {
    const made = [
      ["ltla19_name", "ltla19_code", "sex", "all_ages", ...sheet[3]!.slice(5)],
      ["Angus", "S12000041", "Persons", ...sheet[7]!.slice(4)],
    ];
    const file = await read(csv(made), "mid2022_council.csv");
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toEqual([
      "council areas: by area and age: 91",
      "all ages, council areas: by area: 1",
    ]);
    expect(said(file.issues)).toEqual([
      "note period-from-name: the year 2022 is taken from the file's name: the table has no column for it, and no title",
    ]);
  });

  test("sexes and areas that do not add up are warnings", async () => {
    const wrong = sheet.map((row) =>
      row[1] === "S12000041" && row[3] === "Males" ? row.map((cell, at) => (at === 5 ? 5 : cell)) : row,
    );
    expect(said((await read(workbook(wrong))).issues)).toMatchInlineSnapshot(`
      [
        "note sheet-not-read: a sheet was not read: Cover",
        "warning ages-do-not-sum (10): the ages sum to 28; All ages is 27",
        "warning totals-do-not-sum (8): males and females do not add up to persons: 0 is 10 and its parts sum to 11, in 1 row (line 8)",
        "warning totals-do-not-sum (7): the council areas do not add up to Scotland: 0 is 4 and its parts sum to 5, in 1 row (line 7)",
      ]
    `);
  });
});

describeSturdiness(
  flatMidYearPopulationReader,
  "mid-year.xlsx",
  () => workbook(),
  (change) => workbook(changed(sheet, change)),
);
