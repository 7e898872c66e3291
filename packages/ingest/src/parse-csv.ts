import { type Issue, PopneedsError } from "@popneeds/core";
import { CsvError, parse } from "csv-parse/sync";

export interface CsvText {
  readonly header: readonly string[];
  /** The cells of each row that has as many as the header. */
  readonly rows: readonly (readonly string[])[];
  /** Line in the file of each row, the header being line 1. */
  readonly lines: ArrayLike<number>;
  readonly issues: readonly Issue[];
}

/**
 * The cells of a CSV text, as text, and the line of each row.
 *
 * Lines may end in LF, CR LF, CR alone, or CR CR LF, as some published files do. A row with too few or too many cells is an
 * issue, and left out. Blank lines are passed over.
 *
 * @param file how messages name the file
 * @throws PopneedsError `unclosed-quote` when a quoted cell does not end, `no-rows` when there is only a header
 */
export function parseCsv(
  text: string,
  file: string,
  { delimiter = "," }: { readonly delimiter?: string } = {},
): CsvText {
  const [records, lines] = parsed(text, file, delimiter);
  const header = (records[0] ?? []).map((cell) => cell.trim());
  const rows: (readonly string[])[] = [];
  const lineOf: number[] = [];
  const issues: Issue[] = [];
  for (let i = 1; i < records.length; i++) {
    const row = records[i]!;
    if (row.length === header.length) {
      rows.push(row);
      lineOf.push(lines(i));
    } else
      issues.push({
        code: "wrong-number-of-cells",
        severity: "error",
        file,
        line: lines(i),
        found: row.join(delimiter).slice(0, 80),
        message: `the row has ${row.length} cells; the header has ${header.length}`,
        fix: "Mend the row: a comma inside a cell needs quotes around the cell, and a cut-off file needs downloading again.",
      });
  }
  if (rows.length === 0 && issues.length === 0)
    throw new PopneedsError({
      code: "no-rows",
      message: `${file}: the file has a header and no rows`,
      fix: "Download or export it again.",
    });
  return { header, rows, lines: lineOf, issues };
}

const lineEnds = ["\r\r\n", "\r\n", "\n", "\r"];

function parsed(text: string, file: string, delimiter: string): [string[][], (record: number) => number] {
  const options = {
    delimiter,
    record_delimiter: lineEnds,
    relax_column_count: true,
    skip_empty_lines: true,
  };
  try {
    // The line of a record is its number unless cells or blank lines break the count; asking for it costs time.
    if (!text.includes('"') && !/\n\s*\n|\r\r(?!\n)/.test(text)) {
      return [parse(text, options) as string[][], (record) => record + 1];
    }
    const found = parse(text, { ...options, info: true }) as unknown as { record: string[]; info: { lines: number } }[];
    return [found.map(({ record }) => record), (record) => found[record]!.info.lines];
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const line = Number((cause as { lines?: number }).lines ?? 1);
    throw new PopneedsError({
      code: "unclosed-quote",
      message: `${file}: the text is not CSV: ${cause.message}`,
      fix: "A quoted cell must end with a quote, and a quote inside it must be doubled; a cut-off file needs downloading again.",
      issues: [
        {
          code: "unclosed-quote",
          severity: "error",
          message: cause.message,
          fix: "Close the quote, or download the file again.",
          file,
          line,
        },
      ],
    });
  }
}
