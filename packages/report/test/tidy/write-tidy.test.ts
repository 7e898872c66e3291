import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ageBand, calendarYears, tableFromRows } from "@popneeds/core";
import { area, count, openData, period, rawFile, readCsv, readRaw, schema } from "@popneeds/ingest";
import { describe, expect, test } from "vitest";
import { tidyCsv } from "../../src/tidy/tidy-csv.ts";
import { tidyFiles, writeTidy } from "../../src/tidy/write-tidy.ts";

/** Synthetic: three ages and nobody between them. */
const sample = async () => {
  const ages = Array.from({ length: 90 }, (_, age) => `Age${age}`);
  const row = (area: string, mark: string, sex: string, of: number) => [
    2022,
    area,
    mark,
    sex,
    "",
    of,
    of - 1,
    ...Array(89).fill(0),
    1,
  ];
  const text = [
    ["Year", "CA", "CAQF", "Sex", "SexQF", "AllAges", ...ages, "Age90plus"],
    row("S92000003", "d", "Female", 7),
    row("S12000033", "", "Female", 7),
    row("S12000034", "", "Woman", 7),
  ];
  return readRaw(await rawFile(`${text.map((cells) => cells.join(",")).join("\n")}\n`, "pop_est.csv"));
};

describe("a table as CSV", () => {
  test("has a column for each key and measure, and why a figure is missing", () => {
    const table = tableFromRows(
      [
        { area: "S12000033", age: ageBand(5, 10), period: calendarYears(2021), deaths: 4, rate: 0.1 + 0.2 },
        { area: "S12000034", age: ageBand(5, 10), period: calendarYears(2021), deaths: "suppressed", rate: 1 },
      ],
      { deaths: "count", rate: "rate" },
    );
    expect(tidyCsv(table)).toBe(
      "area,age,period,deaths,deaths_missing,rate\nS12000033,5-9,2021,4,,0.30000000000000004\nS12000034,5-9,2021,,suppressed,1\n",
    );
  });
});

describe("what was read from a published file", () => {
  test("is a file for each table, a data package and the issues", async () => {
    expect([...tidyFiles(await sample()).keys()]).toMatchInlineSnapshot(`
      [
        "01-by-area-period-sex-and-age.csv",
        "02-by-period-sex-and-age-totals-of-area.csv",
        "03-all-ages-by-area-period-and-sex.csv",
        "04-all-ages-by-period-and-sex-totals-of-area.csv",
        "datapackage.json",
        "issues.csv",
      ]
    `);
  });

  test("can be read again by the schema of its columns, and as a data folder", async () => {
    const folder = join(await mkdtemp(join(tmpdir(), "popneeds-")), "tidy");
    const written = await writeTidy(await sample(), folder);
    expect(written.map(({ path }) => path).sort()).toEqual((await readdir(folder)).sort());
    const again = schema({ area: area("area"), period: period("period"), people: count("people") });
    const file = written.find(({ path }) => path.includes("all-ages-by-area-period-and-sex"))!.path;
    const table = await readCsv(join(folder, file), again);
    expect([...table].map(({ area: code, people }) => [code, people])).toEqual([["S12000033", 7]]);
    const data = await openData(folder);
    expect(data.about(data.names[0]!)).toMatchObject({ publisher: "Public Health Scotland" });
    await data.records(data.names[0]!, ["area"]);
    expect(data.warnings()).toEqual([]);
  });

  test("says what was refused, in a file of its own", async () => {
    const issues = tidyFiles(await sample()).get("issues.csv")!;
    expect(issues.split("\n").slice(0, 2)).toMatchInlineSnapshot(`
      [
        "severity,code,file,line,column,found,message,fix",
        "error,unexpected-value,pop_est.csv,4,Sex,Woman,"Sex is ""Woman""; expected Female or Male","Correct the cell, or say in the schema what the publisher means by it."",
      ]
    `);
  });

  test("never takes the place of something else", async () => {
    const folder = await mkdtemp(join(tmpdir(), "popneeds-"));
    await writeFile(join(folder, "mine.txt"), "mine");
    await expect(writeTidy(await sample(), folder)).rejects.toThrow(
      /writeTidy: .* must be new, empty or an earlier output/,
    );
    expect(await readFile(join(folder, "mine.txt"), "utf8")).toBe("mine");
  });
});
