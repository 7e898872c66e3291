import { type Keys, keep, type Measures, type Table } from "@popneeds/core";
import type { Setting } from "./setting.ts";

/** The rows of the areas wanted. */
export function withinAreas<K extends Keys & { readonly area: string }, M extends Measures>(
  table: Table<K, M>,
  { areas }: Setting,
): Table<K, M> {
  return keep(table as unknown as Table<{ readonly area: string }, M>, {
    area: (area) => areas.has(area),
  }) as unknown as Table<K, M>;
}
