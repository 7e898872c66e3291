import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Table } from "@popneeds/core";
import { describe, expect, test } from "vitest";
import type { PublishedFile } from "../../../src/published/published-file.ts";
import { readPublished } from "../../../src/published/read-published.ts";

const folder = join(import.meta.dirname, "..", "..", "..", "..", "..", "..", "shared", "data", "population");

/**
 * Real files, the reader that must be found for each, the rows that it reads, and what must be said of it besides notes.
 * Small areas of 2021 have a test of their own.
 */
const files: readonly (readonly [string, string, number, readonly string[]])[] = [
  // 6,976 zones and Scotland.
  ["sape-2020-persons_Table1a.csv.gz", "nrs-small-area-population-banners", 6977, []],
  // Three blocks of Scotland, 32 councils and 14 boards.
  ["mid-year-pop-est-18-tabs_Table2.csv", "nrs-mid-year-population", 3 * 47, []],
  ["mid-year-pop-est-19-data.xlsx", "nrs-mid-year-population", 574, []],
  ["mid-year-pop-est-20-data.ods", "nrs-mid-year-population", 574, []],
  ["mid2022_council_persons_syoa.csv", "nrs-mid-year-population-flat", 32, []],
  // Three tables of 107 ages and all of them, and the summaries: Tables 1 and 3 to 6.
  ["pop-proj-2020-scot-nat-figs.xlsx", "nrs-population-projection", 453, []],
  ...["ppp", "hpp", "lpp", "php", "plp", "hhh", "lll"].map(
    (variant): readonly [string, string, number, readonly string[]] => [
      `npp2016/sc_${variant}_opendata2016.txt.gz`,
      "nrs-population-projection-text",
      214,
      [],
    ],
  ),
  // 39 sheets of 88 rows.
  ["2018-house-proj-detailed-coun-princ.xlsx", "nrs-household-projection", 39 * 88, []],
  // Table 7 is 4 or 5 thousand households short in 2021, and the titles of Tables 9 and 10 are exchanged, as published.
  [
    "house-est-22-data.xlsx",
    "nrs-household-estimates",
    344,
    [
      "warning totals-do-not-sum",
      "warning totals-do-not-sum",
      "warning title-contradicts-table",
      "warning title-contradicts-table",
    ],
  ],
];
const missing = files.filter(([name]) => !existsSync(join(folder, name)));
if (missing.length > 0)
  process.stderr.write(`skipped: files of National Records of Scotland: ${missing.length} not found in ${folder}\n`);

const known = new Map<string, Promise<PublishedFile>>();
const read = (name: string): Promise<PublishedFile> => {
  const file = known.get(name) ?? readPublished(join(folder, name), { name });
  known.set(name, file);
  return file;
};

/** The sum of a measure over the rows of a table that a test accepts. */
function sum(table: Table, measure: string, wanted: (row: Row) => boolean = () => true): number {
  let total = 0;
  for (const row of table as Iterable<Row>) if (wanted(row)) total += row[measure] as number;
  return total;
}
type Row = Readonly<Record<string, unknown>> & { readonly period: { readonly label: string } };
const year = (label: string) => (row: Row) => row.period.label === label;

describe.skipIf(missing.length > 0)("real files of population and households", () => {
  test.each(files)("%s is read by %s", async (name, reader, rows, said) => {
    const file = await read(name);
    expect(file.reader).toBe(reader);
    expect(file.rows).toEqual({ read: rows, used: rows, refused: 0 });
    const beyond = file.issues.filter(({ severity }) => severity !== "note");
    expect(beyond.map(({ severity, code }) => `${severity} ${code}`)).toEqual(said);
  });

  test("small areas of 2020 are Scotland's 5,466,000, which the mid-year estimates have too, age by age", async () => {
    const zones = (await read("sape-2020-persons_Table1a.csv.gz")).table("by area and age");
    expect(sum(zones, "people")).toBe(5_466_000);
    const country = (await read("mid-year-pop-est-20-data.ods")).table(
      "Table 2, council areas: by age, totals of area",
    );
    const ages = (table: Table) => {
      const found = new Map<string, number>();
      for (const row of table as Iterable<Row>) {
        const { label } = row.age as { label: string };
        found.set(label, (found.get(label) ?? 0) + (row.people as number));
      }
      return found;
    };
    expect(ages(zones)).toEqual(ages(country));
  });

  test("councils, boards, sexes and Scotland of mid-2019 are 5,463,300 in every table, as published", async () => {
    const file = await read("mid-year-pop-est-19-data.xlsx");
    for (const table of [
      "Table 1: by sex and age",
      "Table 2, council areas: by area, sex and age",
      "Table 2, council areas: by area and age",
      "Table 2, council areas: by age, totals of area",
      "Table 2, health boards: by area, sex and age",
      "Table 2, all ages, council areas: one figure, totals of area",
      "Table 3, council areas: by area, sex and age",
      "Table 3, health boards: by area and age",
    ])
      expect([table, sum(file.table(table), "people")]).toEqual([table, 5_463_300]);
    // Scotland's row of Table 4, as printed.
    const [country] = file.table("Table 4, council areas: one figure, totals of area") as Iterable<Row>;
    expect(country).toMatchObject({
      populationBefore: 5_438_100,
      births: 50_636,
      deaths: 56_209,
      naturalChange: -5573,
      netMigration: 30_200,
      otherChanges: 573,
      populationAfter: 5_463_300,
    });
    // Table 7, Aberdeen City, as in the cell.
    const [city] = [...(file.table("Table 7, council areas: by area") as Iterable<Row>)];
    expect(city).toMatchObject({ area: "S12000033", medianAge: 37.344904193279646 });
  });

  test("the estimates of 2018, as CSV with thousands separators, have 5,438,100 people, as printed", async () => {
    const file = await read("mid-year-pop-est-18-tabs_Table2.csv");
    expect(sum(file.table("Table 2, council areas: by area, sex and age"), "people")).toBe(5_438_100);
    expect(sum(file.table("Table 2, health boards: by area, sex and age"), "people")).toBe(5_438_100);
  });

  test("projections begin with the estimates that they are based on", async () => {
    // 5,404,700 at mid-2016 is the published estimate of the time; 5,466,000 at mid-2020, and 5,385,081 in 2045, stand in the sheet.
    for (const variant of ["ppp", "hhh", "lll"]) {
      const { table } = (await read(`npp2016/sc_${variant}_opendata2016.txt.gz`)).tables[0]!;
      expect([variant, sum(table, "people", year("2016"))]).toEqual([variant, 5_404_700]);
    }
    const people = (await read("pop-proj-2020-scot-nat-figs.xlsx")).table("Table 2: by sex, age and period");
    expect(sum(people, "people", year("2020"))).toBe(5_466_000);
    expect(sum(people, "people", year("2045"))).toBe(5_385_081);
  });

  test("households: types, ages and councils of 2018 are Scotland's 2,477,276, rounding apart", async () => {
    const file = await read("2018-house-proj-detailed-coun-princ.xlsx");
    // Cell C93 of the sheet Scotland; the councils differ from it by the rounding of each figure.
    expect(sum(file.table("council areas: by period"), "households", year("2018"))).toBe(2_477_276);
    const councils = sum(
      file.table("council areas: by areaName, householdType, age and period"),
      "households",
      year("2018"),
    );
    expect(Math.abs(councils - 2_477_276)).toBeLessThan(50);
    const estimates = await read("house-est-22-data.xlsx");
    // Row Scotland of Table 1, 2018 and 2022.
    const households = estimates.table("Table 1, household estimates: by period, totals of area");
    expect([sum(households, "households", year("2018")), sum(households, "households", year("2022"))]).toEqual([
      2_477_275, 2_549_797,
    ]);
  });
});
