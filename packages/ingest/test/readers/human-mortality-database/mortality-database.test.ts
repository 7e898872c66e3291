import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { mortalityDatabaseReader } from "../../../src/readers/human-mortality-database/mortality-database.ts";
import { said } from "../national-records-of-scotland/a-workbook.ts";
import { describeSturdiness } from "../sturdiness.ts";

const first = (what: string) =>
  `Scotland, ${what} (period 1x1), \tLast modified: 18 May 2022;  Methods Protocol: v6 (2017)\n\n`;
const header = "  Year          Age             Female            Male           Total\n";

/** Synthetic, in the layout of the real file of rates and, as the database documents them, of the others. */
const rates = `${first("Death rates")}${header}  1855           0             0.100000        0.120000        0.110000
  1855           1             0.060000        0.080000        0.070000
  1855         110+                   .        2.000000        2.000000
`;
const deaths = `${first("Deaths")}${header}  1855           0               100.50          120.25          220.75
  1855         110+                 1.00            0.00            1.00
`;
const lifeTable = `${first("Life tables, Females")}  Year          Age         mx       qx    ax      lx      dx      Lx       Tx     ex
  1855            0    0.10000  0.09000  0.14  100000    9000   92260  4300000  43.00
`;
const read = async (text: string) => readRaw(await rawFile(text, "Mx_1x1.txt"), { readers: [mortalityDatabaseReader] });

describe("files of the Human Mortality Database", () => {
  test("rates: sexes and totals apart, a dot is not available, 110+ is open", async () => {
    const file = await read(rates);
    expect(file.because).toBe(
      "its first line is that of the Human Mortality Database: Scotland, Death rates (period 1x1)",
    );
    expect([file.source.edition, file.source.licence]).toEqual(["last modified 18 May 2022", "CC BY 4.0"]);
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toEqual([
      "by period, age and sex: 6",
      "by period and age: 3",
    ]);
    expect(file.issues).toEqual([]);
    const rows = [...file.tables[0]!.table] as Record<string, unknown>[];
    const oldest = rows.filter(({ age }) => (age as { label: string }).label === "110+");
    expect(oldest.map(({ areaName, sex, rate, missing }) => [areaName, sex, rate, missing])).toEqual([
      ["Scotland", "female", null, "not available"],
      ["Scotland", "male", 2, null],
    ]);
  });

  test("deaths may have fractions, and add up", async () => {
    const file = await read(deaths);
    expect(file.issues).toEqual([]);
    expect(
      file.tables.map(({ table }) => Object.entries(table.measures).map(([name, { kind }]) => `${name}: ${kind}`)),
    ).toEqual([["deaths: count"], ["deaths: count"]]);
    expect(said((await read(deaths.replace("220.75", "221.75"))).issues)).toEqual([
      "warning totals-do-not-hold (4): the totals are not the sum of females and males in 1 row (line 4)",
    ]);
  });

  test.each([
    ["Exposure to risk", "people: person-years"],
    ["Population size", "people: count"],
  ])("%s", async (what, measure) => {
    const { tables } = await read(deaths.replace("Deaths", what));
    expect(
      tables.map(({ table }) => Object.entries(table.measures).map(([name, { kind }]) => `${name}: ${kind}`)),
    ).toEqual([[measure], [measure]]);
  });

  test("a life table has its functions by age, of the sex in its first line", async () => {
    const file = await read(lifeTable);
    expect(file.issues).toEqual([]);
    const [row] = [...file.tables[0]!.table] as Record<string, unknown>[];
    expect([row!.sex, row!.deathRate, row!.survivors, row!.expectancy]).toEqual(["female", 0.1, 100_000, 43]);
  });

  test("a population before a change of territory is no year, and a total outside the sexes is doubted", async () => {
    const text = rates.replace("  1855           1 ", "  1855-          1 ").replace("0.110000", "0.140000");
    expect(said((await read(text)).issues)).toMatchInlineSnapshot(`
      [
        "warning totals-do-not-hold (4): the totals do not lie between females and males in 1 row (line 4)",
        "error unexpected-value (5): Year is "1855-"; expected a period such as 2023, 2022/23, 2019-2021 or 2016-07",
      ]
    `);
  });

  test("a line with too few figures is refused", async () => {
    expect(said((await read(rates.replace("        0.070000", ""))).issues)).toEqual([
      "error wrong-number-of-cells (5): the row has 4 cells; the header has 5",
    ]);
  });
});

test("without its first line, or with a quantity that is not known, the file is refused", async () => {
  const file = await rawFile(rates.split("\n").slice(2).join("\n"), "Mx_1x1.txt");
  const { name } = mortalityDatabaseReader;
  expect(() => readRaw(file, { readers: [mortalityDatabaseReader], reader: name })).toThrow("no-first-line");
  await expect(read(rates.replace("Death rates", "Births"))).rejects.toThrow("unknown-quantity");
});

describeSturdiness(mortalityDatabaseReader, "Mx_1x1.txt", () => rates);
