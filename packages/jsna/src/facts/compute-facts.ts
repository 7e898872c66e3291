import { fromInputs, fromSource, type Issue, type Provenance } from "@popneeds/core";
import type { Places } from "@popneeds/geography";
import type { Indicator, Input, Setting } from "@popneeds/indicators";
import type { DataFolder } from "@popneeds/ingest";
import type { ProfilePlaces } from "../places-of-profile.ts";
import { factOf } from "./fact-of.ts";
import { type FactStore, factStore } from "./fact-store.ts";

export interface Computed {
  readonly facts: FactStore;
  /** What was read to compute them, each once. */
  readonly tables: readonly unknown[];
  readonly issues: readonly Issue[];
}

/**
 * Computes every indicator for the areas of a profile.
 *
 * Each table is read once. A row names its area by the list of areas, so that list is among every row's sources.
 */
export async function computeFacts(
  data: DataFolder,
  places: Places,
  { wanted, partnership }: ProfilePlaces,
  catalogue: readonly Indicator[],
): Promise<Computed> {
  const setting: Setting = Object.freeze({ places, areas: wanted, partnership });
  const names = fromSource((await data.records("geography-areas", ["code", "name"])).source, "named the area");
  const named = namedBy(names);
  const load = loader(data);
  const facts = factStore();
  const tablesRead = new Set<unknown>();
  const issues: Issue[] = [];
  for (const indicator of catalogue) {
    const entries = Object.entries(indicator.inputs).map(async ([key, input]) => [key, await load(input)] as const);
    const tables = Object.fromEntries(await Promise.all(entries));
    const present = Object.values(tables).filter((table) => table !== null);
    for (const table of present) tablesRead.add(table);
    for (const table of present) issues.push(...((table as { issues?: readonly Issue[] }).issues ?? []));
    for (const estimate of indicator.compute(tables, setting))
      facts.add(factOf(indicator, { ...estimate, provenance: named(estimate.provenance) }));
  }
  return { facts, tables: [...tablesRead], issues: distinct(issues) };
}

function loader(data: DataFolder): (input: Input) => Promise<unknown> {
  const loading = new Map<string, Promise<unknown>>();
  return (input) => {
    let found = loading.get(input.name);
    if (!found) {
      found = input.load(data);
      loading.set(input.name, found);
    }
    return found;
  };
}

function namedBy(names: Provenance): (provenance: Provenance) => Provenance {
  const known = new Map<Provenance, Provenance>();
  return (provenance) => {
    let found = known.get(provenance);
    if (!found) {
      found = { ...fromInputs([provenance, names]), evidence: provenance.evidence };
      known.set(provenance, found);
    }
    return found;
  };
}

function distinct(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((issue) => [`${issue.code} ${issue.file} ${issue.message}`, issue])).values()];
}
