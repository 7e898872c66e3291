import { withStep } from "./provenance.ts";
import { type Keys, type Measures, type Row, rowAt, type Table, takeRows } from "./table.ts";

/**
 * The rows for which a condition holds.
 *
 * @param holds what must hold of a row; it sees keys and measures
 * @param step  what was kept, in words, for the provenance
 *
 * @example
 * where(exposed, (d) => d.age.to <= 75, "ages under 75")
 */
export function where<K extends Keys, M extends Measures>(
  table: Table<K, M>,
  holds: (row: Row<K, M>) => boolean,
  step?: string,
): Table<K, M> {
  const rows: number[] = [];
  for (let i = 0; i < table.length; i++) if (holds(rowAt(table, i))) rows.push(i);
  return takeRows(table, rows, withStep(table.provenance, `kept ${step ?? "rows by a condition"}`));
}
