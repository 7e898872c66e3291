import { type Key, type KeyColumn, keyColumn } from "./key-column.ts";
import type { MeasureColumn } from "./measure-column.ts";
import { PopneedsError } from "./popneeds-error.ts";
import { fromInputs } from "./provenance.ts";
import { createTable, type Keys, type Measures, type Table } from "./table.ts";

/**
 * Puts the rows of tables with the same keys and measures under one another: councils under partnerships.
 *
 * An absent row means zero in the result only where it does in every one of the tables.
 *
 * @throws PopneedsError `different-columns` when the tables do not have the same keys and measures, of the same kinds
 * @throws PopneedsError `duplicate-key` when a row stands in two of them
 */
export function stack<K extends Keys, M extends Measures>(
  first: Table<K, M>,
  ...others: readonly Table<K, M>[]
): Table<K, M> {
  const tables = [first, ...others];
  const names = (of: Table<K, M>) => [...Object.keys(of.keys).sort(), "|", ...measuresOf(of)].join(" ");
  for (const other of others)
    if (names(other) !== names(first))
      throw new PopneedsError({
        code: "different-columns",
        message: `stack: tables must have the same keys and measures: ${names(first)}; found ${names(other)}`,
        fix: "Sum over the keys that only one of them has, and keep common measures with only().",
      });
  const keys = Object.fromEntries(
    Object.keys(first.keys).map((name) => [name, keyColumn(tables.flatMap((of) => keysOf(of.keys[name]!)))]),
  );
  const measures = Object.fromEntries(
    Object.keys(first.measures).map((name) => [name, joined(tables.map((of) => of.measures[name]!))]),
  );
  return createTable({
    keys: keys as unknown as Table<K, M>["keys"],
    measures: measures as unknown as Table<K, M>["measures"],
    issues: tables.flatMap((of) => of.issues),
    provenance: fromInputs(tables.map((of) => of.provenance)),
  });
}

function measuresOf(table: Table): string[] {
  return Object.entries(table.measures)
    .map(([name, { kind }]) => `${name} (${kind})`)
    .sort();
}

function keysOf({ codes, values }: KeyColumn): Key[] {
  return Array.from(codes, (code) => values[code]!);
}

function joined(columns: readonly MeasureColumn[]): MeasureColumn {
  const values = Float64Array.from(columns.flatMap((column) => Array.from(column.values)));
  const reasons = columns.some((column) => column.reasons)
    ? Uint8Array.from(columns.flatMap((column) => Array.from(column.reasons ?? new Uint8Array(column.values.length))))
    : null;
  const absent = columns.every((column) => column.absent === "zero") ? "zero" : "unknown";
  return Object.freeze({ ...columns[0]!, values, reasons, absent });
}
