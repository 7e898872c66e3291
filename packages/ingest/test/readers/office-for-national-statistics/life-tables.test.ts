import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import {
  lifeTablesReader,
  singleYearLifeTables,
} from "../../../src/readers/office-for-national-statistics/life-tables.ts";
import { aWorkbook, type Cells, changed, said } from "../national-records-of-scotland/a-workbook.ts";
import { describeSturdiness } from "../sturdiness.ts";

/** Synthetic: a tenth (males) or a twentieth (females) die at each age, figures rounded as printed. */
function sheet(year: number): Cells {
  const rounded = (value: number, digits: number) => Number(value.toFixed(digits));
  const row = (age: number, dying: number) => {
    const survivors = 100_000 * (1 - dying) ** age;
    return [rounded(dying / (1 - dying / 2), 6), dying, rounded(survivors, 1), rounded(survivors * dying, 1), 10 - age];
  };
  const columns = ["mx", "qx", "lx", "dx", "ex"];
  return [
    ["Single-year Life Tables, Scotland"],
    [],
    ["Period expectation of life"],
    [`Based on data for the year ${year}`],
    [],
    ["Age", "Males", null, null, null, null, null, "Females"],
    ["x", ...columns, null, ...columns],
    ...Array.from({ length: 8 }, (_, age) => [age, ...row(age, 0.1), null, ...row(age, 0.05)]),
  ];
}
const sheets = { Notation: [["mx is the central rate of mortality"]], "2018": sheet(2018), "2017": sheet(2017) };
const read = async (of: Readonly<Record<string, Cells>>) =>
  readRaw(await rawFile(aWorkbook(of), "life.xls"), { readers: [lifeTablesReader] });

describe("single-year life tables", () => {
  test("every year is in one table, males and females below one another", async () => {
    const file = await read(sheets);
    expect(said(file.issues)).toEqual(["note sheet-not-read: a sheet was not read: Notation"]);
    expect(file.rows).toEqual({ read: 16, used: 16, refused: 0 });
    const table = file.as(singleYearLifeTables);
    expect(table.length).toBe(2 * 2 * 8);
    const row = [...table].find(
      ({ period, sex, age }) => period.label === "2017" && sex === "female" && age.label === "2",
    )!;
    // By hand: 100,000 x 0.95 x 0.95 = 90,250, of whom a twentieth, 4,512.5, die.
    expect([row.survivors, row.deaths, row.probability, row.expectancy]).toEqual([90_250, 4512.5, 0.05, 8]);
  });

  test("a sheet called otherwise than its title, figures that do not follow", async () => {
    const wrong = sheet(2016).map((row) => (row[0] === 3 ? [...row.slice(0, 3), 72_000, ...row.slice(4)] : row));
    expect(said((await read({ "2015": wrong })).issues)).toMatchInlineSnapshot(`
      [
        "warning title-contradicts-sheet: the sheet is called 2015, and its title says that the figures are of 2016",
        "warning life-table-does-not-hold (10): survivors, deaths and probabilities do not follow from one another in 2 rows (lines 10, 11)",
      ]
    `);
  });

  test("a sheet without its year is left out, with an error", async () => {
    const nameless = sheet(2016).filter((row) => !String(row[0]).startsWith("Based on"));
    expect(said((await read({ "2016": nameless, "2018": sheet(2018) })).issues)).toMatchInlineSnapshot(`
      [
        "error block-not-understood (6): the sheet does not say, above its figures, the country, one year, and males and females; its 8 rows are left out",
      ]
    `);
  });
});

describeSturdiness(
  lifeTablesReader,
  "life.xls",
  () => aWorkbook(sheets),
  (change) => aWorkbook({ "2018": changed(sheet(2018), change) }),
);
