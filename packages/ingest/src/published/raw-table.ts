import type { Issue } from "@popneeds/core";
import { wrongNumberOfCells } from "../parse-csv.ts";

/** A rectangle of text found in a file: a header and rows under it, not yet understood. */
export interface RawTable {
  /** How messages name the place: the file, or the file and the sheet. */
  readonly file: string;
  readonly header: readonly string[];
  /** Each with as many cells as the header. */
  readonly rows: readonly (readonly string[])[];
  /** Line of the file, or row of the sheet, on which each row stands; 1 is the first. */
  readonly lines: ArrayLike<number>;
  readonly issues: readonly Issue[];
  /** Rows of the file that went into the row of another, as a limit into the row of its value; default none. */
  readonly merged?: number;
}

export interface RawTableOptions {
  /** Which record holds the header, 0 being the first; default 0. Or the header itself, with the first record of rows. */
  readonly header?: number | { readonly cells: readonly string[]; readonly below: number };
  /** The record before which the table ends; default the last of all. */
  readonly end?: number;
  /** Whether rows may have fewer cells than the header, as in workbooks, where blank cells at the end are not there. */
  readonly short?: "refused" | "filled";
}

/**
 * The table that begins at a header somewhere in the records of a file.
 *
 * Rows without any text are passed over. A row with too many cells, or too few where they may not be, is an issue and left out.
 *
 * @param records the records of a CSV text, or the rows of a sheet
 * @param file    how messages name the place
 * @param lineOf  line of a record; default its number, as in a sheet
 */
export function rawTable(
  records: readonly (readonly string[])[],
  file: string,
  { header = 0, end = records.length, short = "refused" }: RawTableOptions = {},
  lineOf: (record: number) => number = (record) => record + 1,
): RawTable {
  const given = typeof header === "object";
  const cells = (given ? header.cells : (records[header] ?? [])).map((cell) => cell.trim());
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  const issues: Issue[] = [];
  for (let i = given ? header.below : header + 1; i < end; i++) {
    const row = records[i]!;
    if (row.every((cell) => cell.trim() === "")) continue;
    const full = short === "filled" && row.length < cells.length ? filled(row, cells.length) : cut(row, cells.length);
    if (full.length === cells.length) {
      rows.push(full);
      lines.push(lineOf(i));
    } else issues.push(wrongNumberOfCells(row, cells.length, file, lineOf(i), ","));
  }
  return { file, header: cells, rows, lines, issues };
}

function filled(row: readonly string[], length: number): readonly string[] {
  return [...row, ...Array<string>(length - row.length).fill("")];
}

/** A row without the blank cells beyond the header, which spreadsheets leave behind. */
function cut(row: readonly string[], length: number): readonly string[] {
  return row.length > length && row.slice(length).every((cell) => cell.trim() === "") ? row.slice(0, length) : row;
}
