import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { captured } from "./captured.ts";

const folder = mkdtempSync(join(tmpdir(), "popneeds-check-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const shipped = new URL("../../../datasets/data/mortality/drug-deaths.csv", import.meta.url).pathname;
const good = readFileSync(shipped, "utf8");

async function check(bytes: string | Uint8Array, ...options: readonly string[]) {
  const file = join(folder, "file.csv");
  writeFileSync(file, bytes);
  const { code, out, err } = await captured("check", file, "--schema", "drug-deaths", ...options);
  return { code, err, out: out.replaceAll(file, "file.csv") };
}

describe("popneeds check", () => {
  it("exits 0 for a file without a fault", async () => {
    expect(await check(good)).toEqual({
      code: 0,
      err: "",
      out: "file.csv: 719 rows in the table, 0 errors, 0 warnings",
    });
  });

  it("reads gzip, and another encoding and delimiter when they are said", async () => {
    expect((await check(gzipSync(good))).code).toBe(0);
    const odd = Buffer.from(good.replaceAll(",", ";").replace("board", "b\u00f6ard"), "latin1");
    expect((await check(odd, "--encoding", "windows-1252", "--delimiter", ";")).code).toBe(0);
    expect((await check(good.replaceAll(",", "\t"), "--delimiter", "tab")).code).toBe(0);
  });

  it("exits 1 for faults, with line, reason and fix of each", async () => {
    const [header, ...rows] = good.trimEnd().split("\n");
    const bad = [header, rows[0], rows[0], rows[1]!.replace(/\d+$/, "-4"), rows[2]!.replace(/\d+$/, "*"), "S08"].join(
      "\n",
    );
    const { code, out } = await check(bad);
    expect(code).toBe(1);
    expect(out).toMatchInlineSnapshot(`
      "error: file.csv, line 3: the row has the same keys as line 2: area S08000015, level board, year 2010 [duplicate-key] Fix: Remove one of the rows, or add the column that tells them apart to the schema.
      error: file.csv, line 4: deaths is -4; a count is 0 or more [negative-count] Fix: Correct the cell; if the publisher writes a missing figure as a negative number, declare it as a mark.
      error: file.csv, line 5: deaths is "*", a mark that the schema does not explain [undeclared-mark] Fix: Say what the publisher means by it: { suppressed: "*" } or { marks: { "*": "not available" } }.
      error: file.csv, line 6: the row has 1 cell; the header has 4 [wrong-number-of-cells] Fix: Mend the row: a comma inside a cell needs quotes around the cell, and a cut-off file needs downloading again.
      file.csv: 1 row in the table, 4 errors, 0 warnings"
    `);
  });

  it.each<[string, string | Uint8Array]>([
    ["an empty file", ""],
    ["a header only", "area,level,year,deaths\n"],
    ["a missing column", "area,level,year\nS08,board,2020\n"],
    ["tabs", "area\tlevel\tyear\tdeaths\nS08\tboard\t2020\t1\n"],
    ["another delimiter", "area;level;year;deaths\nS08;board;2020;1\n"],
    ["Windows-1252", Buffer.from("area,level,year,deaths\n\u00c1yr,board,2020,1\n", "latin1")],
    ["a truncated gzip", gzipSync(good).subarray(0, 200)],
    ["an unclosed quote", 'area,level,year,deaths\n"S08,board,2020,1\n'],
    ["a workbook", "PK\u0003\u0004"],
  ])("exits 1 for %s", async (_, bytes) => {
    const { code, out, err } = await check(bytes);
    expect([code, err]).toEqual([1, ""]);
    expect(out).toMatchSnapshot();
  });

  it("exits 1 for a file that is not there", async () => {
    const { code, out } = await captured("check", "no/such.csv", "--schema", "drug-deaths");
    expect(code).toBe(1);
    expect(out).toMatchInlineSnapshot(`
      "error: no/such.csv: there is no such file [no-such-file] Fix: Check the path, and that you may read the file.
      no/such.csv: 0 rows in the table, 1 error, 0 warnings"
    `);
  });

  it("prints JSON", async () => {
    const { code, out } = await check(good.replace(/\d+\n$/, "1.5\n"), "--json");
    const result = JSON.parse(out);
    expect(code).toBe(1);
    expect(result).toMatchObject({ schema: "drug-deaths", rows: 718, errors: 1, warnings: 0 });
    expect(result.issues).toMatchObject([{ code: "fractional-count", line: 720, column: "deaths", found: "1.5" }]);
  });
});
