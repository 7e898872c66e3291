import { expect, test } from "vitest";
import { sheetsNotRead } from "../../src/published/sheets-not-read.ts";

const sheet = (name: string, hidden = false, rows: readonly (readonly string[])[] = [["text"]]) => ({
  name,
  hidden,
  rows,
});
const file = (...sheets: readonly ReturnType<typeof sheet>[]) => ({
  name: "book.xlsx",
  sha256: "",
  kind: "workbook" as const,
  text: "",
  encoding: "utf-8" as const,
  head: [],
  entries: [],
  sheets,
});

test("sheets that no table was read from are named; empty ones are not", () => {
  const read = file(sheet("Cover"), sheet("Table 1"), sheet("Old", true), sheet("Chart", false, []));
  expect(sheetsNotRead(read, ["Table 1"]).map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
    "note: 2 sheets were not read: Cover, Old (hidden)",
  ]);
  expect(sheetsNotRead(file(sheet("Table 1")), ["Table 1"])).toEqual([]);
  expect(sheetsNotRead(file(sheet("Notes")), [])[0]!.message).toBe("a sheet was not read: Notes");
});
