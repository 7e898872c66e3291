import type { Area } from "../area.ts";
import { areaFinder } from "../area-finder.ts";
import type { Places } from "../places.ts";
import type { FormerCode } from "../places-parts.ts";
import { plainName } from "../plain-name.ts";

/** What a printed text stands for, and why it stands for nothing. */
export interface Placing {
  readonly text: string;
  /** The area of today; `null` where none can be named. */
  readonly area: Area | null;
  /** `current` and `former` codes, codes of another publisher and names are placed, the others are not. */
  readonly as:
    | "current"
    | "former"
    | "other code"
    | "name"
    | "unknown"
    | "ambiguous"
    | "divided"
    | "other extent"
    | "other level";
  /** The code's history, where it has been one of an area. */
  readonly former: FormerCode | null;
  /** Codes of areas that were merged with this one; none for a code that was only replaced. */
  readonly mergedWith: readonly string[];
  /** What it may be, where it may be several. */
  readonly among: readonly Area[];
}

/** An alias that is a code, such as S99000071: letters and at least six digits. */
const codeLike = /^[a-z]+[0-9]{6,}$/i;

/** Says what printed texts stand for: codes of today or of their day, and names, where these are wanted. */
export function placedText(
  places: Places,
  { by, levels }: { readonly by: "code" | "name"; readonly levels: readonly string[] | null },
): (text: string) => Placing {
  const { parts } = places;
  const byCode = new Map(parts.areas.map((area) => [area.code, area]));
  const codes = new Map(parts.areas.map((area) => [plainName(area.code), area]));
  const former = new Map<string, FormerCode[]>();
  const otherCodes = new Map(
    (parts.aliases ?? []).flatMap(({ code, alias }) =>
      codeLike.test(alias) ? [[plainName(alias), byCode.get(code)!]] : [],
    ),
  );
  for (const one of parts.formerCodes ?? [])
    if (one.code !== one.current) former.set(plainName(one.code), [...(former.get(plainName(one.code)) ?? []), one]);
  const wanted = ({ level }: Area) => levels === null || levels.includes(level);
  const nothing = { area: null, former: null, mergedWith: [], among: [] };

  const byAnyCode = (text: string): Placing | null => {
    const current = codes.get(plainName(text));
    if (current)
      return wanted(current)
        ? { ...nothing, text, area: current, as: "current" }
        : { ...nothing, text, as: "other level", among: [current] };
    const other = otherCodes.get(plainName(text));
    if (other && wanted(other)) return { ...nothing, text, area: other, as: "other code" };
    if (other) return { ...nothing, text, as: "other level", among: [other] };
    const had = former.get(plainName(text)) ?? [];
    const became = had.flatMap((one) => byCode.get(one.current) ?? []);
    const [first] = had;
    if (first === undefined || became.length === 0) return null;
    if (!became.every(wanted)) return { ...nothing, text, as: "other level", among: became };
    if (became.length > 1) return { ...nothing, text, as: "divided", former: first, among: became };
    if (first.extent === "unknown") return { ...nothing, text, as: "other extent", former: first, among: became };
    return {
      ...nothing,
      text,
      area: became[0]!,
      as: "former",
      former: first,
      mergedWith: mergedWith(first, parts.formerCodes),
    };
  };

  const names = by === "name" ? areaFinder({ ...parts, formerCodes: [] }, byCode) : null;
  const byName = (text: string): Placing => {
    const found = names?.(text) ?? [];
    const there = found.filter(wanted);
    if (found.length > 0 && there.length === 0) return { ...nothing, text, as: "other level", among: found };
    const area = meantOf(places, text, there, levels);
    if (area) return { ...nothing, text, area, as: "name" };
    return { ...nothing, text, as: there.length > 1 ? "ambiguous" : "unknown", among: there };
  };
  return (text) => byAnyCode(text) ?? byName(text);
}

/** Of areas of one name, the one that the geography takes it for; `null` where it takes it for none. */
function meantOf(places: Places, text: string, among: readonly Area[], levels: readonly string[] | null): Area | null {
  if (among.length <= 1) return among[0] ?? null;
  if (levels !== null) return null;
  try {
    return places.find(text);
  } catch {
    return null;
  }
}

/**
 * Former codes of the same area that were in force together with this one: then they were several areas, which have become
 * one. Codes that followed one another were one area all along, and codes without dates are taken to be that.
 */
function mergedWith(one: FormerCode, all: readonly FormerCode[] = []): readonly string[] {
  return all
    .filter((other) => other.current === one.current && other.code !== other.current && other.code !== one.code)
    .filter((other) => together(one, other))
    .map(({ code }) => code);
}

function together(one: FormerCode, other: FormerCode): boolean {
  if (!one.enacted || !one.archived || !other.enacted || !other.archived) return false;
  return one.enacted <= other.archived && other.enacted <= one.archived;
}
