import { utils, write } from "@e965/xlsx";
import { PopneedsError } from "@popneeds/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rawFile } from "../../src/published/raw-file.ts";
import { readRaw } from "../../src/published/read-published.ts";
import { recognise } from "../../src/published/recognise.ts";
import { readers } from "../../src/readers/readers.ts";

const word = fc.oneof(
  fc.constantFrom(
    "Year",
    "Sex",
    "All",
    "Age0",
    "S92000003",
    "",
    "NA",
    "2021",
    "0",
    "1.5",
    "*",
    "[x]",
    "Persons",
    "Table 1",
  ),
  fc.string({ maxLength: 8 }),
);
const grid = fc.array(fc.array(word, { maxLength: 8 }), { maxLength: 12 });
const delimiter = fc.constantFrom(",", "\t", ";", " ");

/** A reader that is made to read a file of another format says what is wrong; it does not fall over. */
async function coded(bytes: string | Uint8Array, name: string): Promise<void> {
  let file: Awaited<ReturnType<typeof rawFile>>;
  try {
    file = await rawFile(bytes, name);
  } catch (error) {
    expect(error).toBeInstanceOf(PopneedsError);
    return;
  }
  recognise(file, readers);
  for (const { name: reader } of readers)
    try {
      readRaw(file, { reader });
    } catch (error) {
      if (!(error instanceof PopneedsError)) throw new Error(`${reader} fell over`, { cause: error });
    }
}

describe("no reader falls over a file of another format", () => {
  test("any text", async () => {
    await fc.assert(
      fc.asyncProperty(grid, delimiter, (rows, mark) =>
        coded(rows.map((row) => row.join(mark)).join("\n") || " ", "any.csv"),
      ),
      { numRuns: 60, seed: 4, interruptAfterTimeLimit: 20_000 },
    );
  });

  test("any workbook", async () => {
    await fc.assert(
      fc.asyncProperty(grid, fc.string({ minLength: 1, maxLength: 8 }), (rows, sheet) => {
        const book = utils.book_new();
        const plain = sheet.replaceAll(/[:\\/?*[\]']/g, "x");
        utils.book_append_sheet(book, utils.aoa_to_sheet(rows), /^\s*$/.test(plain) ? "Sheet" : plain);
        return coded(write(book, { type: "buffer", bookType: "xlsx" }) as Buffer, "any.xlsx");
      }),
      { numRuns: 40, seed: 4, interruptAfterTimeLimit: 20_000 },
    );
  });
});

describe("the readers", () => {
  test("have names of their own, in kebab-case", () => {
    const names = readers.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test("say what they read, of whom, and under which licence", () => {
    for (const { name, title, publisher, licence } of readers)
      expect([name, title.length > 5, publisher.length > 2, licence.length > 5]).toEqual([name, true, true, true]);
  });
});
