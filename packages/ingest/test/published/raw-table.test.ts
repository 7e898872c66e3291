import { describe, expect, test } from "vitest";
import { onlyColumns, renamedColumns, withoutColumns } from "../../src/published/columns-of-table.ts";
import { csvTable } from "../../src/published/csv-table.ts";
import { longer } from "../../src/published/longer.ts";
import { rawFile } from "../../src/published/raw-file.ts";
import { rawTable } from "../../src/published/raw-table.ts";
import { wider } from "../../src/published/wider.ts";

const sheet = [["Table 2: title"], [], ["Area ", "2018", "2019"], ["A", "1", "2"], [], ["B", "3"], ["Footer"]];

describe("the table under a header", () => {
  test("has the lines of its rows, and no blank row", () => {
    const table = rawTable(sheet, "book.xlsx", { header: 2, end: 6, short: "filled" });
    expect(table).toEqual({
      file: "book.xlsx",
      header: ["Area", "2018", "2019"],
      rows: [
        ["A", "1", "2"],
        ["B", "3", ""],
      ],
      lines: [4, 6],
      issues: [],
    });
  });

  test("refuses a row with too few or too many cells, unless those beyond the header are blank", () => {
    const table = rawTable([["a", "b"], ["1"], ["1", "2", "3"], ["1", "2", " "]], "f.csv");
    expect(table.rows).toEqual([["1", "2"]]);
    expect(table.issues.map(({ code, line }) => [code, line])).toEqual([
      ["wrong-number-of-cells", 2],
      ["wrong-number-of-cells", 3],
    ]);
  });

  test("of a CSV text has the lines of the file, whatever stands above", async () => {
    const file = await rawFile('Title\n\n"a","b"\n"1\n2","3"\n4,5\n', "f.csv");
    const table = csvTable(file, { header: 1 });
    expect(table.header).toEqual(["a", "b"]);
    expect([...table.rows.keys()].map((i) => table.lines[i])).toEqual([4, 6]);
  });

  test("may have a header of the reader's own", () => {
    const table = rawTable(sheet, "f", { header: { cells: ["area", "x", "y"], below: 3 }, end: 4 });
    expect(table.rows).toEqual([["A", "1", "2"]]);
  });
});

describe("figures that stand across", () => {
  test("are put one below another, each with the line of its row", () => {
    const table = longer(rawTable(sheet, "f", { header: 2, end: 6, short: "filled" }), {
      across: (header) => /^\d+$/.test(header),
      names: "Year",
      values: "People",
    });
    expect(table.header).toEqual(["Area", "Year", "People"]);
    expect(table.rows).toEqual([
      ["A", "2018", "1"],
      ["A", "2019", "2"],
      ["B", "2018", "3"],
      ["B", "2019", ""],
    ]);
    expect(Array.from(table.lines)).toEqual([4, 4, 6, 6]);
  });
});

describe("a value and its limits one below another", () => {
  const columns = { Value: "value", Lower: "lower" };
  const cube = (rows: string[][]) => rawTable([["Area", "Measurement", "Figure"], ...rows], "cube.csv");

  test("are put side by side", () => {
    const table = wider(
      cube([
        ["A", "Value", "5"],
        ["B", "Value", "7"],
        ["A", "Lower", "4"],
      ]),
      { names: "Measurement", values: "Figure", columns },
    );
    expect(table.header).toEqual(["Area", "value", "lower"]);
    expect(table.rows).toEqual([
      ["A", "5", "4"],
      ["B", "7", ""],
    ]);
    expect(Array.from(table.lines)).toEqual([2, 3]);
  });

  test("a second figure for the same place, and a figure of another name, are issues", () => {
    const { rows, issues } = wider(
      cube([
        ["A", "Value", "5"],
        ["A", "Value", "6"],
        ["A", "Median", "5"],
      ]),
      { names: "Measurement", values: "Figure", columns },
    );
    expect(rows).toEqual([["A", "5", ""]]);
    expect(issues.map(({ code, line }) => [code, line])).toEqual([
      ["duplicate-key", 3],
      ["unexpected-value", 4],
    ]);
  });
});

describe("columns", () => {
  const table = rawTable(
    [
      ["a", "b", "bQF"],
      ["1", "2", "d"],
    ],
    "f.csv",
  );

  test("may be chosen, left out and renamed", () => {
    expect(onlyColumns(table, ["b", "a"]).rows).toEqual([["2", "1"]]);
    expect(withoutColumns(table, (text) => text.endsWith("QF")).header).toEqual(["a", "b"]);
    expect(renamedColumns(table, { b: "people" }).header).toEqual(["a", "people", "bQF"]);
  });

  test("that are not there are refused by name", () => {
    expect(() => onlyColumns(table, ["a", "c"])).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [missing-column] f.csv, line 1: missing column "c"; found "a", "b", "bQF"
        Fix: Check that this is the right file; if the publisher renamed a column, the reader must learn its new header.]
    `);
  });
});
