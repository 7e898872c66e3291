import type { KeyColumn } from "@popneeds/core";
import type { Places } from "@popneeds/geography";
import { areaKind } from "@popneeds/ingest";
import type { AreaCodes } from "./quality.ts";
import { levelsOf } from "./totals/totals-across.ts";

/**
 * What the codes of areas in a column are, whether codes of several editions stand in one level, and which codes a geography does not know.
 *
 * A code that a geography knows as a former one of an area counts as of an earlier edition where codes in force stand beside it.
 */
export function areaCodesOf({ values }: KeyColumn, name: string, places: Places | null): AreaCodes {
  const codes = values as readonly string[];
  const kinds = new Map<string, { kind: string; edition: string | null; codes: number }>();
  for (const code of codes) {
    const of = areaKind(code) ?? { kind: "other codes", edition: null };
    const id = `${of.kind} ${of.edition}`;
    kinds.set(id, { ...of, codes: (kinds.get(id)?.codes ?? 0) + 1 });
  }
  const listed = [...kinds.values()].sort((a, b) => b.codes - a.codes);
  const editions = listed
    .filter(({ kind, edition }) => edition !== null && listed.filter((other) => other.kind === kind).length > 1)
    .map(({ kind, edition, codes: times }) => `${times.toLocaleString("en-GB")} ${kind} of ${edition}`);
  const former = places ? formerAmongCurrent(codes, places) : [];
  const unknown = places ? unknownTo(codes, places) : [];
  return {
    table: name,
    kinds: listed.map(({ kind, edition, codes: times }) => ({
      kind: edition ? `${kind} of ${edition}` : kind,
      codes: times,
    })),
    mixed: [...(editions.length > 0 ? [editions.join(" beside ")] : []), ...former],
    unknown: { times: unknown.length, first: unknown.slice(0, 3) },
  };
}

/** Former codes beside codes in force of the same level. */
function formerAmongCurrent(codes: readonly string[], places: Places): readonly string[] {
  const levels = levelsOf(places);
  const current = new Map<string, string>();
  for (const { code, current: now } of places.parts.formerCodes ?? []) if (code !== now) current.set(code, now);
  const former = codes.filter((code) => !levels.has(code) && current.has(code));
  const byLevel = new Map<string, string[]>();
  for (const code of former) {
    const level = levels.get(current.get(code)!);
    if (level !== undefined) byLevel.set(level, [...(byLevel.get(level) ?? []), code]);
  }
  return [...byLevel].flatMap(([level, old]) => {
    const inForce = codes.filter((code) => levels.get(code) === level).length;
    if (inForce === 0) return [];
    const first = old.slice(0, 3).map((code) => `${code}, now ${current.get(code)}`);
    return [
      `${level}: ${old.length} ${old.length === 1 ? "code" : "codes"} of an earlier edition (${first.join("; ")}${old.length > 3 ? " …" : ""}) beside ${inForce} in force`,
    ];
  });
}

function unknownTo(codes: readonly string[], places: Places): readonly string[] {
  const levels = levelsOf(places);
  const former = new Set((places.parts.formerCodes ?? []).map(({ code }) => code));
  return codes.filter((code) => !levels.has(code) && !former.has(code));
}
