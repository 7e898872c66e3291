import { utils, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { costBookReader } from "../../../src/readers/public-health-scotland/cost-book.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { issuesOf, rowsOf, tablesOf } from "./sample.ts";

type Cells = readonly (readonly string[])[];

const header = [
  "NHS Board",
  "Child Psychiatry R04LSX (£000)",
  "Adolescent Psychiatry R04LSX (£000)",
  "Community Mental Health Teams: Children & Adolescents SFR8.3 (£000)",
  "Child Psychiatry SFR 5.9 (£000)",
  "Adolescent Psychiatry \nSFR 5.9 (£000)",
  "Child and Adolescent mental health expenditure1                      (£000)",
  "Total NHS expenditure2 (£000)",
  "Percentage of Total NHS expenditure ",
  "Mental Health expenditure3 (£000)",
  "Percentage of (CAMHS) on Mental Health expenditure",
];

/** Synthetic: six boards and Scotland; the services sum to their total, the boards to Scotland. */
const year = (title: string, k: number): Cells => [
  [title],
  header,
  ...Array.from({ length: 6 }, (_, i) => {
    const n = 10 * (i + 1) + k;
    const all = 1000 * (i + 1) + k;
    return [
      `NHS Board ${i + 1}${i === 0 ? "*" : ""}`,
      ...[n, "-", "", "-", 2 + k, n + 2 + k, all, (n + 2 + k) / all, 100 * (i + 1) + k, 0.2 + k / 100].map(String),
    ];
  }),
  // By hand, for k = 0: 10 + … + 60 = 210; 210 + 6 x 2 = 222; 1,000 x 21 = 21,000; 100 x 21 = 2,100. With k each is 6 k more, and
  // the total of two services 12 k.
  [
    "Scotland",
    ...[210 + 6 * k, "-", "", "-", 12 + 6 * k, 222 + 12 * k, 21_000 + 6 * k, 0.01, 2100 + 6 * k, 0.2 + k / 100].map(
      String,
    ),
  ],
  [],
  ["", "", "", "", "", "", "999"],
  ["*Missing Community mental health teams -  child and adolescent data"],
  ["Source: made up"],
  ["1.     Made up."],
];

const workbook = (sheets: Readonly<Record<string, Cells>>): Uint8Array => {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet(
        rows.map((row) => row.map((cell) => (cell !== "" && Number.isFinite(Number(cell)) ? Number(cell) : cell))),
      ),
      name,
    );
  return write(book, { type: "buffer", bookType: "xlsx" }) as Uint8Array;
};

const two = (change: (rows: Cells) => Cells = (rows) => rows): Uint8Array =>
  workbook({ "200607": change(year("2006/07 Cost book", 0)), "200708": change(year("2007/08 Cost book", 1)) });

const read = async (bytes: Uint8Array) => readRaw(await rawFile(bytes, "costs.xlsx"));

describe("the Cost Book", () => {
  test("has a part for each year, Scotland held apart", async () => {
    const file = await read(two());
    expect(file.because).toBe("2 of its 2 sheets are Cost Books with a row for each NHS board");
    expect(tablesOf(file)).toEqual([
      "2006/07: by areaName: 6",
      "2006/07: one figure: 1",
      "2007/08: by areaName: 6",
      "2007/08: one figure: 1",
    ]);
    expect(rowsOf(file, "2007/08: by areaName")[0]).toMatchInlineSnapshot(
      `"areaName NHS Board 1, period 2007/08, hospitalChild 11, hospitalAdolescent null, communityTeams null, returnedChild null, returnedAdolescent 3, childAndAdolescent 14, all 1001, shareOfAll 0.013986013986013986, mentalHealth 101, shareOfMentalHealth 0.21000000000000002, missing not available"`,
    );
    expect(issuesOf(file)).toMatchInlineSnapshot(`
      [
        "note | mark-taken-off | NHS Board 1*: the asterisk is taken off; where the workbook explains it, it says that data of community mental health teams are missing",
        "note | row-not-read | line 11 | the row stands under the table without a board: not read",
        "note | mark-taken-off | NHS Board 1*: the asterisk is taken off; where the workbook explains it, it says that data of community mental health teams are missing",
        "note | row-not-read | line 11 | the row stands under the table without a board: not read",
      ]
    `);
  });

  test("that does not add up gives a warning for each sum", async () => {
    const file = await read(
      two((rows) => rows.map((row) => (row[0] === "NHS Board 2" ? [...row.slice(0, 1), "21", ...row.slice(2)] : row))),
    );
    expect(
      file.issues.filter(({ severity }) => severity === "warning").map(({ file, message }) => `${file}: ${message}`),
    ).toMatchInlineSnapshot(`
      [
        "costs.xlsx, sheet "200607": the services sum to 23; Child and Adolescent mental health expenditure1 (£000) of NHS Board 2 is 22",
        "costs.xlsx, sheet "200607": the boards sum to 211; Child Psychiatry R04LSX (£000) of Scotland is 210",
      ]
    `);
  });

  test("with a column of the year before gives a warning", async () => {
    const file = await read(
      workbook({ "200607": year("2006/07 Cost book", 0), "200708": year("2007/08 Cost book", 0) }),
    );
    expect(file.issues.find(({ code }) => code === "repeats-a-year")!.message).toBe(
      "6 of 6 boards have the Child Psychiatry R04LSX (£000) of 2006/07, to the last digit: it was copied from that year",
    );
  });

  test("names a sheet that is not read", async () => {
    const file = await read(workbook({ "200607": year("2006/07 Cost book", 0), Notes: [["Made up"]] }));
    expect(file.issues.filter(({ code }) => code === "sheet-not-read").map(({ message }) => message)).toEqual([
      'the sheet "Notes" is not read: it has no title of a Cost Book and no row for each NHS board',
    ]);
  });
});

describeSturdiness(costBookReader, "costs.xlsx", () => two(), two);
