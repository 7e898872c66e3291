import { namedCause } from "@popneeds/indicators";
import type { Brief } from "../../brief.ts";
import type { Fact } from "../../facts/fact.ts";
import type { FactQuery } from "../../facts/fact-store.ts";
import type { ProfileArea } from "../../profile-area.ts";

/** Ids of the indicators that the burden section rests on. */
export const burden = {
  lost: "years-of-life-lost",
  share: "share-of-years-of-life-lost",
  rank: "years-of-life-lost-rank",
  byAge: "years-of-life-lost-by-age",
  change: "change-in-years-of-life-lost",
  gap: "life-expectancy-gap-between-sexes",
  longer: "life-expectancy-change",
  ahead: "expected-years-of-life-lost",
  changeAhead: "change-in-expected-years-of-life-lost",
  standStill: "reduction-to-stand-still",
  lived: "years-lived-with-disability",
  adjusted: "disability-adjusted-life-years",
} as const;

/** The latest figure of an area itself, under its own code. */
export function figureOf(brief: Brief, area: ProfileArea, query: Omit<FactQuery, "area">): Fact | null {
  return brief.facts.latest({ ...query, area: area.code });
}

/** Facts of an indicator and an area by category, in its latest period or the one asked for, where there is a figure. */
export function factsByCategory(
  brief: Brief,
  area: ProfileArea,
  { indicator, period }: { readonly indicator: string; readonly period?: string },
): readonly Fact[] {
  const found = brief.facts
    .of(indicator, area.code)
    .filter(({ value, category }) => value !== null && category !== "" && !category.includes("difference-from-"));
  const wanted = period ?? found.at(-1)?.period;
  return found.filter((fact) => fact.period === wanted);
}

/** The named causes of an area's latest period, those with the highest figure first; not the groups of what is left over. */
export function namedCauses(brief: Brief, area: ProfileArea, indicator: string = burden.lost): readonly Fact[] {
  return factsByCategory(brief, area, { indicator })
    .filter(({ category }) => namedCause(category))
    .sort((a, b) => b.value! - a.value!);
}
