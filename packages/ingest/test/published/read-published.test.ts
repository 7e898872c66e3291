import { describe, expect, test } from "vitest";
import { area, count } from "../../src/field.ts";
import { csvTable } from "../../src/published/csv-table.ts";
import { headerOf } from "../../src/published/header-of.ts";
import { rawFile } from "../../src/published/raw-file.ts";
import { readRaw } from "../../src/published/read-published.ts";
import type { Reader } from "../../src/published/reader.ts";
import { recognise } from "../../src/published/recognise.ts";
import { schema } from "../../src/schema.ts";

const deaths = schema({ area: area("area", { totals: ["all"] }), deaths: count("deaths") });
const reader = (name: string, begins: string, more: Partial<Reader> = {}): Reader => ({
  name,
  title: "Deaths",
  publisher: "A publisher",
  licence: "OGL",
  evidence: "observed",
  recognise: (file) => (headerOf(file)[0] === begins ? `its first column is ${begins}` : null),
  parts: (file) => [{ name: "", cells: csvTable(file), schema: deaths }],
  ...more,
});
const readers = [reader("deaths", "area"), reader("any-area", "area", { general: true })];
const read = async (text: string | Uint8Array, options = {}) =>
  readRaw(await rawFile(text, "d.csv"), { readers, ...options });
const message = async (text: string | Uint8Array, options = {}) =>
  read(text, options).catch((error: Error) => error.message);

describe("which reader", () => {
  test("the one that recognises the file, and why; a general one gives way", async () => {
    const file = await read("area,deaths\nA,1\n");
    expect([file.reader, file.because]).toEqual(["deaths", "its first column is area"]);
    expect(recognise(await rawFile("zone\n1\n", "z.csv"), readers)).toEqual([]);
  });

  test("the one that the user names", async () => {
    expect((await read("area,deaths\nA,1\n", { reader: "any-area" })).reader).toBe("any-area");
  });

  test("two that fit are a question, none is an answer with what to do", async () => {
    const both = { readers: [reader("deaths", "area"), reader("injuries", "area")] };
    expect({
      two: await message("area,deaths\nA,1\n", both),
      none: await message("zone,deaths\nA,1\n"),
      unknown: await message("area,deaths\nA,1\n", { reader: "death" }),
    }).toMatchInlineSnapshot(`
      {
        "none": "[unknown-format] d.csv: no reader knows this format: it begins "zone,deaths"
        Fix: Declare its columns with schema() and read it with readCsv(); popneeds check proposes a draft.",
        "two": "[several-readers] d.csv: 2 readers fit the file, and may read it differently: deaths (its first column is area); injuries (its first column is area)
        Fix: Say which is meant: reader: "deaths".",
        "unknown": "[unknown-reader] d.csv: unknown reader "death"; readers are deaths, any-area
        Fix: Name one of these, or none, to have the file recognised.",
      }
    `);
  });
});

describe("what was read", () => {
  test("has the source that the reader knows, and what the caller knows better", async () => {
    const { source } = await read("area,deaths\nA,1\n", { edition: "2024" });
    expect(source).toMatchObject({
      title: "Deaths",
      publisher: "A publisher",
      licence: "OGL",
      edition: "2024",
      file: "d.csv",
    });
    const own = reader("own", "area", { edition: () => "said by the file" });
    expect((await read("area,deaths\nA,1\n", { readers: [own] })).source.edition).toBe("said by the file");
  });

  test("counts the rows read, used and refused", async () => {
    const file = await read("area,deaths\nA,1\nB,many\nC\nall,1\n");
    expect(file.rows).toEqual({ read: 4, used: 2, refused: 2 });
    expect(file.issues.map(({ code, line }) => [code, line])).toEqual([
      ["wrong-number-of-cells", 4],
      ["not-a-number", 3],
    ]);
  });

  test("gives a table by its name, or by the beginning of it", async () => {
    const file = await read("area,deaths\nA,1\nall,1\n");
    expect(file.table("by area").length).toBe(1);
    expect(file.table("one").length).toBe(1);
    expect(() => file.table("by sex")).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [no-such-table] d.csv: there is no single table "by sex"; there are 2:
        by area (1 rows)
        one figure, totals of area (1 rows)
        Fix: Name one of them.]
    `);
  });

  test("gives the finest table of a schema with its type", async () => {
    const table = (await read("area,deaths\nA,1\nall,1\n")).as(deaths);
    expect([...table].map(({ area: code, deaths: number }) => [code, number])).toEqual([["A", 1]]);
    const other = schema({ area: area("area"), births: count("births") });
    await expect(read("area,deaths\nA,1\n").then((file) => file.as(other))).rejects.toThrow(
      /there is no single table with area, births/,
    );
  });
});

describe("what cannot be trusted", () => {
  test("a last line without a line end is a warning: its last figure may be cut", async () => {
    expect((await read("area,deaths\nA,12")).issues).toMatchInlineSnapshot(`
      [
        {
          "code": "no-line-end",
          "file": "d.csv",
          "fix": "Compare the file's length with the publisher's, or download it again.",
          "message": "the last line has no line end: the file may have been cut off, and its last figure with it",
          "severity": "warning",
        },
      ]
    `);
  });

  test("Windows-1252 is refused where the publisher writes UTF-8, and read where it does not", async () => {
    const text = Buffer.from("area,deaths\nB\xE9al,1\n", "latin1");
    expect(await message(text)).toMatchInlineSnapshot(`
      "[not-utf-8] d.csv: the file is not UTF-8 text, and the reader deaths expects nothing else
        Fix: It was saved by another program: download it again, or save it as CSV UTF-8."
    `);
    const old = reader("old", "area", { encodings: ["windows-1252"] });
    expect([...(await read(text, { readers: [old] })).tables[0]!.table].map((row) => row["area"])).toEqual([
      "B\u00E9al",
    ]);
  });

  test("a header without rows is refused", async () => {
    expect(await message("area,deaths\n")).toMatchInlineSnapshot(`
      "[no-rows] d.csv: the file has no rows
        Fix: Download or export it again."
    `);
  });
});
