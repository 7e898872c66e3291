import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { standardisedRateTemplateReader } from "../../../src/readers/office-for-national-statistics/standardised-rate-template.ts";
import { aWorkbook, type Cells, changed, said } from "../national-records-of-scotland/a-workbook.ts";
import { describeSturdiness } from "../sturdiness.ts";

/** Synthetic: three ages; by hand (1,000 x 500 + 4,000 x 25 + 95,000 x 180) / 100,000 = 177 per 100,000. */
const sheet: Cells = [
  ["Office for National Statistics"],
  ["How to calculate age-standardised mortality rates"],
  ["Age group", "ESP", "Deaths", "Population", "Age-specific", "Age-standardised"],
  ["<1", 1000, 5, 1000, 500, 500_000],
  ["1-4", 4000, 1, 4000, 25, 100_000],
  ["5+", 95_000, 90, 50_000, 180, 17_100_000],
  [],
  ["Total", 100_000, 96, 55_000, 705, 17_700_000],
  [],
  [null, null, null, null, null, null, "95% confidence interval"],
  [null, null, null, null, null, "Rate per 100,000", "Lower limit", "Upper limit"],
  ["The age-standardised mortality rate per 100,000 is:", null, null, null, null, 177, 140, 214],
];
const read = async (of: Readonly<Record<string, Cells>>) =>
  readRaw(await rawFile(aWorkbook(of), "template.xls"), { readers: [standardisedRateTemplateReader] });

describe("the template for age-standardised rates", () => {
  test("the ages and the rate are tables of their own", async () => {
    const file = await read({ Contents: [["Worksheet", "Contents"]], "5+": sheet });
    expect(said(file.issues)).toEqual(["note sheet-not-read: a sheet was not read: Contents"]);
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toEqual([
      "sheet 5+: by age: 3",
      "sheet 5+, age-standardised rate: one figure: 1",
    ]);
    expect(file.rows).toEqual({ read: 4, used: 4, refused: 0 });
    const [rate] = [...file.tables[1]!.table] as Record<string, unknown>[];
    expect([rate!.value, rate!.lower, rate!.upper]).toEqual([177, 140, 214]);
  });

  test("totals and rates that do not hold are doubted", async () => {
    const wrong = sheet.map((row) => (row[0] === "1-4" ? ["1-4", 4000, 2, 4000, 25, 100_000] : row));
    expect(said((await read({ "5+": wrong })).issues)).toMatchInlineSnapshot(`
      [
        "warning totals-do-not-sum (8): the ages do not add up to the printed total: Deaths is 96 and its parts sum to 97, in 1 row (line 8)",
        "warning columns-do-not-add-up (5): the rate is not deaths over people in 1 row (line 5)",
      ]
    `);
  });
});

describeSturdiness(
  standardisedRateTemplateReader,
  "template.xls",
  () => aWorkbook({ "5+": sheet }),
  (change) => aWorkbook({ "5+": changed(sheet, change) }),
);
