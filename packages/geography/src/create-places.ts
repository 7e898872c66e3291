import { type LookUp, PopneedsError } from "@popneeds/core";
import { type Area, describeArea } from "./area.ts";
import { areaFinder } from "./area-finder.ts";
import { composeLookUps } from "./compose-look-ups.ts";
import { nearestAreas } from "./nearest-areas.ts";
import type { Places } from "./places.ts";
import type { PlacesParts } from "./places-parts.ts";

/**
 * Makes a geography of its parts. Use `loadPlaces` for the one that comes with the data.
 *
 * @throws PopneedsError `duplicate-area` when a code stands for two areas
 * @throws PopneedsError `unknown-area` when a link names an area that is not listed
 * @throws PopneedsError `unknown-level` when an area or a link has a level that is not listed
 */
export function createPlaces(parts: PlacesParts): Places {
  const { levels, meant = "", comparators = [], onlyWhenAsked = [], issues = [] } = parts;
  const base = levels[0]!;
  const areas = indexed(parts);
  const byLevel = new Map(levels.map((level) => [level, parts.areas.filter((area) => area.level === level)]));
  const find = areaFinder(parts, areas);

  const area = (code: string): Area => {
    const found = areas.get(code);
    if (!found) throw unknown("area", code, nearestAreas(code, parts));
    return found;
  };
  const named = (level: string): string => requireLevel(parts, level);
  const areasAt = (level: string): readonly Area[] => byLevel.get(named(level))!;

  const upFromBase = remembered((to: string) => composeLookUps(parts, base, to));
  const membersAt = remembered((level: string) => {
    const members = new Map<string, string[]>(areasAt(level).map(({ code }) => [code, []]));
    for (const [child, parent] of upFromBase(level).parents) members.get(parent)?.push(child);
    return members;
  });
  const baseAreas = (code: string): readonly string[] => membersAt(area(code).level).get(code)!;

  const holders = remembered((pair: string): ReadonlyMap<string, ReadonlySet<string | undefined>> => {
    const [from, to] = pair.split(" ") as [string, string];
    const up = upFromBase(to).parents;
    return new Map([...membersAt(from)].map(([code, members]) => [code, new Set(members.map((one) => up.get(one)))]));
  });
  const lookUps = remembered((pair: string): LookUp => {
    const [from, to] = pair.split(" ") as [string, string];
    if (from === base) return upFromBase(to);
    const parents = new Map<string, string>();
    for (const [code, held] of holders(pair)) {
      const [only] = held;
      if (held.size === 1 && only !== undefined) parents.set(code, only);
    }
    return composeLookUps(parts, from, to, parents);
  });
  const lookUp = (from: string, to: string): LookUp => lookUps(`${named(from)} ${named(to)}`);

  const parent = (code: string, level: string): Area | null => {
    const found = lookUp(area(code).level, level).parents.get(code);
    return found === undefined ? null : area(found);
  };
  const coterminous = (one: string, other: string): boolean => {
    const [these, those] = [baseAreas(one), new Set(baseAreas(other))];
    return these.length > 0 && these.length === those.size && these.every((code) => those.has(code));
  };

  return Object.freeze({
    levels,
    parts,
    issues,
    level: named,
    area,
    find: (text: string, { level: asked }: { readonly level?: string | undefined } = {}): Area => {
      const level = asked === undefined ? undefined : named(asked);
      const every = find(text).filter((one) => level === undefined || one.level === level);
      const forward = every.filter((one) => one.level === level || !onlyWhenAsked.includes(one.level));
      const found = forward.length > 0 ? forward : every;
      const usual = found.length > 1 ? found.filter((one) => one.level === meant) : found;
      if (usual.length === 1) return usual[0]!;
      if (found.length > 1 && found.every((one) => coterminous(one.code, found[0]!.code)))
        return largest(found, levels);
      if (found.length > 1) throw ambiguous(text, found);
      throw unknown("find", text, nearestAreas(text, parts, level), level);
    },
    areasAt,
    parent,
    children: (code: string, level: string) =>
      areasAt(level).filter((one) => lookUp(level, area(code).level).parents.get(one.code) === code),
    baseAreas,
    lookUp,
    coterminous,
    comparators: (code: string) => {
      const found: Area[] = [];
      for (const level of comparators) {
        const one = parent(code, level);
        if (one && ![code, ...found.map((nearer) => nearer.code)].some((nearer) => coterminous(nearer, one.code)))
          found.push(one);
      }
      return found.sort((a, b) => baseAreas(a.code).length - baseAreas(b.code).length);
    },
    straddling: (level: string, across: string) =>
      [...holders(`${named(level)} ${named(across)}`)].filter(([, held]) => held.size > 1).map(([code]) => area(code)),
  });
}

function indexed({ areas, links, ...parts }: PlacesParts): ReadonlyMap<string, Area> {
  const found = new Map<string, Area>();
  for (const one of areas) {
    requireLevel({ levels: parts.levels }, one.level);
    const other = found.get(one.code);
    if (other)
      throw new PopneedsError({
        code: "duplicate-area",
        message: `createPlaces: a code stands for one area; ${one.code} stands for two:`,
        where: [describeArea(other), describeArea(one)],
        fix: "Give each area a code of its own.",
      });
    found.set(one.code, one);
  }
  for (const { from, lookUp } of links) {
    requireLevel({ levels: parts.levels }, from);
    requireLevel({ levels: parts.levels }, lookUp.level);
    const astray = [...lookUp.parents].filter(
      ([child, parent]) => found.get(child)?.level !== from || found.get(parent)?.level !== lookUp.level,
    );
    if (astray.length > 0)
      throw new PopneedsError({
        code: "unknown-area",
        message: `createPlaces: a link from ${from} to ${lookUp.level} must name areas of these levels; ${astray.length} of ${lookUp.parents.size} rows do not:`,
        where: astray.map(([child, parent]) => `${child}  ${parent}`),
        fix: "List both areas among the areas, or leave the row out of the look-up.",
      });
  }
  return found;
}

/** Of areas that are the same place, the one of the largest level. */
function largest(areas: readonly Area[], levels: readonly string[]): Area {
  return [...areas].sort((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level))[0]!;
}

function requireLevel({ levels, levelNames = {} }: Pick<PlacesParts, "levels" | "levelNames">, level: string): string {
  if (levels.includes(level)) return level;
  if (Object.hasOwn(levelNames, level)) return levelNames[level]!;
  throw new PopneedsError({
    code: "unknown-level",
    message: `unknown level "${level}"; known: ${levels.join(", ")}`,
    fix: "Name one of these levels.",
  });
}

function unknown(verb: string, text: string, nearest: readonly Area[], level?: string): PopneedsError {
  const near =
    nearest.length > 0 ? `; nearest: ${nearest.map(describeArea).join(", ")}` : "; nothing is called like it";
  return new PopneedsError({
    code: "unknown-area",
    message: `${verb}: unknown ${level ?? "area"} "${text}"${near}`,
    fix: "Give a code, a name, an alias or an address such as partnership-name/locality-name.",
  });
}

function ambiguous(text: string, areas: readonly Area[]): PopneedsError {
  const listed = areas.slice(0, 5).map(describeArea).join(", ");
  const more = areas.length > 5 ? ` and ${areas.length - 5} more` : "";
  return new PopneedsError({
    code: "ambiguous-area",
    message: `find: "${text}" may be one of ${areas.length} areas: ${listed}${more}`,
    fix: "Give the code or the address, or say which level is meant.",
  });
}

function remembered<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key)!;
  };
}
