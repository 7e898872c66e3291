import type { Fact, IndicatorWords, Profile, ProfileArea } from "@popneeds/jsna";

/** Every area that a profile names, by its code. */
export function areasOf(profile: Profile): ReadonlyMap<string, ProfileArea> {
  const areas = [...profile.areas, ...profile.comparators, ...profile.localities, profile.area];
  return new Map(areas.map((area) => [area.code, area]));
}

/** Every indicator's words, by its id. */
export function indicatorsOf(profile: Profile): ReadonlyMap<string, IndicatorWords> {
  return new Map(profile.indicators.map((words) => [words.id, words]));
}

/** What a fact is of, apart from its area: `Deaths, 2019-2023, females, aged 65+, heart disease`. */
export function describeMeasure(profile: Profile, fact: Fact): string {
  return [indicatorsOf(profile).get(fact.indicator)?.title ?? fact.indicator, ...qualifiers(fact)].join(", ");
}

/** What a fact is of, and where. */
export function describeFact(profile: Profile, fact: Fact): string {
  const title = indicatorsOf(profile).get(fact.indicator)?.title ?? fact.indicator;
  return [title, areasOf(profile).get(fact.area)?.name ?? fact.area, ...qualifiers(fact)].join(", ");
}

/** When, whom and what else: what tells the facts of one indicator and area apart. */
export function qualifiers({
  period,
  sex,
  age,
  category,
}: Pick<Fact, "period" | "sex" | "age" | "category">): string[] {
  return [period, sex === "all" ? "" : `${sex}s`, age === "all" ? "" : `ages ${age}`, category].filter(Boolean);
}
