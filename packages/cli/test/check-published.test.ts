import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it, test } from "vitest";
import { captured } from "./captured.ts";

const folder = mkdtempSync(join(tmpdir(), "popneeds-check-published-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Synthetic: two councils and their country as Public Health Scotland lays them out, ages 0, 1 to 89 empty, and 90 and over. */
const published = (fifeMen: number) =>
  [
    [
      "Year",
      "CA",
      "CAQF",
      "Sex",
      "SexQF",
      "AllAges",
      ...Array.from({ length: 90 }, (_, age) => `Age${age}`),
      "Age90plus",
    ],
    ...[
      ["S92000003", "d", "All", "d", 30, 13, 17],
      ["S92000003", "d", "Female", "", 14, 6, 8],
      ["S92000003", "d", "Male", "", 16, 7, 9],
      ["S12000047", "", "All", "d", 16, 7, 9],
      ["S12000047", "", "Female", "", 6, 2, 4],
      ["S12000047", "", "Male", "", 10, 5, 5],
      ["S12000020", "", "All", "d", 14, 6, 8],
      ["S12000020", "", "Female", "", 8, 4, 4],
      ["S12000020", "", "Male", "", 6, 2, fifeMen],
    ].map((row) => [2022, ...row.slice(0, 6), ...Array(89).fill(0), row[6]]),
    [],
  ]
    .map((row) => row.join(","))
    .join("\r\n");

const own = "Area,Sex,Deaths\nS12000047,F,3\nS12000047,M,*\nS12000047,All,7\n";

async function check(bytes: string | Uint8Array, ...options: readonly string[]) {
  const file = join(folder, "file.csv");
  writeFileSync(file, bytes);
  const { code, out, err } = await captured("check", file, ...options);
  return { code, err: err.replaceAll(folder, ""), out: out.replaceAll(file, "file.csv").replaceAll(`${folder}/`, "") };
}

describe("popneeds check, a published format", () => {
  it("says which reader it is and why, and what the file is worth", async () => {
    expect(await check(published(4), "--as-of", "2026-04-01")).toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "",
        "out": "file.csv: read as phs-population, because its header begins Year, CA, Sex, AllAges and goes on with a column for each age

      Source    Population by single year of age. Public Health Scotland; edition not stated
      Rows      9 read, 9 used, 0 refused
      Totals    561 totals of 12 kinds compared with the sum of their parts: all agree
      Coverage  364 rows of 364 combinations (area 2 × period 1 × sex 2 × age 91)
                2 of 32 areas of the level council; absent: Clackmannanshire (S12000005), Dumfries and Galloway (S12000006), East Ayrshire (S12000008), East Lothian (S12000010), East Renfrewshire (S12000011) …
      Areas     councils (2)
      Time      2022-01-01 to 2022-12-31, 1 period; 39 months old on 2026-04-01
      Breaks    none marked
      Jumps     no series of counts is long enough to look for them

      8 tables, 0 errors, 0 warnings",
      }
    `);
  });

  it("exits 0 where a total does not add up: the data are not at fault for certain, but it is said", async () => {
    const { code, out } = await check(published(5));
    expect(code).toBe(0);
    expect(out).toContain("DO NOT ADD UP");
    expect(out).toContain("warning");
  });

  it("exits 1 where rows are refused, with place, reason and fix", async () => {
    const { code, out } = await check(published(-4));
    expect(code).toBe(1);
    expect(out).toContain("refused: negative-count");
    expect(out).toContain("line 10");
  });

  it("prints JSON: the quality and every issue", async () => {
    const { code, out } = await check(published(4), "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      reader: "phs-population",
      errors: 0,
      quality: { rows: { read: 9, used: 9, refused: 0 }, time: { asOf: null, monthsOld: null } },
    });
  });

  it("takes a reader by name, and refuses one that there is not", async () => {
    expect((await check(gzipSync(published(4)), "--reader", "phs-population")).code).toBe(0);
    const { code, err } = await check(published(4), "--reader", "phs-people");
    expect(code).toBe(2);
    expect(err).toContain('unknown reader "phs-people"; readers are ');
  });

  it("refuses a day that is none, a data folder that is none, and options that do not go together", async () => {
    expect(await check(published(4), "--as-of", "soon")).toMatchObject({
      code: 2,
      err: '--as-of takes a day, as 2026-04-01; got "soon".',
    });
    expect((await check(published(4), "--data", folder)).code).toBe(2);
    expect(await check(own, "--draft", "a.ts", "--reader", "phs-population")).toMatchObject({
      code: 2,
      err: "popneeds check takes one of --schema, --schema-file, --reader, --draft; got --reader and --draft.",
    });
    expect(await check(own, "--delimiter", ";")).toMatchObject({ code: 2 });
  });

  it("says of a file that cannot be read why, with exit code 1", async () => {
    expect(await captured("check", "no/such.csv")).toMatchInlineSnapshot(`
      {
        "code": 1,
        "err": "",
        "out": "error: no/such.csv: there is no such file [no-such-file] Fix: Check the path, and that you may read the file.
      no/such.csv: not read, 1 error",
      }
    `);
    expect(JSON.parse((await captured("check", "no/such.csv", "--json")).out)).toMatchObject({
      reader: null,
      issues: [{ code: "no-such-file" }],
    });
    expect((await check("")).code).toBe(1);
    expect((await check(Buffer.from([0x50, 0x4b, 3, 4]))).code).toBe(1);
  });
});

describe("popneeds check, a file of one's own", () => {
  it("drafts a schema, explains each doubt, reads nothing, and exits 1", async () => {
    const { code, out } = await check(own);
    expect(code).toBe(1);
    expect(out).toMatchInlineSnapshot(`
      "file.csv: 3 rows, 3 columns; UTF-8, commas between cells

      What the columns seem to be:
        Area    area code  sure    codes of councils; 1 different one
        Sex     sex        sure    words for the sexes: F, M, All
        Deaths  count      likely  whole numbers from 3 to 7

      To decide (1):
        - Deaths: "*" in 1 cell: probably suppressed (first on line 3)
          Say what the publisher means by it: suppressed, not applicable, not available or unknown.

      Worth knowing:
        - 2 rows of 3 are parts, the others totals over Sex: readCsv() leaves the totals out, popneeds check --schema-file holds them apart
        - rows are told apart by Sex alone; Area follows from them or is the same in every row
        - Sex: a total among its parts: "All" in 1 row, declared as a total, so that nobody is counted twice

      Nothing was read: no reader knows this format, and a draft is not a schema until a person has confirmed it. Write it to a file:
        popneeds check file.csv --draft schema.ts     to copy into a script
        popneeds check file.csv --draft schema.json   to correct, confirm, and check the file by"
    `);
  });

  test("a draft, corrected and confirmed, reads the file", async () => {
    const target = join(folder, "schema.json");
    const drafted = await check(own, "--draft", target);
    expect(drafted.code).toBe(0);
    expect(drafted.out.split("\n").slice(-3)).toMatchInlineSnapshot(`
      [
        "",
        "Nothing was read. The draft is in schema.json: correct it, look into its doubts, write "confirmed": true, then",
        "  popneeds check file.csv --schema-file schema.json",
      ]
    `);
    const unconfirmed = await check(own, "--schema-file", target);
    expect(unconfirmed.code).toBe(1);
    expect(unconfirmed.out).toContain('nothing is read by a draft; "confirmed" is false');
    writeFileSync(target, readFileSync(target, "utf8").replace('"confirmed": false', '"confirmed": true'));
    const read = await check(own, "--schema-file", target);
    expect(read.code).toBe(0);
    expect(read.out).toMatchInlineSnapshot(`
      "file.csv: read as declared-schema, because schema.json says how, and was confirmed

      Source    file.csv. publisher not stated; edition not stated
      Rows      3 read, 3 used, 0 refused
      Totals    0 totals of 1 kind compared with the sum of their parts: 0 agree, 1 could not be compared
                deaths: sexes to their total, by area: 0 of 0 agree, 1 not compared: a part or the total is missing
      Coverage  2 rows of 2 combinations (area 1 × sex 2)
                1 of 32 areas of the level council; absent: Clackmannanshire (S12000005), Dumfries and Galloway (S12000006), East Ayrshire (S12000008), East Lothian (S12000010), East Renfrewshire (S12000011) …
      Areas     councils (1)
      Missing   deaths: 1 suppressed
      Time      no periods
      Breaks    none marked
      Jumps     no series of counts is long enough to look for them

      2 tables, 0 errors, 0 warnings"
    `);
  });

  it("writes code too, never over a file that is there, and only where a schema can read the file", async () => {
    const target = join(folder, "schema.ts");
    expect((await check(own, "--draft", target)).code).toBe(0);
    expect(readFileSync(target, "utf8")).toContain('deaths: count("Deaths", { marks: { "*": "suppressed" } }),');
    const again = await check(own, "--draft", target);
    expect(again.code).toBe(2);
    expect(again.err).toContain("is there already, and may have been confirmed");
    expect((await check(own, "--draft", join(folder, "schema.txt"))).code).toBe(2);
    const none = await check("Area,2019,2020,2021\nS12000047,1,2,3\n", "--draft", join(folder, "none.json"));
    expect(none.code).toBe(1);
    expect(none.out).toContain("No schema can read the file as it stands.");
    expect(existsSync(join(folder, "none.json"))).toBe(false);
  });

  it("prints a draft as JSON", async () => {
    const { code, out } = await check(own, "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      reader: null,
      written: null,
      draft: { rows: 3, schema: { confirmed: false } },
    });
  });
});
