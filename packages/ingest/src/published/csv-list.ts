import type { Evidence, Issue } from "@popneeds/core";
import { type KeyField, listed } from "../field.ts";
import { schema } from "../schema.ts";
import { onlyColumns } from "./columns-of-table.ts";
import { csvTable } from "./csv-table.ts";
import { headerOf } from "./header-of.ts";
import type { RawTable } from "./raw-table.ts";
import type { Reader } from "./reader.ts";
import { saidOnce } from "./said-once.ts";

/** A published CSV that holds no figures: what it is, and its columns. */
export interface CsvList {
  readonly name: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly evidence?: Evidence;
  /** What each column means; the columns are the whole of the file's header, in this order. */
  readonly keys: Readonly<Record<string, KeyField>>;
  /** Header of the column of what may be listed once only, a zone for instance. */
  readonly once?: string;
  /** What is to be said of the file beyond that. */
  readonly doubts?: (cells: RawTable) => readonly Issue[];
}

/**
 * A reader of a CSV that holds no figures, a look-up or a catalogue: a row for each of its rows, counted by `rows`.
 *
 * It is recognised by its whole header. Something listed twice that may be listed once only is a warning;
 * the header once more among the rows is an error, and left out.
 */
export function csvList({ keys, once, doubts, evidence = "published", ...about }: CsvList): Reader {
  const columns = Object.values(keys).map(({ header }) => header!);
  return {
    ...about,
    evidence,
    recognise(file) {
      return headerOf(file).join("\n") === columns.join("\n") ? `its header is ${inWords(columns)}` : null;
    },
    parts(file) {
      const { table: cells, issues } = withoutHeaders(onlyColumns(csvTable(file), columns));
      const said = [...cells.issues, ...issues, ...(once ? twice(cells, once) : []), ...(doubts?.(cells) ?? [])];
      return [{ name: "", cells: { ...cells, issues: said }, schema: schema({ ...keys, rows: listed() }) }];
    },
  };
}

/** The header once more among the rows, as in files that were put together: it would be counted as one of the listed things. */
function withoutHeaders(table: RawTable): { readonly table: RawTable; readonly issues: readonly Issue[] } {
  const isHeader = (row: readonly string[]) => row.every((cell, at) => cell.trim() === table.header[at]);
  const kept = table.rows.flatMap((row, i) => (isHeader(row) ? [] : [i]));
  const issues = saidOnce(
    {
      code: "header-among-rows",
      severity: "error",
      file: table.file,
      fix: "Take the row out; check whether several files were put together.",
    },
    table.rows.flatMap((row, i) => (isHeader(row) ? [table.lines[i]!] : [])),
    (count) => `${count} left out: the header stands among the rows`,
  );
  return {
    table: { ...table, rows: kept.map((i) => table.rows[i]!), lines: kept.map((i) => table.lines[i]!) },
    issues,
  };
}

function inWords(columns: readonly string[]): string {
  if (columns.length <= 6) return columns.join(", ");
  return `${columns.slice(0, 4).join(", ")} and ${columns.length - 4} more columns`;
}

function twice({ file, header, rows, lines }: RawTable, once: string): readonly Issue[] {
  const at = header.indexOf(once);
  if (at === -1) return [];
  const seen = new Set<string>();
  const again = rows.flatMap((row, i) => {
    const text = row[at]!.trim();
    if (seen.has(text)) return [lines[i]!];
    seen.add(text);
    return [];
  });
  return saidOnce(
    { code: "listed-twice", severity: "warning", file, column: once, fix: "Decide which of the rows holds." },
    again,
    (count) => `${count} ${again.length === 1 ? "has" : "have"} a ${once} that an earlier row has too`,
  );
}
