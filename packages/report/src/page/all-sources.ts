import type { Source } from "@popneeds/core";
import type { Profile } from "@popneeds/jsna";
import { sourcesOfFacts } from "../fact-tables.ts";
import { byId } from "../output-table.ts";

/** Every source of a profile, each once, in the order of their ids; the page numbers them in this order, from 1. */
export function allSources(profile: Profile): readonly Source[] {
  const before = known.get(profile);
  if (before) return before;
  const all = [...profile.sources, ...sourcesOfFacts(profile.facts)];
  const sources = [...new Map(all.map((source) => [source.id, source])).values()].sort(byId);
  known.set(profile, sources);
  return sources;
}

const known = new WeakMap<Profile, readonly Source[]>();
