import type { Issue } from "@popneeds/core";
import { parseRecords } from "../parse-csv.ts";
import type { RawFile } from "../published/raw-file.ts";
import { type RawTable, rawTable } from "../published/raw-table.ts";
import { counted, type Doubting } from "./doubt.ts";

/** Where in a text a table seems to stand, and how it is written. */
export interface FoundTable {
  readonly delimiter: string;
  readonly headerLine: number;
  readonly cells: RawTable;
  readonly doubts: readonly Issue[];
}

const delimiters = [",", ";", "\t", "|"];

/**
 * The table in a text: by the delimiter that gives most of its first lines the same number of cells, from the first line that has
 * as many.
 *
 * @throws PopneedsError `unclosed-quote`, `stray-quote`
 */
export function findTable(file: RawFile, doubt: Doubting): FoundTable {
  const delimiter = delimiterOf(file);
  const { records, lineOf } = parseRecords(file.text, file.name, { delimiter });
  const width = commonWidth(records.slice(0, 200));
  const header = Math.max(
    0,
    records.findIndex((record) => filled(record) > width / 2 && record.length >= width),
  );
  const cells = rawTable(records, file.name, { header }, lineOf);
  const headerLine = lineOf(header);
  return {
    delimiter,
    headerLine,
    cells,
    doubts: [
      ...(headerLine > 1 && header > 0
        ? [
            doubt(
              "error",
              "lines-above-header",
              `the header seems to stand on line ${headerLine}: ${counted(header, "line")} above it ${header === 1 ? "is" : "are"} no part of the table`,
              `Take lines 1 to ${headerLine - 1} out of the file, so that the header is its first line.`,
              { line: headerLine },
            ),
          ]
        : []),
      ...ragged(cells.issues, doubt),
    ],
  };
}

/** The delimiter with which the first lines have most cells, all the same number. */
function delimiterOf({ head, name }: RawFile): string {
  const text = head.filter((line) => line.trim() !== "").join("\n");
  const scores = delimiters.map((delimiter) => {
    try {
      const { records } = parseRecords(text, name, { delimiter });
      const width = commonWidth(records);
      return width < 2 ? 0 : records.filter((record) => record.length === width).length * Math.min(width, 3);
    } catch {
      return 0;
    }
  });
  const best = Math.max(...scores);
  return best === 0 ? "," : delimiters[scores.indexOf(best)]!;
}

/** The number of cells that most records have; of equally many the larger. */
function commonWidth(records: readonly (readonly string[])[]): number {
  const times = new Map<number, number>();
  for (const { length } of records) times.set(length, (times.get(length) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

function filled(record: readonly string[]): number {
  return record.filter((cell) => cell.trim() !== "").length;
}

/** Rows with too many or too few cells, said once. */
function ragged(issues: readonly Issue[], doubt: Doubting): readonly Issue[] {
  if (issues.length === 0) return [];
  const lines = issues.slice(0, 3).map(({ line }) => line);
  return [
    doubt(
      "warning",
      "ragged-rows",
      `${counted(issues.length, "row")} ${issues.length === 1 ? "has" : "have"} more or fewer cells than the header: ${issues.length === 1 ? "line" : "lines"} ${lines.join(", ")}${issues.length > 3 ? ` and ${issues.length - 3} more` : ""}`,
      "Look at them: footnotes should be taken out, and a comma inside a cell needs quotes around the cell. They are refused when the file is read.",
      issues[0]!.line === undefined ? {} : { line: issues[0]!.line },
    ),
  ];
}
