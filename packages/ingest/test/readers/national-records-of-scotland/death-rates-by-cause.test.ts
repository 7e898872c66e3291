import { utils, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import {
  deathRatesByCauseAndSex,
  deathRatesByCauseReader,
} from "../../../src/readers/national-records-of-scotland/death-rates-by-cause.ts";
import { describeSturdiness } from "../sturdiness.ts";

type Rows = readonly (readonly (string | number)[])[];

const title = "Death rates (per 100,000 population) for Scotland: age-standardised - ";
const figures = ["rate", "lower 95% CI", "upper 95% CI"];
const years = [2001, 2002, 2003, 2004, 2005, 2006];

/** Synthetic: rates of two causes that fall by a tenth of the first year's each year; persons lie between the sexes. */
function block(whose: string, all: number, alcohol: number, { own = false } = {}): Rows {
  const rate = (first: number, i: number) => Math.round(first * (10 - i)) / 10;
  const three = (value: number) => [value, Math.round(value * 10 - 5) / 10, Math.round(value * 10 + 5) / 10];
  const change = (first: number) => rate(first, 5) / rate(first, 0) - 1;
  return [
    [title + whose],
    [],
    ["", "Underlying cause of death"],
    ["", "All causes", "", "", "Alcohol-specific1"],
    [],
    [own ? "" : "Registration Year", ...figures, ...figures],
    own ? ["Registration Year"] : [],
    ...years.map((year, i) => [
      year,
      ...three(rate(all, i)),
      ...(i === 0 ? [".", ".", "."] : three(rate(alcohol, i))),
      year,
    ]),
    [],
    ["% change - 2001 to 2006", change(all), "", "", ""],
    [],
  ];
}

const sheet: Rows = [
  ["Table 1: All ages age-standardised death rates"],
  [],
  ...block("All Persons", 1000, 20),
  ...block("Males", 1200, 30, { own: true }),
  ...block("Females", 900, 12, { own: true }),
  ...block("All Persons age-and-sex-standardised rate (average of male and female age-standardised rates)", 1050, 21),
  ["Footnotes"],
  ["1) Using the definition of alcohol-specific deaths"],
];

const workbook = (rows: Rows) => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows as unknown[][]), "Table 1");
  utils.book_append_sheet(book, utils.aoa_to_sheet([["Data for chart"], [2001, 1000]]), "data for chart");
  return new Uint8Array(write(book, { type: "buffer" }) as Buffer);
};
const read = async (rows: Rows) => readRaw(await rawFile(workbook(rows), "rates.xlsx"));
const doubts = ({ issues }: Awaited<ReturnType<typeof read>>) =>
  issues
    .filter(({ severity }) => severity !== "note")
    .map(({ severity, line, message }) => ({ severity, line, message }));

describe("age-standardised death rates by cause", () => {
  test("persons, all causes and the mean of the sexes are held apart from the rates by sex and cause", async () => {
    const file = await read(sheet);
    expect(file.because).toBe(
      "its sheet Table 1 has rates with lower and upper 95% CI for each cause, age-standardised",
    );
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toMatchInlineSnapshot(`
      [
        "by sex, cause and period: 12",
        "by cause and period: 6",
        "by sex and period: 12",
        "by period: 6",
        "mean of the rates of males and females: by cause and period: 6",
        "mean of the rates of males and females: by period: 6",
      ]
    `);
    expect(file.rows).toEqual({ read: 24, used: 24, refused: 0 });
    expect(doubts(file)).toEqual([]);
  });

  test("a rate has its limits, and a dot is not available", async () => {
    const rows = [...(await read(sheet)).as(deathRatesByCauseAndSex)].filter(({ sex }) => sex === "female");
    // Synthetic: 12 x 0.9 = 10.8, with limits half a unit to each side.
    expect(
      rows.slice(0, 2).map(({ cause, period, value, lower, upper }) => [cause, period.label, value, lower, upper]),
    ).toEqual([
      ["Alcohol-specific", "2001", null, null, null],
      ["Alcohol-specific", "2002", 10.8, 10.3, 11.3],
    ]);
    expect(rows[0]!.missing).toBe("not available");
  });

  test("notes on headers, sheets of charts: nothing is lost in silence", async () => {
    const { issues } = await read(sheet);
    expect(issues.map(({ code, message }) => `${code}: ${message}`)).toMatchInlineSnapshot(`
      [
        "sheet-not-read: a sheet was not read: data for chart",
        "notes-left-off: the marks of notes were left off Alcohol-specific (1)",
      ]
    `);
  });

  test("a rate that was changed is seen by the row of change, and by the mean of the sexes", async () => {
    const changed = sheet.map((row) =>
      row[0] === 2006 && row[1] === 600 ? [2006, 700, 699.5, 700.5, ...row.slice(4)] : row,
    );
    expect(doubts(await read(changed))).toMatchInlineSnapshot(`
      [
        {
          "line": 33,
          "message": "the percentage change is not that of the rates in the block above in 1 row (line 33)",
          "severity": "warning",
        },
        {
          "line": 63,
          "message": "the rate of both sexes is not the mean of the rates of males and females in 1 row (line 63)",
          "severity": "warning",
        },
      ]
    `);
  });

  test("a block without a title of its own is left out, with an error", async () => {
    expect(doubts(await read(sheet.filter((row) => row[0] !== `${title}Males`)))).toMatchInlineSnapshot(`
      [
        {
          "line": 23,
          "message": "the block below has no title that says whose rates these are; its 6 rows are left out",
          "severity": "error",
        },
      ]
    `);
  });
});

describeSturdiness(
  deathRatesByCauseReader,
  "rates.xlsx",
  () => workbook(sheet),
  (change) => workbook(change(sheet.map((row) => row.map(String)))),
);
