import { type Key, keyColumn } from "./key-column.ts";
import { PopneedsError } from "./popneeds-error.ts";
import { type Keys, type Measures, type Table, uncheckedTable } from "./table.ts";

/**
 * The table with one key more, the same in every row: the level of a file that holds one level only.
 *
 * @throws PopneedsError `key-exists` when the table has the key already
 */
export function withKey<K extends Keys, M extends Measures, N extends string, V extends Key>(
  table: Table<K, M>,
  name: N,
  value: V,
): Table<K & { readonly [P in N]: Widened<V> }, M> {
  if (Object.hasOwn(table.keys, name))
    throw new PopneedsError({
      code: "key-exists",
      message: `withKey: the table has the key "${name}" already`,
      fix: "Choose another name.",
    });
  return uncheckedTable({
    ...table,
    keys: { ...table.keys, [name]: keyColumn(Array.from({ length: table.length }, () => value)) },
  }) as unknown as Table<K & { readonly [P in N]: Widened<V> }, M>;
}

/** Text in general, not the one text given, so that tables keyed by different texts can be stacked. */
type Widened<V extends Key> = V extends string ? string : V;
