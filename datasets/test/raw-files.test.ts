import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { openRawFiles } from "../src/raw-files.ts";
import { count, numberOrBlank, text } from "../src/raw-row.ts";

const folder = mkdtempSync(join(tmpdir(), "popneeds-raw-"));
mkdirSync(join(folder, "tables"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function given(name: string, bytes: string | Buffer) {
  writeFileSync(join(folder, name), bytes);
  return openRawFiles({ data: folder, tables: join(folder, "tables") });
}

describe("openRawFiles", () => {
  it("reads a byte order mark, lines that end in CR CR LF, and gzip", () => {
    const rows = given("a.csv.gz", gzipSync("\uFEFFCode,People\r\r\nS1,5\r\r\n")).rows("a.csv.gz");
    expect(rows).toEqual([{ file: "a.csv.gz", line: 2, cells: { Code: "S1", People: "5" } }]);
  });

  it("reads a file of the tables folder by its prefix", () => {
    expect(given("tables/b.csv", "x\n1\n").rows("tables/b.csv")).toHaveLength(1);
  });

  it("names the file that is missing, cut off, or empty", () => {
    const raw = given("cut.csv.gz", gzipSync("a,b\n1,2\n").subarray(0, 15));
    writeFileSync(join(folder, "empty.csv"), "");
    expect(() => raw.rows("none.csv")).toThrow(/a raw file is missing: none\.csv/);
    expect(() => raw.rows("cut.csv.gz")).toThrow(/^cut\.csv\.gz: cannot be unzipped/);
    expect(() => raw.rows("empty.csv")).toThrow("empty.csv: holds no rows");
  });
});

describe("a raw row", () => {
  const row = { file: "f.csv", line: 7, cells: { people: "5", rate: "NA", odd: "1.5" } };

  it("gives text, counts and numbers", () => {
    expect([text(row, "people"), count(row, "people"), numberOrBlank(row, "rate"), numberOrBlank(row, "odd")]).toEqual([
      "5",
      5,
      null,
      1.5,
    ]);
  });

  it("names file, row and column of what is not there or not a count", () => {
    expect(() => text(row, "sex")).toThrow('f.csv, row 7: there is no column "sex", only people, rate, odd');
    expect(() => count(row, "odd")).toThrow('f.csv, row 7: "odd" must be a whole number, found "1.5"');
  });
});
