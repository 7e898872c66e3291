import { fromInputs, type LookUp, PopneedsError, type Provenance } from "@popneeds/core";
import type { Link, PlacesParts } from "./places-parts.ts";

/**
 * The look-up from one level to another, through as few links as there are.
 *
 * @param parents where the parents are already known because they were found through the base areas; then the links only
 * say which editions and sources they rest on
 * @throws PopneedsError `no-path` when no links lead from the base to the level
 */
export function composeLookUps(
  { levels, areas, links }: PlacesParts,
  from: string,
  to: string,
  parents?: ReadonlyMap<string, string>,
): LookUp {
  const base = levels[0]!;
  const used = parents ? [...path(links, base, from), ...path(links, base, to)] : path(links, base, to);
  const distinct = [...new Set(used.map(({ lookUp }) => lookUp))];
  return Object.freeze({
    level: to,
    parents:
      parents ??
      composed(
        areas.filter((area) => area.level === base).map(({ code }) => code),
        used,
      ),
    edition: [...new Set(distinct.map(({ edition }) => edition))].join("; ") || "codes as they stand",
    provenance: merged(distinct.map(({ provenance }) => provenance)),
  });
}

function composed(codes: readonly string[], links: readonly Link[]): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  for (const code of codes) {
    let at: string | undefined = code;
    for (const { lookUp } of links) at = at === undefined ? undefined : lookUp.parents.get(at);
    if (at !== undefined) parents.set(code, at);
  }
  return parents;
}

/** The files that the links were read from, each once. */
function merged(provenances: readonly Provenance[]): Provenance {
  const files = new Map(
    provenances.map((one) => [one.source ? `${one.source.id} ${one.source.sha256}` : one, one] as const),
  );
  return files.size === 1 ? [...files.values()][0]! : fromInputs([...files.values()]);
}

/** Fewest links from one level to another, breadth first. */
function path(links: readonly Link[], from: string, to: string): readonly Link[] {
  const ways = new Map<string, readonly Link[]>([[from, []]]);
  for (const [level, way] of ways) {
    if (level === to) return way;
    for (const link of links)
      if (link.from === level && !ways.has(link.lookUp.level)) ways.set(link.lookUp.level, [...way, link]);
  }
  throw new PopneedsError({
    code: "no-path",
    message: `no links lead from ${from} to ${to}`,
    fix: "Add a look-up that links the levels.",
  });
}
