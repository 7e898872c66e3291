import { countBy } from "./count-by.ts";
import { type Key, type KeyColumn, recodeKeys } from "./key-column.ts";
import type { OnlyCounts } from "./only-counts.ts";
import { PopneedsError } from "./popneeds-error.ts";
import { withStep } from "./provenance.ts";
import { type Keys, type Measures, type Table, uncheckedTable } from "./table.ts";

/**
 * Replaces the values of a key, and sums the rows that become the same: months into financial years.
 *
 * @param key  the key to replace
 * @param to   the new value for each old one
 * @param step what was done, in words, for the provenance
 * @throws PopneedsError `unknown-key` when the table has no such key; `not-additive` when a measure is not a count
 *
 * @example
 * recode(bedDays, "period", financialYearOf, "months summed into financial years")
 */
export function recode<K extends Keys, M extends Measures, P extends keyof K & string>(
  table: Table<K, M> & OnlyCounts<M>,
  key: P,
  to: (value: K[P]) => K[P],
  step: string,
): Table<K, M> {
  const column: KeyColumn<K[P]> | undefined = table.keys[key];
  if (!column)
    throw new PopneedsError({
      code: "unknown-key",
      message: `recode: unknown key "${key}"; the table has ${Object.keys(table.keys).join(", ")}`,
      fix: "Name a key of the table.",
    });
  const recoded = uncheckedTable({
    ...table,
    keys: { ...table.keys, [key]: recodeKeys(column as KeyColumn<Key>, to as unknown as (value: Key) => Key) },
  });
  return uncheckedTable({
    ...countBy(recoded as unknown as Table, Object.keys(table.keys)),
    provenance: withStep(table.provenance, step),
  }) as unknown as Table<K, M>;
}
