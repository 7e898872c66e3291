import type { Places } from "./places.ts";

/**
 * Why there are no figures for the localities of an area: the names that are known, and that their extent is not.
 * `null` when the localities are there.
 *
 * @param code    code of a partnership, or of any area that should hold areas of the level
 * @param options `level`: the level that is lacking; default `locality`
 * @throws PopneedsError `unknown-area`
 *
 * @example
 * withoutLocalities(places, places.find("Falkirk").code)
 * // "Falkirk has 3 localities by name (Central Falkirk, …), but … so no figure can be made for them here. Give …"
 */
export function withoutLocalities(
  places: Places,
  code: string,
  { level = "locality" }: { readonly level?: string } = {},
): string | null {
  if (places.children(code, level).length > 0) return null;
  const names = (places.parts.namedOnly ?? []).filter(({ within }) => within === code).map(({ name }) => name);
  const { name } = places.area(code);
  const cure = `Give a look-up with the columns ${places.levels[0]!.replaceAll("-", "_")}, ${level} and name.`;
  if (names.length === 0) return `${name} has no ${level} in this geography. ${cure}`;
  const known = names.length === 1 ? `one ${level} by name` : `${names.length} localities by name`;
  return `${name} has ${known} (${names.join(", ")}), but the published look-up does not say which data zones lie in them, so no figure can be made for them here. ${cure}`;
}
