import type { Evidence } from "@popneeds/core";
import { baseYear } from "@popneeds/indicators";
import type { Fact, FactStore, Profile, ProfileArea } from "@popneeds/jsna";

/** A figure for one horizon, with what it was made of. */
export interface Figure {
  readonly value: number;
  readonly rests: readonly Fact[];
  readonly evidence: Evidence;
  readonly method: string;
}

/** The latest fact of an area, under whichever of its codes it is published. */
export function factOf(
  facts: FactStore,
  profile: Profile,
  area: ProfileArea,
  indicator: string,
  age: string,
  period?: string,
): Fact | null {
  const codes = area.code === profile.area.code ? [area.code, ...twinsOf(profile)] : [area.code];
  for (const code of codes) {
    const found = facts.latest({ indicator, area: code, age, ...(period ? { period } : {}) });
    if (found) return found;
  }
  return null;
}

function twinsOf({ twins, area }: Profile): readonly string[] {
  return twins.map(({ code }) => code).filter((code) => code !== area.code);
}

/** How a band of ages is projected to grow from now; `null` where no projection reaches the area. */
export function growthTo(
  facts: FactStore,
  profile: Profile,
  area: ProfileArea,
  age: string,
  ahead: number,
): { factor: number; fact: Fact } | null {
  const fact = factOf(facts, profile, area, "projected-population-change", age, `${baseYear}-${baseYear + ahead}`);
  return fact?.value == null ? null : { factor: 1 + fact.value / 100, fact };
}

/** The partnership that the profile is of, or that holds the locality it is of. */
export function partnershipOf({ area, comparators }: Profile): ProfileArea | null {
  if (area.level === "locality") return comparators.find(({ level }) => level === "partnership") ?? null;
  return area;
}
