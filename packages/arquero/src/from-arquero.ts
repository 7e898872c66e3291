import {
  type ColumnRoles,
  type KeyKind,
  type KeysOfKinds,
  type Measures,
  type Table,
  tableFromColumns,
} from "@popneeds/core";
import type { ColumnTable } from "arquero";

/**
 * The table that an arquero table holds, with every promise of a table checked again: keys complete, no key twice, every
 * figure a number or missing with a reason. Filters and orders of the arquero table are applied.
 *
 * @param frame columns of plain values; those that are neither key nor measure are left out
 * @param roles the kind of each key (`text`, `age`, `period`) and of each measure; what an absent row means; provenance
 * @throws PopneedsError `missing-column` when a column is not there
 * @throws PopneedsError `unreadable-key` when a key is empty, or is not an age or a period where it should be
 * @throws PopneedsError `unreadable-figure` when a figure is neither a number nor missing
 * @throws PopneedsError `duplicate-key` when two rows have the same keys
 *
 * @example
 * fromArquero(frame, { keys: { area: "text", age: "age" }, measures: { deaths: "count" } })
 */
export function fromArquero<KK extends Readonly<Record<string, KeyKind>>, M extends Measures>(
  frame: ColumnTable,
  roles: ColumnRoles<KK, M>,
): Table<KeysOfKinds<KK>, M> {
  const columns = frame.columnNames().map((name) => [name, frame.array(name) as ArrayLike<unknown>] as const);
  return tableFromColumns(Object.fromEntries(columns), roles);
}
