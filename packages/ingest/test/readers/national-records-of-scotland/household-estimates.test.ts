import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { occupancyOfDwellings } from "../../../src/readers/national-records-of-scotland/dwellings-by-occupancy.ts";
import { householdEstimatesReader } from "../../../src/readers/national-records-of-scotland/household-estimates.ts";
import {
  householdsBySizeAndYear,
  householdsByTypeAndYear,
} from "../../../src/readers/national-records-of-scotland/households-by-type.ts";
import {
  householdSizeOfCouncils,
  householdsOfCouncils,
} from "../../../src/readers/national-records-of-scotland/households-by-year.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { aWorkbook, type Cells, changed, said } from "./a-workbook.ts";

const places = ["Area Name", "Area code", "Area type"];
const top = (title: string): Cells => [[title], ["This worksheet contains one table."], ["Back to contents"]];

/** Synthetic: households by year, with a note on a name and columns of change. */
const households: Cells = [
  ...top("Table 1: Household estimates for Scotland \nby council area, June 2001 to 2002 [Note 1] [Note 2]"),
  [...places, 2001, 2002, "Change 2001-2002\nNumber", "Change 2001-2002\n%"],
  ["Scotland", "S92000003", "Country", 300, 330, 30, 10],
  ["Aberdeen City [Note 4]", "S12000033", "Council area", 100, 120, 20, 20],
  ["Aberdeenshire", "S12000034", "Council area", 200, 210, 10, 5],
];
const secondHomes: Cells = [
  ...top("Table 5: Second homes in each council \narea, September 2021 to 2022 [Note 7]"),
  [...places, 2021, 2022, "Proportion of total dwellings in 2022 \n %"],
  ["Scotland", "S92000003", "Country", 3, 4, 0.9],
  ["Aberdeen City", "S12000033", "Council area", 3, 4, 0.6],
];
const sizes: Cells = [
  ...top("Table 3: Average household size for \nScotland by council area, June 2001 to 2002 [Note 5] [Note 6]"),
  [...places, 2001, 2002],
  ["Scotland", "S92000003", "Country", 2.27, 2.25],
  ["Aberdeen City", "S12000033", "Council area", 2.1, 2.05],
];
const occupancy: Cells = [
  ...top("Table 4: Dwellings by occupancy in \neach council area, September 2022 [Note 1]"),
  [
    ...places,
    "Total number of dwellings",
    "Occupied dwellings",
    "Vacant dwellings",
    "Dwellings with 'unoccupied exemptions'",
    "Long-term empty dwellings",
    "Second homes",
    "Dwellings with a single adult discount",
    "Dwellings with 'occupied exemptions'",
    "Occupied dwellings\n%",
  ],
  ["Scotland", "S92000003", "Country", 100, 90, 8, 5, 3, 2, 40, 6, 90],
  ["Aberdeen City", "S12000033", "Council area", 60, 52, 6, 4, 2, 2, 30, 4, 86.7],
  ["Aberdeenshire", "S12000034", "Council area", 40, 38, 2, 1, 1, 0, 10, 2, 95],
];
const types: Cells = [
  ...top("Table 7: Household estimates by household type, Scotland, 2020 to 2021 [Note 10]"),
  ["Number of households (thousands)", 2020, 2021],
  ["One person household", 7, 8],
  ["1 adult male", 3, 4],
  ["1 adult female", 4, 4],
  ["Two person households", 5, 6],
  ["2 adults", 5, 6],
  ["Three or more person households", 2, 3],
  ["3 or more adults", 2, 3],
  ["All households", 14, 17],
];
const bands: Cells = [
  ...top("Table 10: Occupied and vacant dwellings by Urban Rural classification, September 2022 [Note 13]"),
  ["Urban Rural 2020 6-fold area", "Band A-C dwellings\n%", "Band D-H dwellings\n%", "Dwellings per hectare"],
  ["Large Urban Areas", 59.3, 40.7, 11.1],
  ["Scotland", 58.9, 41.1, 0.35],
];
const deciles: Cells = [
  ...top(
    "Table 11: Occupied and vacant dwellings by Scottish Index of Multiple Deprivation (SIMD) decile, September 2022",
  ),
  ["2020 SIMD decile", "Occupied dwellings\n%", "Second homes\n%"],
  ["1 = most deprived", 95.6, 0.2],
  [2, 95.9, 0.2],
];
const all: Readonly<Record<string, Cells>> = {
  "Cover Sheet": [["Households in Scotland, 2022"], ["Publication date"], ["22/06/2023"]],
  Table1: households,
  Table3: sizes,
  Table4: occupancy,
  Table5: secondHomes,
  Table7: types,
  Table10: bands,
  Table11: deciles,
  "Figure 1": [["Figure 1: Annual change"]],
};
const read = async (sheets: Readonly<Record<string, Cells>> = all) =>
  readRaw(await rawFile(aWorkbook(sheets), "households.xlsx"), { readers: [householdEstimatesReader] });

describe("household estimates", () => {
  test("every table is read by its title; marks of notes, columns and sheets left off are said", async () => {
    const file = await read();
    expect(file.because).toBe(
      'a sheet has the title "Table 1: Household estimates for Scotland by council area, June 2001 to 2002"',
    );
    expect(file.source.edition).toBe("published 22/06/2023");
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toMatchInlineSnapshot(`
      [
        "Table 1, household estimates: by area and period: 4",
        "Table 1, household estimates: by period, totals of area: 2",
        "Table 3, average household size: by area and period: 2",
        "Table 3, average household size: by period, totals of area: 2",
        "Table 4, dwellings by occupancy: by area: 2",
        "Table 4, dwellings by occupancy: one figure, totals of area: 1",
        "Table 5, second homes: by area and period: 2",
        "Table 5, second homes: by period, totals of area: 2",
        "Table 7, households by type: by householdType and period: 8",
        "Table 7, households by size: by householdSize and period: 6",
        "Table 7, households by size: by period: 2",
        "Table 10, dwellings by urban and rural area: by urbanRural and characteristic: 4",
        "Table 10, density by urban and rural area: by urbanRural and characteristic: 2",
        "Table 11, dwellings by deprivation decile: by decile and characteristic: 4",
      ]
    `);
    expect(said(file.issues)).toEqual([
      "note sheet-not-read: 2 sheets were not read: Cover Sheet, Figure 1",
      "note columns-not-read: columns of change and of percentages that can be computed from the figures beside them were not read",
      "note notes-left-off (6): the publisher has notes on Aberdeen City (Note 4)",
      'warning title-contradicts-table (1): the title says "Occupied and vacant dwellings", and the columns are of council tax bands; the columns are read as they are headed',
    ]);
  });

  test("the figures are those of the cells, years below one another", async () => {
    const file = await read();
    const rows = [...file.as(householdsOfCouncils)];
    expect(rows.map(({ area, period, households }) => [area, period.label, households])).toEqual([
      ["S12000033", "2001", 100],
      ["S12000033", "2002", 120],
      ["S12000034", "2001", 200],
      ["S12000034", "2002", 210],
    ]);
    expect([...file.as(householdSizeOfCouncils)].map(({ peoplePerHousehold }) => peoplePerHousehold)).toEqual([
      2.1, 2.05,
    ]);
    const [dwellings] = [...file.as(occupancyOfDwellings)];
    expect(dwellings).toMatchObject({ dwellings: 60, occupied: 52, vacant: 6, secondHomes: 2, occupiedExemptions: 4 });
    expect(dwellings!.period.label).toBe("2022");
  });

  test("sizes and types of households, which stand among one another, are tables of their own", async () => {
    const file = await read();
    expect(
      [...file.as(householdsByTypeAndYear)].map(({ householdType, thousands }) => [householdType, thousands]),
    ).toEqual([
      ["1 adult male", 3],
      ["1 adult male", 4],
      ["1 adult female", 4],
      ["1 adult female", 4],
      ["2 adults", 5],
      ["2 adults", 6],
      ["3 or more adults", 2],
      ["3 or more adults", 3],
    ]);
    expect([...file.as(householdsBySizeAndYear)]).toHaveLength(6);
  });

  test("percentages and dwellings to a hectare are tables of their own, by the headers and not by the title", async () => {
    const file = await read();
    const percentages = [...file.table("Table 10, dwellings by urban and rural area")];
    expect(percentages.map((row) => [row.urbanRural, row.characteristic, row.percentage])).toEqual([
      ["Large Urban Areas", "Band A-C dwellings %", 59.3],
      ["Large Urban Areas", "Band D-H dwellings %", 40.7],
      ["Scotland", "Band A-C dwellings %", 58.9],
      ["Scotland", "Band D-H dwellings %", 41.1],
    ]);
    expect([...file.table("Table 10, density")].map(({ density }) => density)).toEqual([11.1, 0.35]);
    expect([...file.table("Table 11")].map(({ decile }) => decile)).toEqual([
      "1 = most deprived",
      "1 = most deprived",
      "2",
      "2",
    ]);
  });

  test("sums that do not hold are warnings", async () => {
    const councils = households.map((row) =>
      row[1] === "S12000033" ? row.map((cell, at) => (at === 3 ? 500 : cell)) : row,
    );
    const dwellings = occupancy.map((row) =>
      row[1] === "S12000033" ? row.map((cell, at) => (at === 4 ? 72 : cell)) : row,
    );
    const sorts = types.map((row) => (row[0] === "2 adults" ? ["2 adults", 5, 16] : row));
    expect(said((await read({ A: councils, B: dwellings, C: sorts })).issues).slice(1)).toMatchInlineSnapshot(`
      [
        "note notes-left-off (6): the publisher has notes on Aberdeen City (Note 4)",
        "warning totals-do-not-sum (5): the councils do not add up to Scotland: 2001 is 300 and its parts sum to 700, in 1 row (line 5)",
        "warning columns-do-not-add-up (6): Occupied dwellings + Vacant dwellings + Second homes does not give Total number of dwellings in 1 row (line 6)",
        "warning totals-do-not-sum (5): the councils do not add up to Scotland: Occupied dwellings is 90 and its parts sum to 110, in 1 row (line 5)",
        "warning totals-do-not-sum (12): the types do not add up to all households: 2021 is 17 and its parts sum to 27, in 1 row (line 12)",
      ]
    `);
  });

  test("a table without its header, or whose title names no year, is not guessed at", async () => {
    await expect(read({ A: households.filter((row) => row[0] !== "Area Name") })).rejects.toThrow("no row begins with");
    const yearless = occupancy.map((row, i) =>
      i === 0 ? ["Table 4: Dwellings by occupancy in each council area"] : row,
    );
    await expect(read({ A: yearless })).rejects.toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [no-period] households.xlsx, sheet "A": the title "Table 4: Dwellings by occupancy in each council area" does not say of which year the figures are
        Fix: Compare the title with the publisher's workbook: it should name a month, September 2022 for instance.]
    `);
  });
});

for (const [name, sheet] of Object.entries({ households, sizes, occupancy, types, bands, deciles }))
  describeSturdiness(
    householdEstimatesReader,
    `${name}.xlsx`,
    () => aWorkbook({ Sheet: sheet }),
    (change) => aWorkbook({ Sheet: changed(sheet, change) }),
  );
