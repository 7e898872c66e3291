import { headerFault, quoted } from "../header-fault.ts";
import type { RawTable } from "./raw-table.ts";

/**
 * A table with some of its columns only, in the order named.
 *
 * @throws PopneedsError `missing-column` when one is not there
 */
export function onlyColumns(table: RawTable, wanted: readonly string[]): RawTable {
  const lacking = wanted.filter((text) => !table.header.includes(text));
  if (lacking.length > 0)
    throw headerFault(
      "missing-column",
      `missing ${lacking.length === 1 ? "column" : "columns"} ${quoted(lacking)}; found ${quoted(table.header.slice(0, 12))}`,
      "Check that this is the right file; if the publisher renamed a column, the reader must learn its new header.",
      table.file,
    );
  const at = wanted.map((text) => table.header.indexOf(text));
  return { ...table, header: wanted, rows: table.rows.map((row) => at.map((column) => row[column]!)) };
}

/** A table without some of its columns; those that are not there are no matter. */
export function withoutColumns(table: RawTable, unwanted: (header: string) => boolean): RawTable {
  const at = table.header.flatMap((text, column) => (unwanted(text) ? [] : [column]));
  return {
    ...table,
    header: at.map((column) => table.header[column]!),
    rows: table.rows.map((row) => at.map((column) => row[column]!)),
  };
}

/** A table some of whose columns have other headers. */
export function renamedColumns(table: RawTable, names: Readonly<Record<string, string>>): RawTable {
  return { ...table, header: table.header.map((text) => (Object.hasOwn(names, text) ? names[text]! : text)) };
}
