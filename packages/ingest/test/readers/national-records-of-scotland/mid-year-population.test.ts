import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { midYearPopulation } from "../../../src/readers/national-records-of-scotland/mid-year-ages.ts";
import {
  birthsAndDeathsToMidYear,
  componentsOfChange,
  componentsOfMigration,
} from "../../../src/readers/national-records-of-scotland/mid-year-components.ts";
import { movesByAge, netMovesByAge } from "../../../src/readers/national-records-of-scotland/mid-year-moves.ts";
import { midYearPopulationReader } from "../../../src/readers/national-records-of-scotland/mid-year-population.ts";
import { aWorkbook, type Cells, csv, said } from "./a-workbook.ts";
import { table1, table2, table4, table5, table7, table8, table9, table10 } from "./mid-year-sample.ts";

const all: Readonly<Record<string, Cells>> = {
  Contents: [["Mid-2019 Population Estimates Scotland"]],
  "Table 1": table1,
  "Table 2": table2(),
  "Table 4": table4,
  "Table 5": table5,
  "Table 7": table7,
  "Table 8": table8,
  "Table 9": table9,
  "Table 10": table10,
};
const read = async (sheets: Readonly<Record<string, Cells>> = all, type: "xlsx" | "ods" = "xlsx") =>
  readRaw(await rawFile(aWorkbook(sheets, type), `mid-year.${type}`), { readers: [midYearPopulationReader] });
const one = (sheet: Cells) => read({ Sheet: sheet });

describe("mid-year population estimates", () => {
  test("every table of the workbook is read, councils and boards apart, totals apart from parts", async () => {
    const file = await read();
    expect(file.because).toBe(
      'a sheet has the title "Table 2: Estimated population by sex, single year of age and administrative area, mid-2019"',
    );
    expect(file.source.edition).toBe("Crown copyright 2020");
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toMatchInlineSnapshot(`
      [
        "Table 1: by sex and age: 16",
        "Table 1: by sex: 2",
        "Table 1: by age: 8",
        "Table 1: one figure: 1",
        "Table 1, bands: by sex and age: 4",
        "Table 1, bands: by age: 2",
        "Table 2, council areas: by area, sex and age: 364",
        "Table 2, council areas: by area and age: 182",
        "Table 2, council areas: by sex and age, totals of area: 182",
        "Table 2, council areas: by age, totals of area: 91",
        "Table 2, health boards: by area, sex and age: 364",
        "Table 2, health boards: by area and age: 182",
        "Table 2, all ages, council areas: by area and sex: 4",
        "Table 2, all ages, council areas: by area: 2",
        "Table 2, all ages, council areas: by sex, totals of area: 2",
        "Table 2, all ages, council areas: one figure, totals of area: 1",
        "Table 2, all ages, health boards: by area and sex: 4",
        "Table 2, all ages, health boards: by area: 2",
        "Table 4, council areas: by area: 2",
        "Table 4, council areas: one figure, totals of area: 1",
        "Table 4, health boards: by area: 2",
        "Table 5, council areas: by area: 2",
        "Table 5, council areas: one figure, totals of area: 1",
        "Table 5, health boards: by area: 1",
        "Table 7, council areas: by area and sex: 2",
        "Table 7, council areas: by area: 1",
        "Table 7, council areas: by sex, totals of area: 2",
        "Table 7, council areas: one figure, totals of area: 1",
        "Table 7, ratio of the sexes, council areas: by area: 1",
        "Table 7, ratio of the sexes, council areas: one figure, totals of area: 1",
        "Table 8: by between, direction and age: 8",
        "Table 8: by between and direction: 4",
        "Table 8, net: by between and age: 4",
        "Table 8, net: by between: 2",
        "Table 8, net: by age: 2",
        "Table 8, net: one figure: 1",
        "Table 8, residents: by age: 2",
        "Table 8, residents: one figure: 1",
        "Table 9, council areas: by area: 2",
        "Table 9, council areas: one figure, totals of area: 1",
        "Table 10: by period: 2",
      ]
    `);
    expect(said(file.issues)).toMatchInlineSnapshot(`
      [
        "note sheet-not-read: a sheet was not read: Contents",
        "note rows-not-read (13): a row of age group summaries not read: the groups overlap",
        "note notes-left-off: the marks of the publisher's notes were left off headers and labels of Table 2, Table 4, Table 5, Table 7, Table 9: Area code (1); Area code (note 1, note 2); Estimated net civilian migration (note 3) and 8 more",
        "note column-without-header (11): column 8 has no header, and holds noughts in 1 row; not read",
        "note column-without-header (11): column 13 has no header, and holds noughts in 1 row; not read",
        "note columns-not-read: the percentages beside the counts were not read",
      ]
    `);
  });

  test("an ods file gives the same as an xlsx file", async () => {
    const [xlsx, ods] = await Promise.all([read(), read(all, "ods")]);
    const rows = (file: typeof xlsx) =>
      file.tables.map(({ name, table }) => [name, [...table].map((row) => ({ ...row }))]);
    expect(rows(ods)).toEqual(rows(xlsx));
  });

  test("blocks become sexes, and the figures are those of the cells", async () => {
    // 3 * area + age % 7 + 1 males, one female more (mid-year-sample.ts): area 1 at age 90 has 3 + 6 + 1 = 10 males, 11 females.
    const people = (await one(table2())).table("Table 2, council areas: by area, sex and age");
    const rows = [...people].filter(
      (row) => String(row.area) === "S12000034" && (row.age as { label: string }).label === "90+",
    );
    expect(rows.map(({ sex, period, people }) => [sex, (period as { label: string }).label, people])).toEqual([
      ["male", "2019", 10],
      ["female", "2019", 11],
    ]);
    expect(Object.keys(midYearPopulation.fields)).toEqual(["area", "sex", "period", "age", "people"]);
    // Boards hold the same people as councils.
    const boards = (await one(table2())).table("Table 2, health boards: by area, sex and age");
    const sum = (table: typeof people) => [...table].reduce((total, row) => total + (row.people as number), 0);
    expect(sum(boards)).toBe(sum(people));
  });

  test("changes may be below nought, and periods go from the middle of one year to that of the next", async () => {
    const file = await read();
    const [first] = [...file.table("Table 4, council areas: by area")];
    expect({ ...first, period: (first!.period as { label: string }).label }).toEqual({
      area: "S12000033",
      period: "mid-2018 to mid-2019",
      populationBefore: 1000,
      births: 10,
      deaths: 15,
      naturalChange: -5,
      netMigration: -9,
      otherChanges: 4,
      populationAfter: 990,
      change: -10,
      changePercentage: -0.5,
      missing: null,
    });
    expect((first!.period as { start: string; end: string }).start).toBe("2018-07-01");
    expect(Object.keys(componentsOfChange.fields)).toContain("netMigration");
    const births = [...file.as(birthsAndDeathsToMidYear)];
    expect(births.map(({ period, births, naturalChange }) => [period.label, births, naturalChange])).toEqual([
      ["mid-2017 to mid-2018", 52200, -7700],
      ["mid-2018 to mid-2019", 50600, -5600],
    ]);
  });

  test("n/a is not applicable; moves are told by direction, and net moves are a table of their own", async () => {
    const file = await read();
    const [country] = [...file.table("Table 5, council areas: one figure, totals of area")];
    expect(country).toMatchObject({ inMigration: 120, inFromScotland: null, netMigration: 20, netFromScotland: 0 });
    expect(Object.keys(componentsOfMigration.fields)).toContain("outToOverseas");
    const moves = [...file.as(movesByAge)].filter(({ direction }) => direction === "OUT");
    expect(moves.map(({ between, age, moves }) => [between.slice(-15), age.label, moves])).toEqual([
      ["the rest of the UK".slice(-15), "0-15", 3],
      ["the rest of the UK".slice(-15), "16+", 12],
      ["ers & refugees)", "0-15", 1],
      ["ers & refugees)", "16+", 3],
    ]);
    expect([...file.as(netMovesByAge)].map(({ netMigration }) => netMigration)).toEqual([3, -8, 1, 5]);
  });

  test("sexes, areas, ages and components that do not add up are warnings", async () => {
    const persons = table2((rows) =>
      rows.map((row) => (row[0] === "S12000033" ? row.map((cell, at) => (at === 4 ? Number(cell) + 1 : cell)) : row)),
    );
    expect(said((await one(persons)).issues)).toMatchInlineSnapshot(`
      [
        "note notes-left-off (4): the marks of notes were left off Area code (1)",
        "warning ages-do-not-sum (7): the ages sum to 820; All Ages is 819",
        "warning ages-do-not-sum (19): the ages sum to 365; All Ages is 364",
        "warning ages-do-not-sum (31): the ages sum to 456; All Ages is 455",
        "warning totals-do-not-sum (7): males and females do not add up to persons: 0 is 4 and its parts sum to 5, in 1 row (line 7)",
        "warning totals-do-not-sum (5): the council areas do not add up to Scotland: 0 is 12 and its parts sum to 13, in 3 rows (lines 5, 17, 29)",
      ]
    `);
    const births = table4.map((row) => (row[0] === "S12000033" ? row.map((cell, at) => (at === 3 ? 11 : cell)) : row));
    expect(said((await one(births)).issues)).toMatchInlineSnapshot(`
      [
        "note notes-left-off (3): the marks of notes were left off Area code (note 1, note 2); Estimated net civilian migration (note 3); Other changes (note 4)",
        "warning columns-do-not-add-up (8): Births - Deaths does not give Natural change in 1 row (line 8)",
        "warning totals-do-not-sum (6): the council areas do not add up to Scotland: Births is 20 and its parts sum to 21, in 1 row (line 6)",
      ]
    `);
    const net = table8.map((row, i) => (i === 5 ? row.map((cell, at) => (at === 1 ? 7 : cell)) : row));
    expect(said((await one(net)).issues)).toMatchInlineSnapshot(`
      [
        "warning ages-do-not-sum (6): the ages sum to 11; All ages is 10",
        "warning totals-do-not-sum (8): IN less OUT does not give NET: 0-15 is 3 and its parts sum to 4, in 1 row (line 8)",
        "note columns-not-read: the percentages beside the counts were not read",
      ]
    `);
  });

  test("a block without its banner, blocks out of order, and a table without its header are not guessed at", async () => {
    const withoutBanner = table2().filter((row) => row[0] !== "Males");
    await expect(one(withoutBanner)).rejects.toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [missing-banner] mid-year.xlsx, sheet "Sheet", line 1: above the header in row 15 stands none of Persons, Males, Females: it is not known whose figures these are
        Fix: Compare the sheet with the publisher's: a banner was lost.]
    `);
    const turned = table2().map((row) => (row[0] === "Males" ? ["Females"] : row[0] === "Females" ? ["Males"] : row));
    expect(said((await one(turned)).issues)[1]).toMatchInlineSnapshot(
      `"warning blocks-out-of-order: the sheet should have the blocks Persons, Males, Females, in this order; found Persons, Females, Males"`,
    );
    await expect(one(table9.filter((row) => row[0] !== "Area code1"))).rejects.toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [missing-header] mid-year.xlsx, sheet "Sheet", line 1: no row begins with "Area code", as the header of this table does
        Fix: Compare the sheet with the publisher's: its header was lost or changed.]
    `);
    const yearless = table9.map((row, i) => (i === 0 ? [String(row[0]).replace(", mid-2019", "")] : row));
    await expect(read({ A: table9, B: yearless })).rejects.toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [no-period] mid-year.xlsx, sheet "B", line 1: the title "Table 9: Land area and population density by administrative area" does not say of the middle of which year the figures are
        Fix: Compare the title with the publisher's workbook: it should say mid-2019, for instance.]
    `);
  });

  test("a sheet saved as CSV is read with its thousands separators", async () => {
    const text = csv(table2());
    const file = readRaw(await rawFile(Buffer.from(text, "latin1"), "table2.csv"), {
      readers: [midYearPopulationReader],
    });
    expect(file.because).toBe(
      'its title is "Table 2: Estimated population by sex, single year of age and administrative area, mid-2019"',
    );
    expect(file.tables.map(({ table }) => table.length)).toEqual(
      (await one(table2())).tables.map(({ table }) => table.length),
    );
    expect(file.issues.filter(({ severity }) => severity !== "note")).toEqual([]);
  });
});
