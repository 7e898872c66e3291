import type { Setting } from "./setting.ts";

const always = ["locality", "partnership", "council", "board", "region", "country"] as const;

/** The levels that small areas are rolled up to: those of every profile, and those of the areas wanted, such as `custom`. */
export function rolledUpLevels(setting: Pick<Setting, "places" | "areas">): readonly string[] {
  return [...always, ...furtherLevels(setting)];
}

/** The levels of areas wanted that are not those of every profile. */
export function furtherLevels({ places, areas }: Pick<Setting, "places" | "areas">): readonly string[] {
  const further = new Set([...areas].map((code) => places.area(code).level));
  return places.levels.filter((level) => further.has(level) && !always.some((one) => one === level));
}
