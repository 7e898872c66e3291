import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import {
  deathsAndPersonYears,
  deathsByCauseAndAge,
  deathsByCauseAndAgeReader,
} from "../../../src/readers/scotpho-workshop/deaths-by-cause-and-age.ts";
import { aWorkbook, type Cells, changed, said } from "../national-records-of-scotland/a-workbook.ts";
import { describeSturdiness } from "../sturdiness.ts";

const header = [
  "sex",
  "agegroup",
  "population",
  "deaths",
  "area",
  "period",
  "Infectious diseases",
  "Lung cancer",
  "Residual",
];

/** Synthetic: in age group g of sheet k, g + k deaths of infectious diseases, none of lung cancer, 2 g of the rest. */
const sheet = (period: string, k: number): Cells => [
  header,
  ...Array.from({ length: 20 }, (_, i) => {
    const group = i + 1;
    return ["female", group, 1000 * group, 3 * group + k, "Scotland", period, group + k, 0, 2 * group];
  }),
];
const sheets = { year1: sheet("2000-2002", 0), year2: sheet("2012-2014", 5) };
const read = async (of: Readonly<Record<string, Cells>>, name = "females.xlsx") =>
  readRaw(await rawFile(aWorkbook(of), name), { readers: [deathsByCauseAndAgeReader] });

describe("deaths by cause and coded age", () => {
  test("every sheet is in one table, by cause, and in one of all causes with person-years", async () => {
    const file = await read({ notes: [["Populations are person-years"]], ...sheets });
    expect(file.because).toBe(
      "its sheet year1 has the columns sex, agegroup, population, deaths, area, period and then one for each cause",
    );
    expect(file.rows).toEqual({ read: 40, used: 40, refused: 0 });
    expect(said(file.issues)).toEqual(["note sheet-not-read: a sheet was not read: notes"]);
    const deaths = [...file.as(deathsByCauseAndAge)].filter(
      ({ age, period }) => age.label === "5-9" && period.label === "2012-2014",
    );
    // Synthetic: 5 to 9 is group 3, so 3 + 5 deaths of infectious diseases and 2 x 3 of the rest.
    expect(deaths.map(({ cause, deaths }) => [cause, deaths])).toEqual([
      ["Infectious diseases", 8],
      ["Lung cancer", 0],
      ["Residual", 6],
    ]);
    const people = [...file.as(deathsAndPersonYears)].find(({ age }) => age.label === "90+")!;
    expect([people.deaths, people.people, people.areaName]).toEqual([60, 20_000, "Scotland"]);
  });

  test("causes that do not add up, a code of ages that there is not, ages without a row", async () => {
    const wrong = sheets.year1.map((row, i) =>
      i === 2 ? [...row.slice(0, 8), 5] : i === 20 ? ["female", 21, ...row.slice(2)] : row,
    );
    expect(said((await read({ year1: wrong })).issues)).toMatchInlineSnapshot(`
      [
        "warning ages-incomplete: no row for the age group 20: not everybody is counted",
        "warning columns-do-not-add-up (3): the causes do not add up to all deaths in 1 row (line 3)",
        "error unexpected-value (21): agegroup is "group 21"; expected an age or a band of ages such as 85-89 or 90+",
      ]
    `);
  });

  test("a file that says the other sex than its rows", async () => {
    const file = await read(sheets, "deaths_males_2000.xlsx");
    expect(said(file.issues)).toMatchInlineSnapshot(`
      [
        "warning name-contradicts-rows: the name of the file says males, and its rows are of the sex female",
      ]
    `);
    for (const name of ["women.xlsx", "deaths_females.xlsx", "deaths.xlsx", "mentioned.xlsx"])
      expect((await read(sheets, name)).issues).toEqual([]);
  });
});

describeSturdiness(
  deathsByCauseAndAgeReader,
  "females.xlsx",
  () => aWorkbook(sheets),
  (change) => aWorkbook({ year1: changed(sheets.year1, change), year2: sheets.year2 }),
);
