import type { Age } from "./age.ts";
import type { Period } from "./period.ts";
import { PopneedsError } from "./popneeds-error.ts";

/** What identifies a row: an area code, a level, a cause … as text, a band of ages, or a period. */
export type Key = string | Age | Period;

/** One key of every row, coded: row `i` has the key `values[codes[i]]`. Each value stands in `values` once. */
export interface KeyColumn<K extends Key = Key> {
  readonly codes: ArrayLike<number>;
  readonly values: readonly K[];
}

/** A text by which two keys are equal if and only if they mean the same. */
export function keyText(key: Key): string {
  if (typeof key === "string") return key;
  return "from" in key ? `${key.from}:${key.to}` : `${key.start}:${key.end}`;
}

/** A key as people read it. */
export function keyLabel(key: Key): string {
  return typeof key === "string" ? key : key.label;
}

/**
 * Codes a key for every row.
 *
 * @throws PopneedsError `missing-key` when a row has no key, or something that is neither text, an age nor a period
 */
export function keyColumn<K extends Key>(keys: Iterable<K>): KeyColumn<K> {
  const coder = keyCoder<K>();
  const codes = Uint32Array.from(keys, (key, row) => {
    if (!isKey(key))
      throw new PopneedsError({
        code: "missing-key",
        message: `keyColumn: every row needs a key, text, an age or a period; row ${row + 1} has ${String(key)}`,
        fix: "Give the row its key, or leave it out.",
      });
    return coder.code(key);
  });
  return Object.freeze({ codes, values: Object.freeze(coder.values) });
}

/** Whether something can be a key: a text, a band of ages or a period. */
export function isKey(value: unknown): value is Key {
  if (typeof value === "string") return true;
  return typeof value === "object" && value !== null && "label" in value && ("from" in value || "start" in value);
}

/** Hands out one code for each distinct key, in the order met. */
export function keyCoder<K extends Key>(): { readonly values: K[]; readonly code: (key: K) => number } {
  const values: K[] = [];
  const known = new Map<string, number>();
  const code = (key: K): number => {
    const text = keyText(key);
    let at = known.get(text);
    if (at === undefined) {
      at = values.push(key) - 1;
      known.set(text, at);
    }
    return at;
  };
  return { values, code };
}

/** The column of the given rows, keeping only the values that still occur. */
export function takeKeys<K extends Key>(column: KeyColumn<K>, rows: ArrayLike<number>): KeyColumn<K> {
  const fresh = new Int32Array(column.values.length).fill(-1);
  const values: K[] = [];
  const codes = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const old = column.codes[rows[i]!]!;
    if (fresh[old] === -1) fresh[old] = values.push(column.values[old]!) - 1;
    codes[i] = fresh[old]!;
  }
  return Object.freeze({ codes, values: Object.freeze(values) });
}

/** A column in which every value is replaced; values that become the same are merged. */
export function recodeKeys<K extends Key, L extends Key>(column: KeyColumn<K>, to: (key: K) => L): KeyColumn<L> {
  const coder = keyCoder<L>();
  const fresh = column.values.map((value) => coder.code(to(value)));
  const codes = new Uint32Array(column.codes.length);
  for (let i = 0; i < codes.length; i++) codes[i] = fresh[column.codes[i]!]!;
  return Object.freeze({ codes, values: Object.freeze(coder.values) });
}
