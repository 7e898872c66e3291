import { fromSource, type Provenance } from "@popneeds/core";
import type { Indicator } from "@popneeds/indicators";
import type { Brief } from "../src/brief.ts";
import { type Fact, factId, factStore, type ProfileArea } from "../src/index.ts";

export const provenance: Provenance = fromSource(
  {
    id: "made-up",
    title: "Made up",
    publisher: "nobody",
    edition: "for tests",
    licence: "none",
    file: "made-up.csv",
    sha256: "0".repeat(64),
    evidence: "observed",
  },
  "read 1 row",
);

/** A fact whose figures are made up; everything that is not said is that of a percentage of 2021. */
export function fact(of: Partial<Fact> = {}): Fact {
  const keys = { indicator: "ill", area: "here", period: "2021", sex: "all", age: "all", category: "", ...of } as const;
  return {
    id: factId(keys),
    level: "partnership",
    value: 10,
    lower: null,
    upper: null,
    unit: "%",
    per: 100,
    decimals: 1,
    counts: null,
    numerator: null,
    denominator: null,
    method: "made up",
    evidence: "observed",
    missing: null,
    provenance,
    ...keys,
  };
}

export const here: ProfileArea = { code: "here", level: "partnership", name: "Here", slug: "here" };
export const region: ProfileArea = { code: "region", level: "region", name: "Region", slug: "region" };
export const country: ProfileArea = { code: "country", level: "country", name: "Country", slug: "country" };
export const part: ProfileArea = { code: "part", level: "locality", name: "Part", slug: "here/part" };

/** An indicator of illness: a percentage, lower being better, unless it is said otherwise. */
export function ill(of: Partial<Indicator> = {}): Indicator {
  return {
    id: "ill",
    title: "People who are ill",
    domain: "Mental health",
    subject: "the share of people who are ill",
    meaning: "People who are ill, among all people.",
    unit: "%",
    counts: null,
    per: 100,
    better: "lower",
    certainty: "estimate",
    decimals: 1,
    caveats: [],
    inputs: {},
    compute: () => [],
    ...of,
  };
}

/** A brief about Here, compared with its region and country. */
export function briefOf(indicator: Indicator, ...facts: readonly Fact[]): Brief {
  const store = factStore();
  for (const one of facts) store.add(one);
  return {
    area: here,
    twins: [here],
    comparators: [region, country],
    localities: [part],
    areas: new Map([here, region, country, part].map((area) => [area.code, area])),
    indicators: new Map([[indicator.id, indicator]]),
    facts: store,
  } as unknown as Brief;
}
