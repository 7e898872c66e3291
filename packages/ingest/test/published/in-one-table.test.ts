import { expect, test } from "vitest";
import { inOneTable } from "../../src/published/in-one-table.ts";
import type { RawTable } from "../../src/published/raw-table.ts";

const sheet = (file: string, header: readonly string[], rows: readonly (readonly string[])[]): RawTable => ({
  file,
  header,
  rows,
  lines: rows.map((_, i) => i + 2),
  issues: [{ code: "said", severity: "note", message: file, fix: "Nothing.", file }],
});

test("sheets stand one below another, columns by their headers, lines and issues kept", () => {
  const table = inOneTable(
    [
      sheet(
        "a",
        ["year", "deaths"],
        [
          ["2001", "3"],
          ["2002", "4"],
        ],
      ),
      sheet("b", ["deaths", "year"], [["5", "2003"]]),
      sheet("c", ["year"], [["2004"]]),
    ],
    "book",
  );
  expect([table.file, table.header]).toEqual(["book", ["year", "deaths"]]);
  expect(table.rows).toEqual([
    ["2001", "3"],
    ["2002", "4"],
    ["2003", "5"],
    ["2004", ""],
  ]);
  expect([Array.from(table.lines), table.issues.length]).toEqual([[2, 3, 2, 2], 3]);
  // Four rows on two different lines: two more than the lines tell.
  expect(table.merged).toBe(2);
});

test("the same row of one sheet in two tables is one row; no tables are an empty one", () => {
  const one = sheet("a", ["year"], [["2001"]]);
  expect(inOneTable([one, one], "book").merged).toBe(0);
  expect(inOneTable([], "book")).toEqual({ file: "book", header: [], rows: [], lines: [], issues: [], merged: 0 });
});
