import { groupRows, type Key, type KeyColumn, keyText, type Table, takeRows } from "@popneeds/core";

/** Rows that differ in one key only, side by side. */
export interface PairedRows {
  /** For each group, the row with the first key and the row with the second; `null` where there is none. */
  readonly rows: readonly (readonly [number | null, number | null])[];
  /** The keys that the two rows share, one entry a pair. */
  readonly keys: Readonly<Record<string, KeyColumn>>;
}

/**
 * Pairs the rows of two values of a key that are alike in all others.
 *
 * @param ignored keys that are left out of the comparison and of the result: what goes with the key, as a level with its area
 */
export function pairedRows(
  table: Table,
  key: string,
  first: Key,
  second: Key,
  ignored: readonly string[] = [],
): PairedRows {
  const names = Object.keys(table.keys).filter((name) => name !== key && !ignored.includes(name));
  const groups = groupRows(
    names.map((name) => table.keys[name]!),
    table.length,
  );
  const column = table.keys[key]!;
  const [one, other] = [first, second].map((value) =>
    column.values.findIndex((own) => keyText(own) === keyText(value)),
  );
  const pairs = new Map<number, [number | null, number | null]>();
  for (let i = 0; i < table.length; i++) {
    const code = column.codes[i]!;
    if (code !== one && code !== other) continue;
    const group = groups.group[i]!;
    const pair = pairs.get(group) ?? [null, null];
    if (code === one) pair[0] = i;
    if (code === other) pair[1] = i;
    pairs.set(group, pair);
  }
  const rows = [...pairs.values()];
  const keys = takeRows(
    table,
    rows.map(([a, b]) => (a ?? b)!),
  ).keys;
  return { rows, keys: Object.fromEntries(names.map((name) => [name, keys[name]!])) };
}
