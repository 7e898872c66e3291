import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import {
  type expectationsOfLife,
  lifeExpectancyProjectionsReader,
} from "../../../src/readers/office-for-national-statistics/life-expectancy-projections.ts";
import { aWorkbook, type Cells, changed, said } from "../national-records-of-scotland/a-workbook.ts";
import { describeSturdiness } from "../sturdiness.ts";

/** Synthetic: at age a in year y, 80 - a + (y - 2017) tenths of a year, of females five years more. */
const sheet = (whose: string, basis: string, more = 0): Cells => [
  [`SCOTLAND, ${whose}`],
  [`${basis} expectations of life (years)`],
  [
    "Based on historical mortality rates from 1981 to 2018 and assumed calendar year mortality rates from the 2018-based principal projections",
  ],
  [],
  ["Attained age (years)", 2017, 2018, 2019],
  [],
  ...Array.from({ length: 8 }, (_, age) => [age, ...[0, 1, 2].map((y) => Math.round((80 - age + more) * 10 + y) / 10)]),
];
const sheets = {
  "Males period ex": sheet("MALES", "Period"),
  "Females period ex": sheet("FEMALES", "Period", 5),
  "Males cohort ex": sheet("MALES", "Cohort", 8),
};
const read = async (of: Readonly<Record<string, Cells>>) =>
  readRaw(await rawFile(aWorkbook(of), "ex.xls"), { readers: [lifeExpectancyProjectionsReader] });

describe("past and projected expectations of life", () => {
  test("what was observed is published and apart from what is projected", async () => {
    const file = await read({ Terms: [["Terms and conditions"]], ...sheets });
    expect(file.source.edition).toBe("2018-based projections");
    expect(said(file.issues)).toEqual(["note sheet-not-read: a sheet was not read: Terms"]);
    expect(file.rows).toEqual({ read: 24, used: 24, refused: 0 });
    expect(file.tables.map(({ part, table }) => [part, table.length, table.provenance.evidence])).toEqual([
      ["observed", 2 * 8 * 2, "published"],
      ["projected", 2 * 8 + 8 * 3, "projected"],
    ]);
    const observed = [...(file.table("observed") as ReturnType<typeof file.as<typeof expectationsOfLife.fields>>)];
    const row = observed.find(
      ({ sex, period, age }) => sex === "female" && period.label === "2018" && age.label === "3",
    )!;
    // Synthetic: 80 - 3 + 5 + 0.1.
    expect([row.areaName, row.basis, row.expectancy]).toEqual(["SCOTLAND", "period", 82.1]);
  });

  test("a sheet whose title is another than its name, and one without a title", async () => {
    const file = await read({
      "Males period ex": sheet("FEMALES", "Period"),
      "Males cohort ex": sheets["Males cohort ex"].slice(1),
    });
    expect(said(file.issues)).toMatchInlineSnapshot(`
      [
        "warning title-contradicts-sheet: the sheet is called Males period ex, and its titles say females period",
        "error block-not-understood (4): the sheet does not say, above its figures, whose expectations they are and on which basis; its 8 rows are left out",
      ]
    `);
  });
});

describeSturdiness(
  lifeExpectancyProjectionsReader,
  "ex.xls",
  () => aWorkbook(sheets),
  (change) => aWorkbook({ ...sheets, "Males period ex": changed(sheets["Males period ex"], change) }),
);
