import { PopneedsError } from "@popneeds/core";
import { type Area, localitiesOf, type Places, withoutLocalities } from "@popneeds/geography";
import type { ProfileArea } from "./profile-area.ts";

/** The areas that a profile is about. */
export interface ProfilePlaces {
  readonly area: ProfileArea;
  /** The area, then the areas that are the same place under another code. */
  readonly twins: readonly ProfileArea[];
  readonly comparators: readonly ProfileArea[];
  readonly localities: readonly ProfileArea[];
  /** The councils inside a partnership of several; publishers print some figures for each of them only. */
  readonly parts: readonly ProfileArea[];
  /** The partnership whose localities are needed, to derive theirs from it; `null` where there is none. */
  readonly partnership: string | null;
  readonly withoutLocalities: string | null;
  /** Every area for which figures are wanted. */
  readonly wanted: ReadonlySet<string>;
  /** Name of the profile's folder. */
  readonly folder: string;
}

/** Finds the areas that a profile of an area is about: its twins, comparators and localities. */
export function placesOfProfile(places: Places, own: Area): ProfilePlaces {
  const custom = isCustom(places, own);
  const twins = [...(custom ? ["locality"] : []), "partnership", "council", "board"]
    .filter((level) => level !== own.level)
    .flatMap((level) => places.areasAt(level))
    .filter((area) => places.coterminous(area.code, own.code));
  const partnership =
    own.level === "partnership"
      ? own
      : (twins.find(({ level }) => level === "partnership") ??
        (own.level === "locality" || custom ? places.parent(own.code, "partnership") : null));
  const siblings = partnership ? localitiesOf(places, partnership.code) : [];
  const localities = custom ? localitiesWithin(places, own) : own.level === "locality" ? [] : siblings;
  const comparators = places.comparators(own.code);
  const ofCouncils = custom || own.level === "partnership" || own.level === "alcohol-and-drug-partnership";
  const councils = ofCouncils ? places.children(own.code, "council") : [];
  const parts = councils.length > 1 && coveredBy(places, own, councils) ? councils : [];
  const all = [own, ...twins, ...comparators, ...siblings, ...parts, ...(partnership ? [partnership] : [])];
  return {
    area: profileArea(own),
    twins: [own, ...twins].map(profileArea),
    comparators: comparators.map(profileArea),
    localities: localities.map(profileArea),
    parts: parts.map(profileArea),
    partnership: partnership?.code ?? null,
    withoutLocalities: without(places, own, partnership, localities),
    wanted: new Set(all.map(({ code }) => code)),
    folder: folderOf(places, own),
  };
}

function isCustom({ parts }: Places, { level }: Area): boolean {
  return (parts.customLevels ?? []).includes(level);
}

/** The localities that make up an area of the analyst's own; none where they leave a part of it out, or are the area. */
function localitiesWithin(places: Places, own: Area): readonly Area[] {
  const inside = places.children(own.code, "locality");
  return inside.length > 1 && coveredBy(places, own, inside) ? inside : [];
}

/** Whether parts of an area, which do not overlap, leave nothing of it out. */
function coveredBy(places: Places, own: Area, parts: readonly Area[]): boolean {
  const zones = parts.reduce((sum, { code }) => sum + places.baseAreas(code).length, 0);
  return zones === places.baseAreas(own.code).length;
}

function without(places: Places, own: Area, partnership: Area | null, localities: readonly Area[]): string | null {
  if (localities.length > 0 || own.level === "locality") return null;
  if (isCustom(places, own))
    return `${own.name} is an area of the analyst's own; it is not made up of whole localities that are known here.`;
  if (partnership) return withoutLocalities(places, partnership.code);
  return `Localities are set out in the profile of each partnership, not in that of ${article(own.level)}.`;
}

function article(level: string): string {
  return `${/^[aeiou]/.test(level) ? "an" : "a"} ${level.replaceAll("-", " ")}`;
}

function folderOf(places: Places, own: Area): string {
  const slug = own.address.replaceAll("/", "-");
  const meant = own.level === "locality" ? own : meantBy(places, own);
  return meant.code === own.code ? slug : `${slug}-${own.level}`;
}

/** What the area's address means. Where it may be several, such as Clackmannanshire, the area has the best claim to it. */
function meantBy(places: Places, own: Area): Area {
  try {
    return places.find(own.address);
  } catch (error) {
    if (error instanceof PopneedsError && error.code === "ambiguous-area") return own;
    throw error;
  }
}

function profileArea({ code, level, name, address }: Area): ProfileArea {
  return Object.freeze({ code, level, name, slug: address });
}
