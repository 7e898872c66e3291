import type { RawTable } from "./raw-table.ts";

/**
 * Tables of the same columns, a sheet for each year for instance, one below another as one table.
 *
 * Columns are found by their headers; a table that lacks one has blanks there. Lines stay those of each row on its own sheet.
 *
 * @param file how messages name the place of them all
 */
export function inOneTable(tables: readonly RawTable[], file: string): RawTable {
  const header = [...new Set(tables.flatMap((table) => table.header))];
  const rows = tables.flatMap((table) => {
    const at = header.map((text) => table.header.indexOf(text));
    if (at.every((column, k) => column === k) && table.header.length === header.length) return table.rows;
    return table.rows.map((row) => at.map((column) => row[column] ?? ""));
  });
  return {
    file,
    header,
    rows,
    lines: tables.flatMap(({ lines }) => Array.from(lines)),
    issues: tables.flatMap(({ issues }) => issues),
  };
}
