import type { Area } from "./area.ts";
import type { PlacesParts } from "./places-parts.ts";
import { plainName } from "./plain-name.ts";

/**
 * Finds every area that a text may mean. A code, in force or former, means its area and nothing else, or, where the area
 * was divided, what became of it; a text that is no code may be the address, the name or an alias of several. Base areas are
 * found by code only.
 */
export function areaFinder(
  { levels, areas, aliases = [], formerCodes = [] }: PlacesParts,
  byCode: ReadonlyMap<string, Area>,
): (text: string) => readonly Area[] {
  const codes = new Map<string, Set<Area>>();
  const names = new Map<string, Set<Area>>();
  const addName = (text: string, area: Area | undefined): void => {
    if (!area || area.level === levels[0]) return;
    const plain = plainName(text);
    const known = names.get(plain);
    if (known) known.add(area);
    else names.set(plain, new Set([area]));
  };
  for (const { code, current, extent } of formerCodes) {
    const area = byCode.get(current);
    if (area && extent !== "unknown") codes.set(plainName(code), (codes.get(plainName(code)) ?? new Set()).add(area));
  }
  for (const area of areas) {
    codes.set(plainName(area.code), new Set([area]));
    addName(area.name, area);
    addName(area.address, area);
  }
  for (const { code, alias } of aliases) addName(alias, byCode.get(code));
  return (text) => {
    const plain = plainName(text);
    const coded = codes.get(plain);
    return [...(coded ?? names.get(plain) ?? [])];
  };
}
