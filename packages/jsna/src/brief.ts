import { PopneedsError } from "@popneeds/core";
import type { Indicator } from "@popneeds/indicators";
import type { Fact } from "./facts/fact.ts";
import type { FactQuery, FactStore } from "./facts/fact-store.ts";
import type { ProfilePlaces } from "./places-of-profile.ts";
import type { ProfileArea } from "./profile-area.ts";

/** What a section is a function of: the area, what it is compared with, the indicators and their facts. */
export interface Brief extends Pick<ProfilePlaces, "area" | "twins" | "comparators" | "localities" | "parts"> {
  /** All areas by code. */
  readonly areas: ReadonlyMap<string, ProfileArea>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly facts: FactStore;
}

/** The indicator of an id. */
export function indicatorOf(brief: Brief, id: string): Indicator {
  const found = brief.indicators.get(id);
  if (!found)
    throw new PopneedsError({
      code: "unknown-indicator",
      message: `unknown indicator "${id}"`,
      fix: `Known: ${[...brief.indicators.keys()].join(", ")}.`,
    });
  return found;
}

/** The area's own latest figure, under whichever of its codes it is published; `null` when there is none. */
export function ownFact(brief: Brief, query: Omit<FactQuery, "area">): Fact | null {
  for (const { code } of brief.twins) {
    const found = brief.facts.latest({ ...query, area: code });
    if (found) return found;
  }
  return null;
}

/** The area's own figures through time. */
export function ownSeries(brief: Brief, query: Omit<FactQuery, "area">): readonly Fact[] {
  for (const { code } of brief.twins) {
    const found = brief.facts.series({ ...query, area: code }).filter((fact) => fact.value !== null);
    if (found.length > 0) return found;
  }
  return [];
}

/** The widest area at hand, for what is published for the whole country only: the last comparator, or the area itself. */
export function widestArea({ area, comparators }: Brief): ProfileArea {
  return comparators.at(-1) ?? area;
}

/** How a sentence names an area: NHS boards and regions by name, "Scotland" as it is. */
export function nameOf(brief: Brief, fact: Fact): string {
  return brief.areas.get(fact.area)?.name ?? fact.area;
}
