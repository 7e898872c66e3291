import type { RawTable } from "./raw-table.ts";

/** Rows of a table that have some texts in common. */
export interface RowsBy<Texts extends readonly string[] | null = readonly string[]> {
  readonly texts: Texts;
  /** The rows with their lines; the issues stay with the whole table. */
  readonly cells: RawTable;
}

/**
 * The rows of a table by texts that they have in common, in the order in which each is met first: for making parts of a table
 * that mixes measures or levels of areas.
 *
 * @param by the texts of a row that tell it from rows of other groups; `null` for rows that belong to none, which are a group too
 */
export function rowsBy<const Texts extends readonly string[] | null>(
  table: RawTable,
  by: (row: readonly string[]) => Texts,
): readonly RowsBy<Texts>[] {
  const groups = new Map<
    string,
    { readonly texts: Texts; readonly rows: (readonly string[])[]; readonly lines: number[] }
  >();
  for (const [i, row] of table.rows.entries()) {
    const texts = by(row);
    const key = JSON.stringify(texts);
    let group = groups.get(key);
    if (!group) {
      group = { texts, rows: [], lines: [] };
      groups.set(key, group);
    }
    group.rows.push(row);
    group.lines.push(table.lines[i]!);
  }
  return [...groups.values()].map(({ texts, rows, lines }) => ({
    texts,
    cells: { ...table, rows, lines, issues: [] },
  }));
}
