import { PopneedsError } from "@popneeds/core";
import { type Area, localitiesOf, type Places, withoutLocalities } from "@popneeds/geography";
import type { ProfileArea } from "./profile.ts";

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
  const twins = ["partnership", "council", "board"]
    .filter((level) => level !== own.level)
    .flatMap((level) => places.areasAt(level))
    .filter((area) => places.coterminous(area.code, own.code));
  const partnership =
    own.level === "partnership"
      ? own
      : (twins.find(({ level }) => level === "partnership") ??
        (own.level === "locality" ? places.parent(own.code, "partnership") : null));
  const siblings = partnership ? localitiesOf(places, partnership.code) : [];
  const localities = own.level === "locality" ? [] : siblings;
  const comparators = places.comparators(own.code);
  const councils = own.level === "partnership" ? places.children(own.code, "council") : [];
  const parts = councils.length > 1 ? councils : [];
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

function without(places: Places, own: Area, partnership: Area | null, localities: readonly Area[]): string | null {
  if (localities.length > 0 || own.level === "locality") return null;
  if (partnership) return withoutLocalities(places, partnership.code);
  return `Localities are set out in the profile of each partnership, not in that of a ${own.level}.`;
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
