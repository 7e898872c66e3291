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
    merged: linesOf(tables) - new Set(tables.flatMap(({ lines }) => Array.from(lines))).size,
  };
}

/** Rows of the file that the tables hold, where the same line of two sheets is two rows. */
function linesOf(tables: readonly RawTable[]): number {
  const sheets = new Map<string, Set<number>>();
  for (const { file, lines } of tables) {
    const seen = sheets.get(file) ?? new Set();
    for (let i = 0; i < lines.length; i++) seen.add(lines[i]!);
    sheets.set(file, seen);
  }
  return [...sheets.values()].reduce((sum, { size }) => sum + size, 0);
}
