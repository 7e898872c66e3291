import { type Key, keyCoder, keyLabel } from "./key-column.ts";
import { PopneedsError } from "./popneeds-error.ts";
import { fromInputs, type Provenance, withStep } from "./provenance.ts";
import { type Keys, type Measures, type Table, takeRows, uncheckedTable } from "./table.ts";

/**
 * The table with one key more, which follows from a key it has: the deprivation fifth of each data zone.
 *
 * Rows for which nothing follows are left out, and an issue says how many keys that were.
 *
 * @param name  the new key
 * @param from  the key it follows from
 * @param of    the new key's value for each value of the other; `undefined` where there is none
 * @param what  what was attached, in words, and where it came from, for the provenance
 * @throws PopneedsError `unknown-key` when the table has no key `from`, `key-exists` when it has the key `name` already
 *
 * @example
 * withKeyFrom(people, "quintile", "area", (zone) => quintiles.get(zone), { what: "deprivation fifth", provenance })
 */
export function withKeyFrom<
  K extends Keys,
  M extends Measures,
  N extends string,
  F extends keyof K & string,
  V extends Key,
>(
  table: Table<K, M>,
  name: N,
  from: F,
  of: (key: K[F]) => V | undefined,
  { what, provenance }: { readonly what: string; readonly provenance?: Provenance },
): Table<K & { readonly [P in N]: V }, M> {
  const column = table.keys[from];
  if (!column || name in table.keys)
    throw new PopneedsError({
      code: column ? "key-exists" : "unknown-key",
      message: column
        ? `withKeyFrom: the table has the key "${name}" already`
        : `withKeyFrom: unknown key "${from}"; the table has ${Object.keys(table.keys).join(", ")}`,
      fix: column ? "Choose another name." : "Name a key of the table.",
    });
  const coder = keyCoder<V>();
  const follows = column.values.map((key) => {
    const value = of(key);
    return value === undefined ? -1 : coder.code(value);
  });
  const lacking = column.values.filter((_, i) => follows[i] === -1);
  const rows: number[] = [];
  for (let i = 0; i < table.length; i++) if (follows[column.codes[i]!] !== -1) rows.push(i);
  const codes = Uint32Array.from(rows, (i) => follows[column.codes[i]!]!);
  const kept = lacking.length === 0 ? table : takeRows(table, rows);
  return uncheckedTable({
    ...kept,
    keys: { ...kept.keys, [name]: Object.freeze({ codes, values: Object.freeze(coder.values) }) },
    issues:
      lacking.length === 0
        ? kept.issues
        : [
            ...kept.issues,
            {
              code: "nothing-follows",
              severity: "warning",
              message: `${lacking.length} of ${column.values.length} values of ${from} have no ${what}, and were left out: ${lacking.slice(0, 3).map(keyLabel).join(", ")}${lacking.length > 3 ? " …" : ""}`,
              fix: `Give ${what} for every ${from}.`,
            },
          ],
    provenance: withStep(fromInputs(provenance ? [table.provenance, provenance] : [table.provenance]), `added ${what}`),
  }) as unknown as Table<K & { readonly [P in N]: V }, M>;
}
