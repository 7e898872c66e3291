import type { Issue } from "@popneeds/core";
import type { Grid } from "./grids-of.ts";
import type { RawTable } from "./raw-table.ts";
import type { Block } from "./stacked-blocks.ts";
import { withoutNotes } from "./without-notes.ts";

/**
 * The table of one block of a sheet: its header without the marks of notes, its rows without the blank columns by which
 * publishers space a table out.
 *
 * A column without a header that holds a number is an error; one that holds nothing but text, such as the names of areas once more
 * at the right edge, or noughts is a note. Neither is read.
 *
 * @param options `header`: the header's cells, where they take more than one row of the sheet; default the block's header row
 */
export function blockTable(
  grid: Grid,
  block: Block,
  { header = grid.rows[block.at]! }: { readonly header?: readonly string[] } = {},
): RawTable {
  const { file, rows, lineOf } = grid;
  const labels = header.map(withoutNotes);
  const found = block.rows.map((i) => rows[i]!);
  const width = Math.max(labels.length, ...found.map((row) => row.length));
  const kept: number[] = [];
  const issues: Issue[] = [...marksLeftOff(file, lineOf(block.at), labels)];
  for (let at = 0; at < width; at++) {
    if ((labels[at]?.text ?? "") !== "") {
      kept.push(at);
      continue;
    }
    const filled = block.rows.filter((i) => (rows[i]![at]?.trim() ?? "") !== "");
    if (filled.length > 0) issues.push(withoutHeader(grid, at, filled));
  }
  return {
    file,
    header: kept.map((at) => labels[at]!.text),
    rows: found.map((row) => kept.map((at) => row[at] ?? "")),
    lines: block.rows.map(lineOf),
    issues,
  };
}

function marksLeftOff(
  file: string,
  line: number,
  labels: readonly ReturnType<typeof withoutNotes>[],
): readonly Issue[] {
  const marked = labels.filter(({ notes }) => notes.length > 0);
  if (marked.length === 0) return [];
  const said = marked.map(({ text, notes }) => `${text} (${notes.join(", ")})`);
  const more = said.length - 3;
  return [
    {
      code: "notes-left-off",
      severity: "note",
      file,
      line,
      message: `the marks of notes were left off ${said.slice(0, 3).join("; ")}${more > 0 ? ` and ${more} more ${more === 1 ? "header" : "headers"}` : ""}`,
      fix: "Read the publisher's notes, at the foot of the sheet or on a sheet of their own, before using the figures.",
    },
  ];
}

function withoutHeader({ file, rows, lineOf }: Grid, at: number, filled: readonly number[]): Issue {
  const number = filled.find((i) => /^\s*[-+]?[\d,.]+\s*$/.test(rows[i]![at]!) && rows[i]![at]!.trim() !== "0");
  const noughts = filled.every((i) => rows[i]![at]!.trim() === "0");
  const what = number !== undefined ? "figures" : noughts ? "noughts" : "text";
  const shown = number ?? filled[0]!;
  return {
    code: "column-without-header",
    severity: number === undefined ? "note" : "error",
    file,
    line: lineOf(shown),
    found: rows[shown]![at]!,
    message: `column ${at + 1} has no header, and holds ${what} in ${filled.length.toLocaleString("en-GB")} ${filled.length === 1 ? "row" : "rows"}; not read`,
    fix:
      number === undefined
        ? "Nothing to do."
        : "Compare the sheet with the publisher's: a header was lost, or cells moved.",
  };
}
