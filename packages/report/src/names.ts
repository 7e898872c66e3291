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

/** What a fact is of, apart from its area: `Deaths, 2019-2023, females, ages 65+, heart disease`. */
export function describeMeasure(profile: Profile, fact: Fact): string {
  const title = indicatorsOf(profile).get(fact.indicator)?.title ?? fact.indicator;
  return [title, ...qualifiers(profile, title, fact)].join(", ");
}

/** What a fact is of, and where. */
export function describeFact(profile: Profile, fact: Fact): string {
  const title = indicatorsOf(profile).get(fact.indicator)?.title ?? fact.indicator;
  return [title, areasOf(profile).get(fact.area)?.name ?? fact.area, ...qualifiers(profile, title, fact)].join(", ");
}

/** When, whom and what else, as far as the title does not say it already. */
function qualifiers(profile: Profile, title: string, { period, sex, age, category }: Fact): readonly string[] {
  const said = [
    title.includes(period) ? "" : period,
    sex === "all" ? "" : `${sex}s`,
    age === "all" || / aged /.test(title) ? "" : `ages ${age}`,
    inWords(profile, category),
  ];
  return said.filter(Boolean);
}

/** A category as words: `difference-from-S92000003` becomes `difference from Scotland`. */
function inWords(profile: Profile, category: string): string {
  const areas = areasOf(profile);
  return category
    .replace(/^difference-from-/, "difference from ")
    .replace(/[A-Z]\d{8}/g, (code) => areas.get(code)?.name ?? code);
}
