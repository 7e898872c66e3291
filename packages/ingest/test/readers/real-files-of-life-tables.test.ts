import { expect, test } from "vitest";
import { describeRealFiles, doubtsOf, type RealRow, readRealFile, realRows } from "./real-file.ts";

const tables = "burden/ons_singleyear_lifetables_scotland_1980-2018.xls";
describeRealFiles([tables], () => {
  test("survivors, deaths, probabilities and expectations follow from one another to the printed digits", async () => {
    const file = await readRealFile(tables);
    expect([file.reader, doubtsOf(file)]).toEqual(["ons-single-year-life-tables", []]);
    const rows = realRows(file, "by areaName, period, sex and age");
    expect(rows.length).toBe(39 * 2 * 101);
    // Printed on the sheet 2018: 77.05 and 81.01 at birth.
    expect(
      rows.filter(({ period, age }) => period === "2018" && age === "0").map(({ expectancy }) => expectancy),
    ).toEqual([77.05, 81.01]);
    expect(rows.filter((row, i) => follows(row, rows[i + 1]) === false)).toEqual([]);
  });
});

/** From the first birthday on: e(x) l(x) = (l(x) + l(x+1)) / 2 + e(x+1) l(x+1), with every figure half a unit of its last digit wrong. */
function follows(row: RealRow, next: RealRow | undefined): boolean | null {
  if (!next || row.age === "0" || next.period !== row.period || next.sex !== row.sex) return null;
  const [l, after] = [row.survivors as number, next.survivors as number];
  const [e, later] = [row.expectancy as number, next.expectancy as number];
  const slack = 0.005 * (l + after) + 0.05 * (e + later + 1);
  return Math.abs(e * l - ((l + after) / 2 + later * after)) <= slack + 1e-6;
}

const expectations = "burden/ons_ex_projection_scotland_2018based.xls";
describeRealFiles([expectations], () => {
  test("period expectations to 2018 are observed; the rest is projected", async () => {
    const file = await readRealFile(expectations);
    expect([file.reader, file.source.edition, doubtsOf(file)]).toEqual([
      "ons-life-expectancy-projections",
      "2018-based projections",
      [],
    ]);
    // 38 years, 2 sexes, 101 ages; all: 88 years, 4 sheets.
    expect(file.tables.map(({ table }) => table.length)).toEqual([38 * 2 * 101, 88 * 4 * 101 - 38 * 2 * 101]);
    // Printed: males, period, 1981, at birth 69.1; females, cohort, 1981, 84.1.
    const [first] = realRows(file, "observed");
    expect([first!.period, first!.sex, first!.age, first!.expectancy]).toEqual(["1981", "male", "0", 69.1]);
    const cohort = realRows(file, "projected").find(
      ({ basis, sex, period }) => basis === "cohort" && sex === "female" && period === "1981",
    )!;
    expect([cohort.age, cohort.expectancy]).toEqual(["0", 84.1]);
  });
});

const template = "burden/ons_asmr_template_esp2013.xls";
describeRealFiles([template], () => {
  test("the rate of each sheet is that of its ages", async () => {
    const file = await readRealFile(template);
    expect(doubtsOf(file)).toEqual([]);
    for (const sheet of ["85+", "90+", "95+", "Age groups"]) {
      const ages = realRows(file, `sheet ${sheet}: by age`);
      const sum = (of: (row: RealRow) => number) => ages.reduce((before, row) => before + of(row), 0);
      const rate =
        (sum(({ deaths, people, standard }) => ((deaths as number) / (people as number)) * (standard as number)) /
          sum(({ standard }) => standard as number)) *
        1e5;
      const [printed] = realRows(file, `sheet ${sheet}, age-standardised rate`);
      expect(Math.abs(rate / (printed!.value as number) - 1)).toBeLessThan(1e-14);
    }
  });
});

const database = "burden/hmd_scotland_Mx_1x1.txt.gz";
describeRealFiles([database], () => {
  test("a dot is not available, whatever the sex", async () => {
    const file = await readRealFile(database);
    expect([file.reader, file.rows, doubtsOf(file)]).toEqual([
      "human-mortality-database",
      { read: 18_426, used: 18_426, refused: 0 },
      [],
    ]);
    const missing = (rows: readonly RealRow[]) => rows.filter(({ rate }) => rate === null).length;
    // Counted in the file by awk: dots in the columns Female, Male, Total.
    const sexes = realRows(file, "by period, age and sex");
    expect(["female", "male"].map((sex) => missing(sexes.filter((row) => row.sex === sex)))).toEqual([636, 1043]);
    expect(missing(realRows(file, "by period and age"))).toBe(630);
    expect(sexes.at(-1)).toMatchObject({ period: "2020", age: "110+", rate: null });
  });
});
