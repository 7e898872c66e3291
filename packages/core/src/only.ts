import { PopneedsError } from "./popneeds-error.ts";
import { type Keys, type Measures, type Table, uncheckedTable } from "./table.ts";

/**
 * The table with the named measures only.
 *
 * @throws PopneedsError `unknown-measure` when the table has no such measure
 */
export function only<K extends Keys, M extends Measures, N extends keyof M & string>(
  table: Table<K, M>,
  ...names: readonly N[]
): Table<K, Pick<M, N>> {
  for (const name of names)
    if (!Object.hasOwn(table.measures, name))
      throw new PopneedsError({
        code: "unknown-measure",
        message: `only: unknown measure "${name}"; the table has ${Object.keys(table.measures).join(", ")}`,
        fix: "Name a measure of the table.",
      });
  return uncheckedTable({
    ...table,
    measures: Object.fromEntries(names.map((name) => [name, table.measures[name]])),
  }) as unknown as Table<K, Pick<M, N>>;
}
