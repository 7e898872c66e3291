import type { Age, Period } from "@popneeds/core";
import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { drugDeathsReader } from "../../../src/readers/national-records-of-scotland/drug-deaths.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { aWorkbook, type Cells, changed, said } from "./a-workbook.ts";

const back = "Back to table of contents";
const limits = ["Lower 95% confidence interval", "Upper 95% confidence interval"];
const rate = "Age-standardised rate (per 100,000 population)";
const ages = ["0", "1 to 4", "5 to 9", "10+"];

/** Synthetic: a table of each layout of the real workbook, with figures of our own. */
const sheets: Readonly<Record<string, Cells>> = {
  "Cover sheet": [["Drug related deaths in Scotland, 2003"], ["The data was published at 9:30am on 02 September 2004"]],
  Table_1: [
    ["Table 1: Drug misuse deaths in Scotland, 2001 to 2003 [note 1]"],
    ["Shorthand is used in this table, [x] = not available"],
    [back],
    [
      "Year",
      "Sex",
      "Drug misuse deaths",
      "Percent change from previous year",
      "5-year average",
      "Lower 95 % confidence interval",
      "Upper 95 % confidence interval",
      rate,
      ...limits,
    ],
    ...[2001, 2002, 2003].flatMap((year, i) => [
      [year, "Persons", 30 + i, "[x]", 31, 21, 41, 3 + i / 10, 2, 4],
      [year, "Females", 10, "[x]", 11, 5, 17, 2, 1, 3],
      [year, "Males", 20 + i, "[x]", 20, 12, 28, 4, 3, 5],
    ]),
  ],
  Table_2: [
    ["Table 2: Drug misuse deaths by underlying cause of death, Scotland, 2001 to 2003 [note 2]"],
    [back],
    ["Year", "All drug misuse deaths", "Accidental poisoning", "Undetermined intent"],
    [2001, 30, 20, 10],
    ["2002 [b]", 31, 20, 11],
    [2003, 32, 20, 12],
  ],
  Table_3: [
    ["Table 3: Drug misuse deaths by selected drugs reported, Scotland, 2001 to 2003 [note 4]"],
    [back],
    ["Year", "All drug misuse deaths", "Any opiate or opioid", "Heroin / morphine\n\n[note 6]"],
    [2001, 30, 25, "[x]"],
    [2002, 31, 26, 20],
    [2003, 32, 27, 21],
  ],
  Table_4: [
    ["Table 4: Drug misuse deaths by age group and sex, Scotland, 2001 to 2003"],
    [back],
    ["Year", "Sex", "All ages", ...ages, "under 25", "under 35", "35-54", "55+", "Average age"],
    ...[2001, 2002, 2003].flatMap((year, i) => [
      [year, "Persons", 30 + i, 1, 2, 3, 24 + i, 6, 10, 15 + i, 5, 40.5],
      [year, "Females", 10, 0, 1, 1, 8, 2, 3, 5, 2, 41],
      [year, "Males", 20 + i, 1, 1, 2, 16 + i, 4, 7, 10 + i, 3, 40],
    ]),
  ],
  Table_5: [
    ["Table 5: Drug misuse death rates per 100,000 population by age group and sex, Scotland, 2003 [note 10]"],
    [back],
    ["Year", "Sex", "All ages\n[note 10]", ...ages, "under 35\n[note 10]", "35 to 54\n[note 10]", "55+\n[note 10]"],
    [2003, "Persons", 5.3, 0, 0.1, 0.2, 6.5, 4, 8, 1],
  ],
  Table_8: [
    ["Table 8: Drug misuse deaths by sex and drugs implicated, Scotland, 2003 [note 4]"],
    [back],
    ["Drugs implicated", "Persons", "Females", "Males"],
    ["All drug misuse deaths", 9, 3, 6],
    ["Heroin / morphine [note 6]", 5, 2, 3],
  ],
  Table_9: [
    ["Table 9: Drug misuse deaths by Scottish Index of Multiple Deprivation (SIMD) quintile, 2001 to 2002"],
    [back],
    ["Year", "Area", "Age-standardised mortality rate", ...limits, "Number of deaths"],
    ...[2001, 2002].flatMap((year) => [
      [year, "Scotland", 6, 5, 7, 30],
      [year, "SIMD Quintile 1 (most deprived)", 9, 7, 11, 24],
      [year, "SIMD Quintile 2", "[l]", "[l]", "[l]", 6],
    ]),
  ],
  Table_12: [
    ["Table 12: Drug poisoning deaths, age standardised rates per 100,000 population, UK countries and regions, 2003"],
    [back],
    ["Area", "Deaths", "Age-standardised mortality rate", "Lower confidence limit", "Upper confidence limit"],
    ["Scotland", 60, 20, 18, 22],
    ["England", 90, 5, 4, 6],
    ["North East", 50, 6, 5, 7],
    ["London", 40, 4, 3, 5],
  ],
  Table_HB4: [
    ["Table HB4: Drug misuse deaths by NHS Board area - age-standardised death rates for 5-year periods"],
    [back],
    ["NHS Board area", "Five-year period", rate, ...limits, "Total number of deaths"],
    ["Scotland", "2000 - 2004", 6, 5, 7, 120],
    ["Borders", "2000 - 2004", "[l]", "[l]", "[l]", 6],
    ["Highland ", "2000 - 2004", 5, 4, 6, 114],
  ],
  Table_HB5: [
    [
      "Table HB5: Drug misuse deaths: age specific rates per 100,000 population, NHS Boards, annual averages for 2000-2004",
    ],
    [back],
    ["NHS Health Board area", "Age 15 to 24", "Age 65 and over"],
    ["Scotland", 9.4, 3.3],
    ["Borders", 10.2, 1.5],
  ],
  Table_C1: [
    ["Table C1: Drug misuse deaths by council area, 2003"],
    [back],
    ["Year", "Sex", "Scotland", "Angus", "Na h-Eileanan Siar"],
    [2003, "Persons", 32, 30, 2],
    [2003, "Females", 10, 9, 1],
    [2003, "Males", 22, 21, 1],
  ],
  Table_C3: [
    ["Table C3: Drug misuse deaths by selected drugs implicated and council area, 2003 [note 4]"],
    [back],
    ["Council area", "All drug misuse deaths", "Any opiate or opioid", "Methadone"],
    ["Scotland", 32, 27, 9],
    ["Angus", 30, 26, 8],
    ["Na h-Eileanan Siar", 2, 1, 1],
  ],
};
const read = async (more: Readonly<Record<string, Cells>> = {}) =>
  readRaw(await rawFile(aWorkbook({ ...sheets, ...more }), "drugs.xlsx"), { readers: [drugDeathsReader] });
type Row = { readonly period: Period; readonly age: Age; readonly [measure: string]: unknown };
const rowsOf = (file: Awaited<ReturnType<typeof read>>, name: string) => [...file.table(name)] as unknown as Row[];

describe("drug misuse deaths", () => {
  test("every table is read for what it is, parts and totals apart", async () => {
    const file = await read();
    expect(file.source.edition).toBe("published 02 September 2004");
    expect(file.rows).toEqual({ read: 48, used: 48, refused: 0 });
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toMatchInlineSnapshot(`
      [
        "Table 1, deaths: by period and sex: 6",
        "Table 1, deaths: by period: 3",
        "Table 1, means of five years: by period and sex: 6",
        "Table 1, means of five years: by period: 3",
        "Table 1, age-standardised rates: by period and sex: 6",
        "Table 1, age-standardised rates: by period: 3",
        "Table 2, by cause: by period and cause: 6",
        "Table 2, by cause: by period: 3",
        "Table 3, by drug named: by period and drug: 6",
        "Table 3, by drug named: by period: 3",
        "Table 4, by age: by period, sex and age: 24",
        "Table 4, by age: by period and age: 12",
        "Table 4, broad ages: by period, sex and age: 18",
        "Table 4, broad ages: by period and age: 9",
        "Table 4, under 25: by period, sex and age: 6",
        "Table 4, under 25: by period and age: 3",
        "Table 4, all ages: by period and sex: 6",
        "Table 4, all ages: by period: 3",
        "Table 4, mean age: by period and sex: 6",
        "Table 4, mean age: by period: 3",
        "Table 5, by age: by period and age: 4",
        "Table 5, age-standardised, broad ages: by period and age: 3",
        "Table 5, age-standardised, all ages: by period: 1",
        "Table 8, by drug named: by drug and sex: 2",
        "Table 8, by drug named: by sex: 2",
        "Table 8, by drug named: by drug: 1",
        "Table 8, by drug named: one figure: 1",
        "Table 9, by deprivation: by period and deprivation: 4",
        "Table 9, by deprivation: by period: 2",
        "Table 12, countries: by areaName: 2",
        "Table 12, regions of England: by areaName: 2",
        "Table HB4, runs of five years: by areaName and period: 2",
        "Table HB4, runs of five years: by period: 1",
        "Table HB5, age-specific rates: by areaName and age: 2",
        "Table HB5, age-specific rates: by age: 2",
        "Table C1, by area: by period, sex and areaName: 4",
        "Table C1, by area: by period and areaName: 2",
        "Table C1, by area: by period and sex: 2",
        "Table C1, by area: by period: 1",
        "Table C3, by drug named: by areaName and drug: 4",
        "Table C3, by drug named: by drug: 2",
        "Table C3, by drug named: by areaName: 2",
        "Table C3, by drug named: one figure: 1",
      ]
    `);
  });

  test("what there is to say is said once", async () => {
    expect(said((await read()).issues)).toMatchInlineSnapshot(`
      [
        "note sheet-not-read: a sheet was not read: Cover sheet",
        "note notes-left-off: the marks of notes were left off titles, headers and labels of 6 sheets",
        "note deaths-in-several-rows: several drugs may be named in one death, and some rows hold others: deaths by drug do not add up to all deaths (3 sheets)",
        "note qualified-rows: 2002: break in time series",
      ]
    `);
  });

  test("figures stand where their headers say, missing ones with the reason", async () => {
    const file = await read();
    const [first] = rowsOf(file, "Table 4, by age: by period, sex and age");
    expect([first!.period.label, first!.sex, first!.age.label, first!.deaths]).toEqual(["2001", "female", "0", 0]);
    expect(
      rowsOf(file, "Table 4, by age: by period and age")
        .slice(0, 4)
        .map(({ age, deaths }) => [age.label, deaths]),
    ).toEqual([
      ["0", 1],
      ["1-4", 2],
      ["5-9", 3],
      ["10+", 24],
    ]);
    const quintile = rowsOf(file, "Table 9, by deprivation: by period and deprivation")[1]!;
    expect([quintile.deprivation, quintile.value, quintile.deaths, quintile.missing]).toEqual([
      "2",
      null,
      6,
      "too few events",
    ]);
    const drug = rowsOf(file, "Table 3, by drug named: by period and drug")[1]!;
    expect([drug.drug, drug.deaths, drug.missing]).toEqual(["Heroin / morphine", null, "not available"]);
    expect(
      rowsOf(file, "Table HB4, runs of five years: by areaName and period").map(({ areaName }) => areaName),
    ).toEqual(["Borders", "Highland"]);
    const [council] = rowsOf(file, "Table C3, by drug named: by areaName and drug");
    expect([council!.period.label, council!.areaName, council!.drug, council!.deaths]).toEqual([
      "2003",
      "Angus",
      "Any opiate or opioid",
      26,
    ]);
  });

  test("sums that do not hold", async () => {
    const wrong = (name: string, row: number, cell: number, value: number) => ({
      [name]: sheets[name]!.map((cells, i) =>
        i === row ? cells.map((old, at) => (at === cell ? value : old)) : cells,
      ),
    });
    const more = {
      ...wrong("Table_2", 3, 2, 21),
      ...wrong("Table_4", 3, 6, 25),
      ...wrong("Table_9", 3, 5, 31),
      ...wrong("Table_C1", 4, 3, 8),
      ...wrong("Table_1", 4, 4, 12),
    };
    expect(said((await read(more)).issues).filter((text) => text.startsWith("warning"))).toMatchInlineSnapshot(`
      [
        "warning limits-out-of-order (5): mean does not lie between meanLower and meanUpper in 1 row (line 5)",
        "warning columns-do-not-add-up (4): the causes do not add up to all deaths in 1 row (line 4)",
        "warning ages-do-not-sum (4): the ages sum to 31; All ages is 30",
        "warning sexes-do-not-sum (4): Females and Males do not add up to Persons in 1 row (line 4)",
        "warning totals-do-not-sum (4): the deaths by deprivation do not add up to Scotland's: deaths is 31 and its parts sum to 30, in 1 row (line 4)",
        "warning columns-do-not-add-up (5): the areas do not add up to Scotland in 1 row (line 5)",
        "warning sexes-do-not-sum (4): Females and Males do not add up to Persons in 1 row (line 4)",
      ]
    `);
  });

  test("a layout that is not known, and a title that contradicts another", async () => {
    const more: Readonly<Record<string, Cells>> = {
      Table_C5: [
        [
          "Table C5: Drug misuse deaths: age specific rates per 100,000 population, council areas, annual averages for 1999-2004",
        ],
        [back],
        ["Council area", "Age 15 to 24", "Age 65 and over"],
        ["Scotland", 9.4, 3.3],
        ["Angus", 8, 2],
      ],
      Table_13: [["Table 13: Drug misuse deaths by month"], [back], ["Year", "Month", "Deaths"], [2003, "May", 3]],
      Table_14: [["Table 14: Drug misuse deaths by hour"], [back], ["Hour", "Deaths"], [12, 3]],
    };
    const { issues } = await read(more);
    expect(said(issues.filter(({ severity }) => severity !== "note"))).toMatchInlineSnapshot(`
      [
        "warning titles-contradict: Table HB5, age-specific rates is of 2000-2004 and Table C5, age-specific rates of 1999-2004 by their titles, and both print the same figures for Scotland",
        "error table-not-understood (4): Table 13 has columns that the reader does not know, and is left out: Year, Month, Deaths",
        "error table-not-understood: the sheet has no title with the number of a table, or no header that the reader knows; it is left out",
      ]
    `);
  });
});

const changedOnes = ["Table_1", "Table_4", "Table_9", "Table_C1"];
const few = Object.fromEntries(changedOnes.map((name) => [name, sheets[name]!]));
describeSturdiness(
  drugDeathsReader,
  "drugs.xlsx",
  () => aWorkbook(few),
  (change) => aWorkbook(Object.fromEntries(changedOnes.map((name) => [name, changed(sheets[name]!, change)]))),
);
