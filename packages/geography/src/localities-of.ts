import type { Area } from "./area.ts";
import type { Places } from "./places.ts";

/**
 * The localities of a partnership, in the order of the files; none where their extent is not known (`withoutLocalities`
 * says why).
 *
 * @throws PopneedsError `unknown-area`
 *
 * @example
 * localitiesOf(places, "S37000006").map((area) => area.name)
 */
export function localitiesOf(places: Places, partnership: string): readonly Area[] {
  return places.children(partnership, "locality");
}
