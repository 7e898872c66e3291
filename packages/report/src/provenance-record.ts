import type { Evidence, Provenance, Source } from "@popneeds/core";
import { fileName } from "./file-name.ts";
import { indicatorsOf } from "./names.ts";
import { byId } from "./output-table.ts";
import { type Released, refuseUnreleased } from "./released.ts";
import { sha256 } from "./sha256.ts";
import { slug } from "./slug.ts";

/** What `provenance.json` holds: where every row of every table comes from. */
export interface ProvenanceRecord {
  readonly sources: Readonly<Record<string, Source>>;
  readonly chains: Readonly<Record<string, Chain>>;
  readonly rows: Readonly<Record<string, RowOrigin>>;
}

/** One step of the way from files to figures; its inputs are chains too, each named once. */
export interface Chain {
  /** Id of the file read; `null` for what was computed from `inputs`. */
  readonly source: string | null;
  readonly inputs: readonly string[];
  readonly steps: readonly string[];
  readonly class: Evidence;
}

export interface RowOrigin {
  /** File name of the row's table, without `.csv`. */
  readonly table: string;
  readonly chain: string;
  readonly sources: readonly string[];
  /** The rows that a row of the planning table rests on. */
  readonly rests?: readonly string[];
}

/**
 * Where every row comes from, each chain once, in the order of ids. A chain is named by a hash of what it says, so that a
 * row's entry changes only when its own way changes.
 *
 * @throws PopneedsError `not-released`
 */
export function provenanceRecord(released: Released): ProvenanceRecord {
  refuseUnreleased(released, "provenanceRecord");
  const { profile, needs } = released;
  const sources = new Map<string, Source>();
  const chains = new Map<string, Chain>();
  const files = new Map<string, ReadonlySet<string>>();
  const known = new Map<Provenance, string>();

  const add = (chain: Chain): string => {
    const id = sha256(JSON.stringify(chain)).slice(0, 12);
    if (chains.has(id)) return id;
    chains.set(id, chain);
    files.set(
      id,
      new Set([...(chain.source ? [chain.source] : []), ...chain.inputs.flatMap((at) => [...files.get(at)!])]),
    );
    return id;
  };
  const chainOf = (provenance: Provenance): string => {
    const before = known.get(provenance);
    if (before) return before;
    const { source, inputs, steps, evidence } = provenance;
    if (source) sources.set(source.id, { ...source, file: fileName(source.file) });
    const id = add({ source: source?.id ?? null, inputs: inputs.map(chainOf), steps, class: evidence });
    known.set(provenance, id);
    return id;
  };

  const domains = indicatorsOf(profile);
  const rows = new Map<string, RowOrigin>();
  for (const fact of profile.facts) {
    const chain = chainOf(fact.provenance);
    const table = slug(domains.get(fact.indicator)!.domain);
    rows.set(fact.id, { table, chain, sources: [...files.get(chain)!].sort() });
  }
  for (const row of needs) {
    const inputs = [...new Set(row.rests.map(({ provenance }) => chainOf(provenance)))];
    const chain = add({ source: null, inputs, steps: [row.method], class: row.evidence });
    const rests = row.rests.map(({ id }) => id);
    rows.set(row.id, { table: "needs_summary", chain, sources: [...files.get(chain)!].sort(), rests });
  }
  for (const { id, provenance } of profile.dataQuality) {
    const chain = chainOf(provenance);
    rows.set(id, { table: "data-quality", chain, sources: [...files.get(chain)!].sort() });
  }
  for (const source of profile.sources)
    if (!sources.has(source.id)) sources.set(source.id, { ...source, file: fileName(source.file) });
  return { sources: inOrder(sources), chains: inOrder(chains), rows: inOrder(rows) };
}

/** `provenance.json`: one source, one chain, one row a line. */
export function provenanceJson(released: Released): string {
  const record = provenanceRecord(released);
  const part = (name: keyof ProvenanceRecord) => {
    const entries = Object.entries(record[name]).map(
      ([id, entry]) => `${JSON.stringify(id)}: ${JSON.stringify(entry)}`,
    );
    return `${JSON.stringify(name)}: {${entries.length > 0 ? `\n${entries.join(",\n")}\n` : ""}}`;
  };
  return `{\n${(["sources", "chains", "rows"] as const).map(part).join(",\n")}\n}\n`;
}

function inOrder<T>(entries: ReadonlyMap<string, T>): Readonly<Record<string, T>> {
  const sorted = [...entries].map(([id, entry]) => ({ id, entry })).sort(byId);
  return Object.fromEntries(sorted.map(({ id, entry }) => [id, entry]));
}
