import {
  type ColumnRoles,
  type KeyKind,
  type KeysOfKinds,
  type Measures,
  type Table,
  tableFromColumns,
} from "@popneeds/core";
import type { DataFrame } from "danfojs-node";

/**
 * The table that a danfojs data frame holds, with every promise of a table checked again: keys complete, no key twice,
 * every figure a number or missing with a reason.
 *
 * @param frame columns of plain values; those that are neither key nor measure are left out
 * @param roles the kind of each key (`text`, `age`, `period`) and of each measure; what an absent row means; provenance
 * @throws PopneedsError `missing-column` when a column is not there
 * @throws PopneedsError `unreadable-key` when a key is empty, or is not an age or a period where it should be
 * @throws PopneedsError `unreadable-figure` when a figure is neither a number nor missing
 * @throws PopneedsError `duplicate-key` when two rows have the same keys
 *
 * @example
 * fromDanfo(frame, { keys: { area: "text", age: "age" }, measures: { deaths: "count" } })
 */
export function fromDanfo<KK extends Readonly<Record<string, KeyKind>>, M extends Measures>(
  frame: DataFrame,
  roles: ColumnRoles<KK, M>,
): Table<KeysOfKinds<KK>, M> {
  const rows = frame.values as readonly (readonly unknown[])[];
  const columns = frame.columns.map((name, at) => [name, rows.map((row) => row[at])] as const);
  return tableFromColumns(Object.fromEntries(columns), roles);
}
