import type { KeyColumn } from "./key-column.ts";
import { PopneedsError } from "./popneeds-error.ts";
import { type Keys, type Measures, refuseWithout, type Table, uncheckedTable } from "./table.ts";

/**
 * The table without a key that is the same in every row, and so tells no rows apart.
 *
 * @throws PopneedsError `unknown-key` when the table has no such key
 * @throws PopneedsError `key-varies` when the key has more than one value
 */
export function withoutKey<K extends Keys, M extends Measures, P extends keyof K & string>(
  table: Table<K, M>,
  key: P,
): Table<{ readonly [Q in Exclude<keyof K, P>]: K[Q] }, M> {
  refuseWithout(table, key, "withoutKey");
  const { values } = table.keys[key];
  if (values.length > 1)
    throw new PopneedsError({
      code: "key-varies",
      message: `withoutKey: "${key}" must be the same in every row; it has ${values.length} values`,
      fix: "Keep one value with keep(), or sum over the key.",
    });
  const keys = Object.fromEntries(Object.entries<KeyColumn>(table.keys).filter(([name]) => name !== key));
  return uncheckedTable<Keys, M>({ ...table, keys }) as unknown as Table<
    { readonly [Q in Exclude<keyof K, P>]: K[Q] },
    M
  >;
}
