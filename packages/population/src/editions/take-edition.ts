import {
  firstThree,
  type Keys,
  keep,
  type MeasureColumn,
  type Measures,
  PopneedsError,
  type Table,
  uncheckedTable,
} from "@popneeds/core";
import { requireKey } from "../shared/groups-beside.ts";

/** A table without its key `edition`. */
export type OfOneEdition<K extends Keys> = { readonly [P in Exclude<keyof K, "edition">]: K[P] };

/**
 * The figures of one edition alone.
 *
 * @param table   figures with the key `edition`, as `populationEditions` makes them
 * @param edition its name
 * @returns the same keys without `edition`; the step names it
 * @throws PopneedsError `unknown-edition` when there is none of that name; `unknown-key` without the key
 *
 * @example
 * takeEdition(editions, "rebased 2023")
 */
export function takeEdition<K extends Keys & { readonly edition: string }, M extends Measures>(
  table: Table<K, M>,
  edition: string,
): Table<OfOneEdition<K>, M> {
  requireEditions(table as unknown as Table, [edition], "takeEdition");
  const own = keep(table as unknown as Table<{ readonly edition: string }>, { edition });
  return withoutEdition(own as unknown as Table) as unknown as Table<OfOneEdition<K>, M>;
}

/** The rows as they are, without the key that tells editions apart; for rows of which each has one edition only. */
export function withoutEdition(table: Table): Table {
  const { edition: _, ...keys } = table.keys;
  return uncheckedTable({
    ...table,
    keys,
    measures: Object.fromEntries(
      Object.entries<MeasureColumn>(table.measures).map(([name, { sharedOver = [], ...column }]) => {
        const others = sharedOver.filter((key) => key !== "edition");
        return [name, Object.freeze(others.length > 0 ? { ...column, sharedOver: others } : column)];
      }),
    ),
  });
}

/** Refuses names that are no edition of a table. */
export function requireEditions(table: Table, names: readonly string[], verb: string): void {
  requireKey(table, "edition", verb);
  const known = table.keys["edition"]!.values as readonly string[];
  const astray = names.filter((name) => !known.includes(name));
  if (astray.length > 0)
    throw new PopneedsError({
      code: "unknown-edition",
      message: `${verb}: unknown edition ${astray.map((name) => `"${name}"`).join(", ")}; the table has ${firstThree(known).join(", ") || "none"}`,
      fix: "Name an edition as it was named when the editions were put side by side.",
    });
}
