import { localitiesOf } from "./localities-of.ts";
import type { Places } from "./places.ts";

/**
 * Why there are no figures for the localities of a partnership: the names that are known, and that their extent is not.
 * `null` when the localities are there.
 *
 * @throws PopneedsError `unknown-area`
 *
 * @example
 * withoutLocalities(places, places.find("Falkirk").code)
 * // "Falkirk has 3 localities by name (Falkirk Central, …), but the published look-up does not say …"
 */
export function withoutLocalities(places: Places, partnership: string): string | null {
  if (localitiesOf(places, partnership).length > 0) return null;
  const names = (places.parts.namedOnly ?? []).filter(({ within }) => within === partnership).map(({ name }) => name);
  const { name } = places.area(partnership);
  const cure = "Give a look-up with the columns data_zone, locality and name.";
  if (names.length === 0) return `${name} has no localities in this geography. ${cure}`;
  const known = names.length === 1 ? "one locality" : `${names.length} localities`;
  return `${name} has ${known} by name (${names.join(", ")}), but the published look-up does not say which data zones lie in them, so no figure can be made for them here. ${cure}`;
}
