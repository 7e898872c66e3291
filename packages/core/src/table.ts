import { groupRows } from "./group-rows.ts";
import type { Issue } from "./issue.ts";
import { isKey, type Key, type KeyColumn, keyLabel, keyText, takeKeys } from "./key-column.ts";
import { type MeasureColumn, missingAt, takeMeasures } from "./measure-column.ts";
import type { Additive, MeasureKind } from "./measure-kind.ts";
import { type Missing, reasonOf } from "./missing.ts";
import { PopneedsError } from "./popneeds-error.ts";
import { noSource, type Provenance } from "./provenance.ts";

/** Names and types of the keys of a table: `{ area: string; period: Period; age: Age }`. */
export type Keys = Readonly<Record<string, Key>>;

/** Names and kinds of the measures of a table: `{ deaths: "count" }`. */
export type Measures = Readonly<Record<string, MeasureKind>>;

/** Measures that may be summed. */
export type Counts = Readonly<Record<string, Additive>>;

/**
 * A tidy table whose type says what identifies a row and what is measured.
 *
 * No two rows share a key; keys are complete; a measure is a number, or missing with a reason. Columns are typed arrays,
 * shared by the tables made from this one, and never changed.
 */
export interface Table<K extends Keys = Keys, M extends Measures = Measures> {
  readonly length: number;
  readonly keys: { readonly [P in keyof K]: KeyColumn<K[P]> };
  readonly measures: { readonly [P in keyof M]: MeasureColumn<M[P]> };
  readonly issues: readonly Issue[];
  readonly provenance: Provenance;
  /** Row by row, each a plain object. */
  [Symbol.iterator](): IterableIterator<Row<K, M>>;
}

/** One row: its keys, its measures (`null` where missing), and why something is missing. */
export type Row<K extends Keys, M extends Measures> = Readonly<
  K & { [P in keyof M]: number | null } & { missing: Missing | null }
>;

export interface TableParts<K extends Keys, M extends Measures> {
  readonly keys: { readonly [P in keyof K]: KeyColumn<K[P]> };
  readonly measures: { readonly [P in keyof M]: MeasureColumn<M[P]> };
  readonly issues?: readonly Issue[];
  readonly provenance?: Provenance;
}

/**
 * Makes a table of columns, and checks what every table promises.
 *
 * @throws PopneedsError `unequal-columns` when columns differ in length
 * @throws PopneedsError `missing-key` when a code stands for no key, or two codes for the same
 * @throws PopneedsError `duplicate-key` when two rows have the same keys
 * @throws PopneedsError `missing-without-reason` when a figure is NaN and no reason is given
 */
export function createTable<K extends Keys, M extends Measures>(parts: TableParts<K, M>): Table<K, M> {
  const table = uncheckedTable(parts);
  const keys = Object.entries(table.keys) as [string, KeyColumn][];
  const measures = Object.entries(table.measures) as [string, MeasureColumn][];
  for (const [name, length] of [
    ...keys.map(([name, column]) => [name, column.codes.length] as const),
    ...measures.map(([name, column]) => [name, column.values.length] as const),
  ])
    if (length !== table.length)
      throw new PopneedsError({
        code: "unequal-columns",
        message: `createTable: every column needs ${table.length} rows; "${name}" has ${length}`,
        fix: "Give every key and every measure one entry a row.",
      });
  for (const [name, column] of keys) refuseMiscoded(name, column);
  for (const [name, { values, reasons }] of measures)
    for (let i = 0; i < table.length; i++)
      if (Number.isNaN(values[i]!) !== (reasonOf(reasons?.[i] ?? 0) !== null))
        throw new PopneedsError({
          code: "missing-without-reason",
          message: `createTable: a figure is there, or missing with a reason; "${name}" is ${values[i]} with reason ${reasons?.[i] ?? 0} in row ${i + 1}`,
          fix: "Make the column with measureColumn, which takes a number or a reason for each row.",
        });
  refuseDuplicates(table, keys);
  return table;
}

/** A table of columns already known to keep the promises; for verbs, whose results do so by construction. */
export function uncheckedTable<K extends Keys, M extends Measures>({
  keys,
  measures,
  issues = [],
  provenance = noSource,
}: TableParts<K, M>): Table<K, M> {
  const columns = [
    ...Object.values<KeyColumn>(keys).map((column) => column.codes.length),
    ...Object.values<MeasureColumn>(measures).map((column) => column.values.length),
  ];
  const table: Table<K, M> = {
    length: columns[0] ?? 0,
    keys: Object.freeze({ ...keys }),
    measures: Object.freeze({ ...measures }),
    issues: Object.freeze([...issues]),
    provenance,
    *[Symbol.iterator]() {
      for (let i = 0; i < this.length; i++) yield rowAt(this, i);
    },
  };
  return Object.freeze(table);
}

/** Row `i` of a table as a plain object. */
export function rowAt<K extends Keys, M extends Measures>(table: Table<K, M>, i: number): Row<K, M> {
  const row: Record<string, Key | number | null> = {};
  for (const name in table.keys) {
    const column = table.keys[name];
    row[name] = column.values[column.codes[i]!]!;
  }
  let missing: Missing | null = null;
  for (const name in table.measures) {
    const column = table.measures[name];
    const reason = missingAt(column, i);
    row[name] = reason === null ? column.values[i]! : null;
    missing ??= reason;
  }
  row["missing"] = missing;
  return row as unknown as Row<K, M>;
}

/** The given rows of a table, in the given order. */
export function takeRows<K extends Keys, M extends Measures>(
  table: Table<K, M>,
  rows: ArrayLike<number>,
  provenance: Provenance = table.provenance,
): Table<K, M> {
  return uncheckedTable<K, M>({
    keys: mapValues(table.keys, (column: KeyColumn) => takeKeys(column, rows)) as Table<K, M>["keys"],
    measures: mapValues(table.measures, (column: MeasureColumn) => takeMeasures(column, rows)) as Table<
      K,
      M
    >["measures"],
    issues: table.issues,
    provenance,
  });
}

/** The keys of row `i` as people read them, for messages. */
export function describeRow(table: Table, i: number): string {
  return Object.values(table.keys)
    .map(({ codes, values }) => keyLabel(values[codes[i]!]!))
    .join("  ");
}

/** Refuses a table that lacks a key which a verb needs; for callers whom no compiler has told. */
export function refuseWithout(table: Pick<Table, "keys">, key: string, verb: string): void {
  if (Object.hasOwn(table.keys, key)) return;
  throw new PopneedsError({
    code: "unknown-key",
    message: `${verb}: the table needs the key "${key}"; it has ${Object.keys(table.keys).join(", ") || "no keys"}`,
    fix: `Give a table that still has the key "${key}".`,
  });
}

function refuseMiscoded(name: string, { codes, values }: KeyColumn): void {
  const fault = (message: string) =>
    new PopneedsError({
      code: "missing-key",
      message: `createTable: every row needs its key, each key coded once; "${name}" ${message}`,
      fix: "Make the column with keyColumn, which takes a key for each row.",
    });
  const known = new Set<string>();
  for (const value of values) {
    if (!isKey(value)) throw fault(`holds ${String(value)}, which is no key`);
    if (known.has(keyText(value))) throw fault(`holds ${keyLabel(value)} twice`);
    known.add(keyText(value));
  }
  for (let i = 0; i < codes.length; i++)
    if (values[codes[i]!] === undefined)
      throw fault(`has the code ${codes[i]} in row ${i + 1}, which stands for nothing`);
}

function refuseDuplicates(table: Table, keys: readonly (readonly [string, KeyColumn])[]): void {
  const { first, group } = groupRows(
    keys.map(([, column]) => column),
    table.length,
  );
  if (first.length === table.length) return;
  const again: string[] = [];
  for (let i = 0; i < table.length; i++) if (first[group[i]!] !== i) again.push(describeRow(table, i));
  throw new PopneedsError({
    code: "duplicate-key",
    message:
      keys.length === 0
        ? `createTable: a table without keys has one row at most; found ${table.length}`
        : `createTable: no two rows may share ${keys.map(([name]) => name).join(", ")}; ${again.length} do:`,
    where: keys.length === 0 ? [] : again,
    fix: "Add the key that tells the rows apart, or sum them first.",
  });
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
