import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { populationProjectionReader } from "../../../src/readers/national-records-of-scotland/population-projection.ts";
import { projectedPopulation } from "../../../src/readers/national-records-of-scotland/projected-ages.ts";
import { projectedFertility } from "../../../src/readers/national-records-of-scotland/projected-expectancy.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { aWorkbook, type Cells, changed, said } from "./a-workbook.ts";

const back = ["Back to Table of contents"];

/** Synthetic: Table 2, three tables one below another, ages down, two years across. */
const ages: Cells = [
  [
    "Table 2: 2020-based interim projected population by sex and single year of age, principal projection, Scotland 2020-2021",
  ],
  [
    "This worksheet contains three tables, each presented next to each other vertically with one blank row between the tables. ",
  ],
  back,
  ["Age", "Persons\nMid-2020", "Persons\nMid-2021"],
  ["All ages", 30, 36],
  [0, 10, 13],
  ["1-109", 15, 17],
  ["110 and over", 5, 6],
  [null],
  ["Age", "Males\nMid-2020", "Males\nMid-2021"],
  ["All ages", 12, 15],
  [0, 4, 5],
  ["1-109", 7, 8],
  ["110 and over", 1, 2],
  [null],
  ["Age", "Females\nMid-2020", "Females\nMid-2021"],
  ["All ages", 18, 21],
  [0, 6, 8],
  ["1-109", 8, 9],
  ["110 and over", 4, 4],
];

/** Synthetic: a summary of males, tables of thousands, percentages, ages. */
const summary: Cells = [
  ["Table 4: 2020-based interim projected population summary, males, principal projection, Scotland 2020-2021"],
  ["Tables starting at A6 and A21 are displayed in thousands."],
  back,
  ["Components of change \n(mid-year to mid-year)", "Measurement", "Year ending mid-2021", "Year ending mid-2022"],
  ["Population at start", "Thousands", 10, 10.5],
  ["Natural change", "Thousands", -1.25, -1.5],
  ["Net international migration", "Thousands", 1, 1],
  ["Net cross border migration", "Thousands", 0.75, 0.75],
  ["Net migration", "Thousands", 1.75, 1.75],
  ["Total change", "Thousands", 0.5, 0.25],
  ["Population at end", "Thousands", 10.5, 10.75],
  [null],
  ["Population by age", "Mid-2020", "Mid-2021"],
  ["All ages", 21, 27],
  ["0-14", 1, 2],
  ["15-29", 2, 3],
  ["30-44", 3, 4],
  ["45-59", 4, 5],
  ["60-74", 5, 6],
  ["75 & over", 6, 7],
  ["Working age [Note 7]", 15, 16],
  [null],
  ["Percentage by age", "Mid-2020", "Mid-2021"],
  ["All ages", 100, 100],
  [null],
  ["Age summary", "Mid-2020", "Mid-2021"],
  ["Mean age", 41.15, 41.34],
  [null],
  ["Dependants per 1,000 persons of working age", "Mid-2020", "Mid-2021"],
  ["Children", 258.3, 255.8],
];

/** Synthetic: expectation of life and fertility. */
const expectancy: Cells = [
  [
    "Table 6: 2020-based interim projected population summary, total fertility rate and expectation of life,  Scotland 2020-2021",
  ],
  back,
  ["Expectation of life at birth (EOLB)", "Sex", "Mid-2021", "Mid-2022"],
  ["EOL at birth", "Males", 76.9, 77.1],
  ["EOL at birth", "Females", 81.3, 81.2],
  [null],
  ["Expectation of life (EOL) at age", "Sex", "Mid-2021", "Mid-2022"],
  [65, "Males", 17.3, 17.5],
  [null],
  ["Total fertility rate (TFR)", "Sex", "Mid-2021", "Mid-2022"],
  ["TFR", "Females", 1.28, 1.25],
];

const assumptions: Cells = [
  ["Table 1: Assumptions for the 2018-based and 2020-based interim principal projections, Scotland and the UK"],
  back,
  ["Assumptions", "Scotland \n2018-based principal projection", "UK\n2020-based principal projection"],
  ["Total Net migration (2045) [Note 1]", 18500, 205000],
];

const all = {
  "Cover Sheet": [["Projected Population"], ["The data tables were originally published at 9.30am 12 January 2022."]],
  "Table 1": assumptions,
  "Table 2": ages,
  "Table 4": summary,
  "Table 6": expectancy,
  "Data Fig 1": [["Figure 1: Population"]],
};
const read = async (sheets: Readonly<Record<string, Cells>> = all) =>
  readRaw(await rawFile(aWorkbook(sheets), "projection.xlsx"), { readers: [populationProjectionReader] });

describe("national projections as a workbook", () => {
  test("every table is read by its title, and the sheets of figures are named as not read", async () => {
    const file = await read();
    expect(file.because).toBe(
      'a sheet has the title "Table 2: 2020-based interim projected population by sex and single year of age, principal projection, Scotland 2020-2021"',
    );
    expect(file.source.edition).toBe("2020-based, published 12 January 2022");
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toMatchInlineSnapshot(`
      [
        "Table 1: by assumption and projection: 2",
        "Table 2: by sex, age and period: 12",
        "Table 2: by age and period: 6",
        "Table 2: by sex and period: 4",
        "Table 2: by period: 2",
        "Table 4, components of change: by component and period: 14",
        "Table 4, population by age group: by ageGroup and period: 16",
        "Table 4, percentage by age group: by ageGroup and period: 2",
        "Table 4, mean and median age: by statistic and period: 2",
        "Table 4, dependants per 1,000 of working age: by dependants and period: 2",
        "Table 6, expectation of life at birth: by sex, period and age: 4",
        "Table 6, expectation of life at age: by sex, period and age: 2",
        "Table 6, total fertility rate: by sex and period: 2",
      ]
    `);
    expect(said(file.issues)).toMatchInlineSnapshot(`
      [
        "note sheet-not-read: 2 sheets were not read: Cover Sheet, Data Fig 1",
        "note notes-left-off: the marks of the publisher's notes were left off headers and labels of Table 1, Table 4: Total Net migration (2045) (Note 1); Working age (Note 7)",
      ]
    `);
  });

  test("the sex is that of the header, the year that of the column", async () => {
    const people = [...(await read()).as(projectedPopulation)].filter(({ age }) => age.label === "110+");
    expect(people.map(({ sex, period, people }) => [sex, period.label, people])).toEqual([
      ["male", "2020", 1],
      ["male", "2021", 2],
      ["female", "2020", 4],
      ["female", "2021", 4],
    ]);
  });

  test("components are of a year from middle to middle; none of a summary adds up", async () => {
    const file = await read();
    const components = file.table("Table 4, components of change");
    const first = [...components].find((row) => String(row.component) === "Natural change")!;
    expect([first.sex, (first.period as { label: string }).label, first.thousands]).toEqual([
      "male",
      "mid-2020 to mid-2021",
      -1.25,
    ]);
    expect(components.measures.thousands!.kind).toBe("score");
    expect([...file.as(projectedFertility)].map(({ sex, fertility }) => [sex, fertility])).toEqual([
      ["female", 1.28],
      ["female", 1.25],
    ]);
    const births = [...file.table("Table 6, expectation of life at birth")];
    expect(births.map((row) => [row.sex, (row.age as { label: string }).label, row.expectancy])).toEqual([
      ["male", "0", 76.9],
      ["male", "0", 77.1],
      ["female", "0", 81.3],
      ["female", "0", 81.2],
    ]);
  });

  test("ages, sexes, blocks and components that do not add up are warnings", async () => {
    const wrong = ages.map((row, i) => (i === 11 ? [0, 5, 5] : row));
    expect(said((await read({ "Table 2": wrong })).issues)).toMatchInlineSnapshot(`
      [
        "warning totals-do-not-sum (11): the ages do not add up to all ages: Mid-2020 is 12 and its parts sum to 13, in 1 row (line 11)",
        "warning totals-do-not-sum (6): males and females do not add up to persons: Mid-2020 is 10 and its parts sum to 11, in 1 row (line 6)",
      ]
    `);
    const turned = [...ages.slice(0, 3), ...ages.slice(9, 15), ...ages.slice(3, 9), ...ages.slice(15)];
    expect(said((await read({ "Table 2": turned })).issues)).toMatchInlineSnapshot(`
      [
        "warning blocks-out-of-order: the sheet should have tables of Persons, Males, Females, in this order; found Males, Persons, Females",
      ]
    `);
    const change = summary.map((row) => (row[0] === "Total change" ? ["Total change", "Thousands", 0.6, 0.25] : row));
    expect(said((await read({ "Table 2": ages, "Table 4": change })).issues)).toMatchInlineSnapshot(`
      [
        "warning totals-do-not-sum (10): Natural change and Net migration do not add up to Total change: Year ending mid-2021 is 0.6 and its parts sum to 0.5, in 1 row (line 10)",
        "warning totals-do-not-sum (11): Population at start and Total change do not add up to Population at end: Year ending mid-2021 is 10.5 and its parts sum to 10.6, in 1 row (line 11)",
        "note notes-left-off (21): under Population by age, the marks of notes were left off Working age (Note 7)",
      ]
    `);
  });

  test("a table without its header, or with another sex in it, is not guessed at", async () => {
    await expect(
      read({ "Table 2": ages.filter((row) => row[0] !== "Age") }),
    ).rejects.toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [missing-header] projection.xlsx, sheet "Table 2", line 1: no row begins with "Age", as the header of this table does
        Fix: Compare the sheet with the publisher's: its header was lost or changed.]
    `);
    const mixed = ages.map((row, i) => (i === 3 ? ["Age", "Persons\nMid-2020", "Males\nMid-2021"] : row));
    await expect(read({ "Table 2": mixed })).rejects.toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [missing-banner] projection.xlsx, sheet "Table 2", line 1: the header in row 4 should name one of Persons, Males, Females in every column; found Persons, Males
        Fix: Compare the sheet with the publisher's: it is not known whose figures these are.]
    `);
    const fewer = ages.map((row, i) => (i >= 15 ? row.slice(0, 2) : row));
    await expect(read({ "Table 2": fewer })).rejects.toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [different-headers] projection.xlsx, sheet "Table 2", line 1: the tables of Persons and Females have different years
        Fix: Compare the sheet with the publisher's: columns were lost or moved.]
    `);
  });
});

for (const [name, sheet] of Object.entries({ ages, summary, expectancy, assumptions }))
  describeSturdiness(
    populationProjectionReader,
    `${name}.xlsx`,
    () => aWorkbook({ Sheet: sheet }),
    (change) => aWorkbook({ Sheet: changed(sheet, change) }),
  );
