import {
  type Keys,
  type MeasureColumn,
  type Measures,
  type OnlyCounts,
  PopneedsError,
  stack,
  type Table,
  uncheckedTable,
  withKey,
  withStep,
} from "@popneeds/core";
import { requireCounts } from "../shared/require-counts.ts";

/**
 * Puts several editions of the same figures side by side, told apart by a key `edition`.
 *
 * The same people stand in each edition, so that nothing can be summed over it: `sumOver(table, "edition")` is refused. Take one
 * with `takeEdition`, run one into the next at a named break with `spliceEditions`, or set two against each other with
 * `compareEditions`.
 *
 * @param editions tables with the same keys and counts, by the name of their edition, such as `rebased on Census 2022`
 * @returns the same keys and `edition`
 * @throws PopneedsError `no-editions` when there is none; `key-exists` when a table has the key `edition` already;
 * `different-columns` when keys or counts differ; `not-additive`
 *
 * @example
 * populationEditions({ "small areas 2021": rolled, "rebased 2023": estimates })
 */
export function populationEditions<K extends Keys, M extends Measures>(
  editions: Readonly<Record<string, Table<K, M> & OnlyCounts<M>>>,
): Table<K & { readonly edition: string }, M> {
  const [first, ...others] = Object.entries(editions).map(([name, table]) => {
    requireCounts(table as unknown as Table, "populationEditions");
    return withKey(table as unknown as Table, "edition", name);
  });
  if (!first)
    throw new PopneedsError({
      code: "no-editions",
      message: "populationEditions: needs at least one edition; found none",
      fix: 'Give tables by the name of their edition: populationEditions({ "rebased 2023": people }).',
    });
  const stacked = stack(first, ...others);
  return uncheckedTable({
    ...stacked,
    measures: Object.fromEntries(
      Object.entries<MeasureColumn>(stacked.measures).map(([name, column]) => [
        name,
        Object.freeze({ ...column, sharedOver: [...(column.sharedOver ?? []), "edition"] }),
      ]),
    ),
    provenance: withStep(stacked.provenance, `editions side by side: ${Object.keys(editions).join("; ")}`),
  }) as unknown as Table<K & { readonly edition: string }, M>;
}
