import type { Issue } from "@popneeds/core";
import type { Grid } from "./grids-of.ts";
import { type RawTable, rawTable } from "./raw-table.ts";
import { strayRows } from "./stray-rows.ts";
import { withoutNotes } from "./without-notes.ts";

/** The one table of a sheet in the accessible style. */
export interface AccessibleTable {
  /** The sheet's title without the marks of notes: `Table 1: Drug misuse deaths in Scotland, 1996 to 2024`. */
  readonly title: string;
  /** The lines between the title and the header. */
  readonly above: readonly string[];
  readonly cells: RawTable;
}

/**
 * The table of a sheet in the accessible style of official statistics: a title, lines about it (`This worksheet contains one table`),
 * a header, and rows to the end. Marks of notes are taken off the title and the headers, and named in a note.
 *
 * Rows with figures above the header are an error. A sheet without a header is `null`.
 *
 * @param isHeader whether a row, its cells trimmed, is the header
 */
export function accessibleTable(grid: Grid, isHeader: (cells: readonly string[]) => boolean): AccessibleTable | null {
  const { file, rows, lineOf } = grid;
  const at = rows.findIndex((row) => isHeader(row.map((cell) => cell.trim())));
  if (at === -1) return null;
  const filled = rows.slice(0, at).map((row) => row.filter((cell) => cell.trim() !== ""));
  const strays = filled.flatMap((row, i) => (row.length > 1 ? [i] : []));
  const texts = filled.filter((row) => row.length === 1).map(([text]) => withoutNotes(text!));
  const labels = rows[at]!.map(withoutNotes);
  const marked = [...texts.slice(0, 1), ...labels].filter(({ notes }) => notes.length > 0);
  const cells = rawTable(rows, file, {
    header: { cells: labels.map(({ text }) => text), below: at + 1 },
    short: "filled",
  });
  const issues: Issue[] = [...strayRows(grid, strays), ...cells.issues];
  if (marked.length > 0) issues.push(notesLeftOff(file, lineOf(at), marked));
  return { title: texts[0]?.text ?? "", above: texts.slice(1).map(({ text }) => text), cells: { ...cells, issues } };
}

function notesLeftOff(file: string, line: number, marked: readonly ReturnType<typeof withoutNotes>[]): Issue {
  const said = marked.map(({ text, notes }) => `${text} (${notes.join(", ")})`);
  const more = said.length - 2;
  return {
    code: "notes-left-off",
    severity: "note",
    file,
    line,
    message: `the marks of notes were left off ${said.slice(0, 2).join("; ")}${more > 0 ? ` and ${more} more` : ""}`,
    fix: "Read the publisher's notes, on a sheet of their own, before using the figures.",
  };
}
