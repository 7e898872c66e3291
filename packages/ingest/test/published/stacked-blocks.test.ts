import { describe, expect, test } from "vitest";
import { blockTable } from "../../src/published/block-table.ts";
import { stackedBlocks } from "../../src/published/stacked-blocks.ts";
import { strayRows } from "../../src/published/stray-rows.ts";

/** Synthetic: two tables one below another, with a spacer column, a footnote and names once more at the right edge. */
const rows = [
  ["Table 2: people, mid-2019"],
  [],
  ["Persons", "", "", "Age"],
  ["Area code1", "All ages2", "", "0", "1+"],
  ["A1", "3", "", "1", "2", "East"],
  ["", "Councils"],
  ["A2", "7", "", "3", "4", "West"],
  ["Males"],
  ["Area code1", "All ages2", "", "0", "1+"],
  ["A1", "1", "", "1", "0", "East"],
  ["Footnote"],
  ["1) as of 2019"],
  ["lost", "12"],
  ["A2", "2", "", "1", "1", "West"],
];
const isHeader = (row: readonly string[]) => row[0] === "Area code1";
const isFigures = (row: readonly string[]) => /^A\d$/.test(row[0]!);
const grid = { sheet: "T", file: 'book.xlsx, sheet "T"', rows, lineOf: (row: number) => row + 1 };

describe("tables that stand one below another", () => {
  const found = stackedBlocks(rows, { isHeader, isFigures });

  test("each has its header, what stands above it, and its rows, also those below a footnote", () => {
    expect(found.blocks).toEqual([
      { at: 3, above: [["Table 2: people, mid-2019"], ["Persons", "Age"]], rows: [4, 6] },
      { at: 8, above: [["Males"]], rows: [9, 13] },
    ]);
  });

  test("a row with figures that belongs to none is handed back, and is an error", () => {
    expect(found.strays).toEqual([12]);
    expect(strayRows(grid, found.strays)).toMatchInlineSnapshot(`
      [
        {
          "code": "row-not-understood",
          "file": "book.xlsx, sheet "T"",
          "fix": "Compare the rows with the publisher's file; if the layout has changed, the reader must learn it.",
          "line": 13,
          "message": "1 row left out: with figures, and not under a header that the reader knows (line 13)",
          "severity": "error",
        },
      ]
    `);
    expect(strayRows(grid, [])).toEqual([]);
  });

  test("there is nothing on an empty sheet", () => {
    expect(stackedBlocks([], { isHeader, isFigures })).toEqual({ blocks: [], strays: [] });
  });

  test("a block becomes a table without spacers and marks of notes, and what is not read is said", () => {
    const { header, rows: cells, lines, issues } = blockTable(grid, found.blocks[0]!);
    expect(header).toEqual(["Area code", "All ages", "0", "1+"]);
    expect(cells).toEqual([
      ["A1", "3", "1", "2"],
      ["A2", "7", "3", "4"],
    ]);
    expect([...(lines as number[])]).toEqual([5, 7]);
    expect(issues.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      "note: the marks of notes were left off Area code (1); All ages (2)",
      "note: column 6 has no header, and holds text in 2 rows; not read",
    ]);
  });

  test("figures in a column without a header are an error", () => {
    const moved = { ...grid, rows: rows.map((row, i) => (i === 6 ? ["A2", "7", "9", "3", "4"] : row)) };
    expect(
      blockTable(moved, found.blocks[0]!).issues.map(({ severity, message }) => `${severity}: ${message}`),
    ).toEqual([
      "note: the marks of notes were left off Area code (1); All ages (2)",
      "error: column 3 has no header, and holds figures in 1 row; not read",
      "note: column 6 has no header, and holds text in 1 row; not read",
    ]);
  });
});
