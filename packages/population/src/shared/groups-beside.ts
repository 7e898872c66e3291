import { groupRows, type KeyColumn, type Keys, type Measures, PopneedsError, type Table } from "@popneeds/core";

/** The rows of a table that differ in one key only. */
export interface GroupsBeside {
  /** The first row of each group, which stands for its other keys. */
  readonly first: readonly number[];
  /** For each group, the row of each value of the key, in the order of the key's values; −1 where there is none. */
  readonly rows: readonly Int32Array[];
}

/**
 * Groups rows by all keys but one.
 *
 * @throws PopneedsError `unknown-key` when the table lacks the key
 */
export function groupsBeside(table: Table<Keys, Measures>, key: string, verb: string): GroupsBeside {
  requireKey(table, key, verb);
  const others = Object.entries<KeyColumn>(table.keys).filter(([name]) => name !== key);
  const { first, group } = groupRows(
    others.map(([, column]) => column),
    table.length,
  );
  const own = table.keys[key]!;
  const rows = Array.from(first, () => new Int32Array(own.values.length).fill(-1));
  for (let i = 0; i < table.length; i++) rows[group[i]!]![own.codes[i]!] = i;
  return { first: Array.from(first), rows };
}

/** Refuses a table that lacks a key. */
export function requireKey(table: Pick<Table, "keys">, key: string, verb: string): void {
  if (Object.hasOwn(table.keys, key)) return;
  throw new PopneedsError({
    code: "unknown-key",
    message: `${verb}: the table needs the key "${key}"; it has ${Object.keys(table.keys).join(", ") || "no keys"}`,
    fix: `Give a table that still has the key "${key}".`,
  });
}
