import type { Area } from "./area.ts";
import { editDistance } from "./edit-distance.ts";
import type { PlacesParts } from "./places-parts.ts";
import { plainName } from "./plain-name.ts";

/**
 * The areas whose names, aliases, addresses or codes are most like a text, nearest first, five at most.
 *
 * Likeness is the edit distance of plain names, or one more than the distance from some words of the name. What needs more
 * than a third of its letters changed is not like it. Of equals the level that is usually meant comes first, then the
 * larger.
 */
export function nearestAreas(
  text: string,
  { levels, areas, aliases = [], meant, onlyWhenAsked = [] }: PlacesParts,
  level?: string | undefined,
): readonly Area[] {
  const wanted = plainName(text);
  if (wanted === "") return [];
  const standsBack = (area: Area) => area.level === levels[0] || onlyWhenAsked.includes(area.level);
  const eligible = areas.filter((area) => (level === undefined ? !standsBack(area) : area.level === level));
  const byCode = new Map(eligible.map((area) => [area.code, area]));
  const distances = new Map<Area, number>();
  const consider = (area: Area | undefined, distance: number): void => {
    if (area && distance < (distances.get(area) ?? Number.POSITIVE_INFINITY)) distances.set(area, distance);
  };
  for (const area of eligible) {
    for (const whole of [area.code, area.address]) consider(area, distanceWithin(plainName(whole), wanted));
    consider(area, distanceFromName(area.name, wanted));
  }
  for (const { code, alias } of aliases) consider(byCode.get(code), distanceFromName(alias, wanted));
  const size = (area: Area) => (area.level === meant ? levels.length : levels.indexOf(area.level));
  return [...distances]
    .sort(([a, near], [b, far]) => near - far || size(b) - size(a) || (a.code < b.code ? -1 : 1))
    .slice(0, 5)
    .map(([area]) => area);
}

function distanceFromName(name: string, wanted: string): number {
  const plain = plainName(name);
  const words = plain.split(" ");
  const count = wanted.split(" ").length;
  const some = words.slice(count - 1).map((_, i) => words.slice(i, i + count).join(" "));
  const partly = Math.min(...some.map((part) => distanceWithin(part, wanted)));
  return Math.min(distanceWithin(plain, wanted), partly + 1);
}

/** The edit distance, or infinity when more than a third of the letters would change. */
function distanceWithin(text: string, wanted: string): number {
  const furthest = Math.ceil(Math.max(text.length, wanted.length) / 3);
  if (Math.abs(text.length - wanted.length) > furthest) return Number.POSITIVE_INFINITY;
  const distance = editDistance(text, wanted);
  return distance <= furthest ? distance : Number.POSITIVE_INFINITY;
}
