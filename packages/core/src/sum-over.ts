import { countBy } from "./count-by.ts";
import type { OnlyCounts } from "./only-counts.ts";
import { PopneedsError } from "./popneeds-error.ts";
import { withStep } from "./provenance.ts";
import { type Keys, type Measures, type Table, uncheckedTable } from "./table.ts";

/**
 * Sums counts over one or more keys, which are then gone: deaths by cause become deaths.
 *
 * A sum with a missing part is missing, for the part's reason. `level` cannot be summed over: the localities of a
 * partnership and the partnership are the same people.
 *
 * @param table counts; a table of rates does not compile, and throws
 * @param keys  the keys to sum over
 * @throws PopneedsError `not-additive` when a measure is not a count
 * @throws PopneedsError `unknown-key` when the table has no such key, or the key is `level`
 *
 * @example
 * sumOver(deaths, "cause", "sex")
 */
export function sumOver<K extends Keys, M extends Measures, X extends Exclude<keyof K & string, "level">>(
  table: Table<K, M> & OnlyCounts<M>,
  ...keys: readonly X[]
): Table<{ readonly [P in Exclude<keyof K, X>]: K[P] }, M> {
  const names = Object.keys(table.keys);
  for (const key of keys as readonly string[])
    if (!names.includes(key) || key === "level")
      throw new PopneedsError({
        code: "unknown-key",
        message: `sumOver: unknown key "${key}"; keys that can be summed over: ${names.filter((name) => name !== "level").join(", ")}`,
        fix: key === "level" ? "Keep one level with where(), then leave the key." : "Name a key of the table.",
      });
  const summed = countBy(
    table,
    names.filter((name) => !(keys as readonly string[]).includes(name)),
  );
  return uncheckedTable({
    ...summed,
    provenance: keys.length === 0 ? table.provenance : withStep(table.provenance, `summed over ${keys.join(", ")}`),
  }) as unknown as Table<{ readonly [P in Exclude<keyof K, X>]: K[P] }, M>;
}
