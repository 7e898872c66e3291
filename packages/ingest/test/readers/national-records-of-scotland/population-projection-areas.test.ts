import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import {
  areaProjectionReader,
  projectedPopulationOfAreas,
} from "../../../src/readers/national-records-of-scotland/population-projection-areas.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { type Cells, changed, csv, said } from "./a-workbook.ts";

const between = Array<number>(88).fill(0);

/** Synthetic, of the layout that public code reads: Scotland without a code, two councils, a board, a national park. */
const table = (times: number): Cells => [
  ["Area", "Code", "All Ages", ...Array.from({ length: 90 }, (_, age) => age), "90 and over"],
  ...[
    ["Scotland", null, 1500, 500, 400, 600],
    ["Angus", "S12000041", 900, 300, 200, 400],
    ["Moray", "S12000020", 600, 200, 200, 200],
    ["Grampian", "S08000020", 1500, 500, 400, 600],
    ["Cairngorms National Park", "S21000003", 15, 5, 4, 6],
  ].map(([name, code, all, none, one, old]) => [
    name as string,
    code as string | null,
    ...[all, none, one].map((people) => Number(people) * times),
    ...between,
    Number(old) * times,
  ]),
];
const files = (
  of: (year: number, sex: string) => Cells = (_, sex) => table(sex === "Persons" ? 3 : sex === "Male" ? 1 : 2),
) =>
  Object.fromEntries(
    [2018, 2019].flatMap((year) =>
      ["Persons", "Male", "Female"].map((sex) => [`Population-${year}-${sex}.csv`, csv(of(year, sex))] as const),
    ),
  );
const zip = (entries: Readonly<Record<string, string>> = files()) =>
  zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)])), {
    mtime: new Date(2020, 0, 1),
  });
const read = async (entries?: Readonly<Record<string, string>>) =>
  readRaw(await rawFile(zip(entries), "projections.zip"), { readers: [areaProjectionReader] });

describe("sub-national projections, the detailed files", () => {
  test("year and sex come from the names of the files, levels are parts of their own", async () => {
    const file = await read();
    expect(file.because).toBe(
      "it holds 6 files such as Population-2018-Female.csv, with the columns Area, Code and All Ages",
    );
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toMatchInlineSnapshot(`
      [
        "council areas: by area, sex, period and age: 728",
        "council areas: by sex, period and age, totals of area: 364",
        "council areas: by area, period and age: 364",
        "council areas: by period and age, totals of area: 182",
        "health boards: by area, sex, period and age: 364",
        "health boards: by area, period and age: 182",
        "other areas: by area, sex, period and age: 364",
        "other areas: by area, period and age: 182",
        "all ages, council areas: by area, sex and period: 8",
        "all ages, council areas: by sex and period, totals of area: 4",
        "all ages, council areas: by area and period: 4",
        "all ages, council areas: by period, totals of area: 2",
        "all ages, health boards: by area, sex and period: 4",
        "all ages, health boards: by area and period: 2",
        "all ages, other areas: by area, sex and period: 4",
        "all ages, other areas: by area and period: 2",
      ]
    `);
    const councils = [...file.table("council areas: by area, sex, period and age")];
    expect(
      councils
        .filter((row) => String(row.area) === "S12000020" && (row.age as { label: string }).label === "90+")
        .map((row) => [row.sex, (row.period as { label: string }).label, row.people]),
    ).toEqual([
      ["female", "2018", 400],
      ["male", "2018", 200],
      ["female", "2019", 400],
      ["male", "2019", 200],
    ]);
    expect(Object.keys(projectedPopulationOfAreas.fields)).toEqual(["area", "sex", "period", "age", "people"]);
    expect(said(file.issues)[0]).toBe("note code-put-in: Scotland has no code in 6 files; it is given S92000003");
    expect(file.issues.filter(({ severity }) => severity !== "note")).toEqual([]);
  });

  test("a file that is missing, notes beside the files, and sums that do not hold are said", async () => {
    const { "Population-2019-Male.csv": _, ...rest } = files();
    const some = { ...rest, "Notes.txt": "Notes\n" };
    expect(said((await read(some)).issues).filter((text) => !text.includes("code-put-in"))).toMatchInlineSnapshot(`
      [
        "note entry-not-read: the archive also holds Notes.txt; not read",
        "warning files-missing: the archive has nothing for Male of 2019",
        "warning totals-do-not-sum (2): males and females do not add up to persons: All Ages is 4,500 and its parts sum to 3,000, in 5 rows (lines 2, 3, 4 and 2 more)",
      ]
    `);
    const wrong = files((year, sex) =>
      year === 2018 && sex === "Male"
        ? table(1).map((row) => (row[1] === "S12000041" ? row.map((cell, at) => (at === 3 ? 301 : cell)) : row))
        : table(sex === "Persons" ? 3 : sex === "Male" ? 1 : 2),
    );
    expect(said((await read(wrong)).issues).filter((text) => text.startsWith("warning"))).toMatchInlineSnapshot(`
      [
        "warning ages-do-not-sum (3): the ages sum to 901; All Ages is 900",
        "warning totals-do-not-sum (3): males and females do not add up to persons: 0 is 900 and its parts sum to 901, in 1 row (line 3)",
        "warning totals-do-not-sum (2): the council areas do not add up to Scotland: 0 is 500 and its parts sum to 501, in 1 row (line 2)",
      ]
    `);
  });

  test("an archive of other files is not recognised", async () => {
    await expect(read({ "notes.csv": "Area,Code\nx,y\n" })).rejects.toThrow("no reader knows this format");
  });
});

describeSturdiness(
  areaProjectionReader,
  "projections.zip",
  () => zip(),
  (change) =>
    zip(
      files((year, sex) =>
        year === 2018 && sex === "Male"
          ? changed(table(1), change)
          : table(sex === "Persons" ? 3 : sex === "Male" ? 1 : 2),
      ),
    ),
);
