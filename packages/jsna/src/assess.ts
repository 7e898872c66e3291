import { type Issue, type Source, sourcesOf } from "@popneeds/core";
import { loadPlaces, type Places } from "@popneeds/geography";
import { catalogue, type Indicator } from "@popneeds/indicators";
import type { DataFolder } from "@popneeds/ingest";
import type { Brief } from "./brief.ts";
import { dataQualityOf } from "./data-quality.ts";
import { computeFacts } from "./facts/compute-facts.ts";
import type { Fact } from "./facts/fact.ts";
import { gapsOf } from "./gaps.ts";
import { localityParts } from "./locality-parts.ts";
import { placesOfProfile } from "./places-of-profile.ts";
import type { IndicatorWords, Profile } from "./profile.ts";
import type { ProfileArea } from "./profile-area.ts";
import { sectionsOf } from "./sections/sections.ts";
import { summaryOf } from "./summary.ts";

export interface AssessOptions {
  /** Look among the areas of this level only: where one name is a partnership, a council and a board. */
  readonly level?: string;
  /** The geography, if it is not the one in the data folder: with a user's localities, or another edition of regions. */
  readonly places?: Places;
  /** Called before each stage, with what it is in words. */
  readonly progress?: (stage: string) => void;
}

/** A profile, and the name of the folder it belongs in. */
export interface Assessed {
  readonly profile: Profile;
  readonly folder: string;
}

/**
 * Makes the needs assessment of an area from a folder of data.
 *
 * @param data a folder opened with `openData`
 * @param area code, name, alias or address; where one name is a partnership, a council and a board, the partnership
 * @throws PopneedsError `unknown-area`, `ambiguous-area`; those of reading when a file has a fault
 */
export async function assess(data: DataFolder, area: string, options: AssessOptions = {}): Promise<Assessed> {
  const { level, progress = () => {} } = options;
  progress("reading the geography");
  const places = options.places ?? (await loadPlaces(data));
  const where = placesOfProfile(places, places.find(area, { level }));
  progress(`computing ${catalogue.length} indicators for ${where.area.name}`);
  const { facts, tables, issues } = await computeFacts(data, places, where, catalogue);
  const brief: Brief = {
    ...where,
    areas: namesOf(places, where.wanted),
    indicators: new Map(catalogue.map((indicator) => [indicator.id, indicator])),
    facts,
  };
  progress("writing what was found");
  const summary = summaryOf(brief);
  const sections = sectionsOf(brief);
  const parts = localityParts(brief);
  const all = facts.all();
  const sources = sourcesOfFacts(all);
  const profile: Profile = Object.freeze({
    area: where.area,
    twins: where.twins,
    comparators: where.comparators,
    localities: where.localities,
    withoutLocalities: where.withoutLocalities,
    summary,
    sections,
    localityParts: parts,
    gaps: gapsOf(brief, catalogue, where.withoutLocalities),
    facts: all,
    areas: [...brief.areas.values()],
    indicators: catalogue.map(wordsOf),
    sources,
    dataQuality: dataQualityOf(tables, places, new Set(sources.map(({ id }) => id))),
    issues: worthSaying([...places.issues, ...issues, ...data.warnings()]),
  });
  return { profile, folder: where.folder };
}

function namesOf(places: Places, wanted: ReadonlySet<string>): ReadonlyMap<string, ProfileArea> {
  return new Map(
    [...wanted].map((code) => {
      const { level, name, address } = places.area(code);
      return [code, Object.freeze({ code, level, name, slug: address })];
    }),
  );
}

function wordsOf({ id, title, domain, meaning, unit, better, caveats }: Indicator): IndicatorWords {
  return { id, title, domain, meaning, unit, better, caveats };
}

function sourcesOfFacts(facts: readonly Fact[]): readonly Source[] {
  const found = new Map<string, Source>();
  for (const provenance of new Set(facts.map((fact) => fact.provenance)))
    for (const source of sourcesOf(provenance)) found.set(source.id, source);
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function worthSaying(issues: readonly Issue[]): readonly Issue[] {
  const told = issues.filter(({ severity }) => severity !== "note");
  return [
    ...new Map(told.map((issue) => [`${issue.code} ${issue.file} ${issue.line} ${issue.message}`, issue])).values(),
  ];
}
