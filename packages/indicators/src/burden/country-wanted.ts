import { type Keys, type Measures, type Table, withKey } from "@popneeds/core";
import type { Setting } from "../setting.ts";

/** The code of the country, if figures of it are wanted. */
export function countryWanted({ places, areas }: Pick<Setting, "places" | "areas">): string | null {
  const code = places.areasAt("country")[0]?.code;
  return code !== undefined && areas.has(code) ? code : null;
}

/** A table of the whole country, with its code and level as keys. */
export function ofCountry<K extends Keys, M extends Measures>(
  table: Table<K, M>,
  code: string,
): Table<K & { readonly area: string } & { readonly level: string }, M> {
  return withKey(withKey(table, "area", code), "level", "country");
}
