import { type Issue, PopneedsError } from "@popneeds/core";
import { CsvError, parse } from "csv-parse/sync";
import { faultOfQuotes } from "./fault-of-quotes.ts";
import { lineStarts } from "./line-starts.ts";

export interface CsvText {
  readonly header: readonly string[];
  /** The cells of each row that has as many as the header. */
  readonly rows: readonly (readonly string[])[];
  /** Line in the file on which each row begins; the file's first line is 1. */
  readonly lines: ArrayLike<number>;
  readonly issues: readonly Issue[];
}

/**
 * The cells of a CSV text, as text, and the line of each row.
 *
 * Lines may end in LF, CR LF, CR alone, or CR CR LF, as some published files do. A row with too few or too many cells is an
 * issue, and left out. Lines without any text, such as the rows of commas that spreadsheets leave behind, are passed over.
 *
 * @param file how messages name the file
 * @throws PopneedsError `unclosed-quote` when a quoted cell does not end, `stray-quote` when a quote stands inside a cell,
 *   `no-rows` when there is only a header
 */
export function parseCsv(
  text: string,
  file: string,
  { delimiter = "," }: { readonly delimiter?: string } = {},
): CsvText {
  const { records, lineOf } = parseRecords(text, file, { delimiter });
  const header = (records[0] ?? []).map((cell) => cell.trim());
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  const issues: Issue[] = [];
  for (let i = 1; i < records.length; i++) {
    const row = records[i]!;
    if (row[0]!.trim() === "" && row.every((cell) => cell.trim() === "")) continue;
    if (row.length === header.length) {
      rows.push(row);
      lines.push(lineOf(i));
    } else issues.push(wrongNumberOfCells(row, header.length, file, lineOf(i), delimiter));
  }
  if (rows.length === 0 && issues.length === 0) throw noRows(file);
  return { header, rows, lines, issues };
}

/** A row that does not fit its header. */
export function wrongNumberOfCells(
  row: readonly string[],
  cells: number,
  file: string,
  line: number,
  delimiter: string,
): Issue {
  return {
    code: "wrong-number-of-cells",
    severity: "error",
    file,
    line,
    found: row.join(delimiter).slice(0, 80),
    message: `the row has ${row.length} ${row.length === 1 ? "cell" : "cells"}; the header has ${cells}`,
    fix: "Mend the row: a comma inside a cell needs quotes around the cell, and a cut-off file needs downloading again.",
  };
}

/** The records of a CSV text as they stand, however many cells each has, and the line on which each begins. */
export interface CsvRecords {
  readonly records: readonly (readonly string[])[];
  /** Line in the file on which a record begins, the first record being 0; ask in any order. */
  readonly lineOf: (record: number) => number;
}

const lineEnds = ["\r\r\n", "\r\n", "\n", "\r"];

/**
 * The records of a CSV text, for files that have banners above the header or notes below the rows.
 *
 * @throws PopneedsError `unclosed-quote`, `stray-quote`
 */
export function parseRecords(
  text: string,
  file: string,
  { delimiter = "," }: { readonly delimiter?: string } = {},
): CsvRecords {
  const options = {
    delimiter,
    record_delimiter: lineEnds,
    relax_column_count: true,
    skip_empty_lines: true,
  };
  try {
    // The line of a record is its number unless cells or blank lines break the count; asking for it costs time.
    if (!text.includes('"') && !/^[\r\n]|\n[\r\n]|\r\r(?!\n)/.test(text)) {
      return { records: parse(text, options) as string[][], lineOf: (record) => record + 1 };
    }
    const found = parse(text, { ...options, info: true }) as unknown as { record: string[]; info: { bytes: number } }[];
    const lineAt = lineStarts(text);
    const lines = found.map((_, i) => lineAt(i === 0 ? 0 : found[i - 1]!.info.bytes));
    return { records: found.map(({ record }) => record), lineOf: (record) => lines[record]! };
  } catch (cause) {
    if (cause instanceof CsvError) throw faultOfQuotes(text, file, cause, options);
    throw cause;
  }
}

function noRows(file: string): PopneedsError {
  const message = "the file has a header and no rows";
  const fix = "Download or export it again.";
  return new PopneedsError({
    code: "no-rows",
    message: `${file}: ${message}`,
    fix,
    issues: [{ code: "no-rows", severity: "error", message, fix, file }],
  });
}
