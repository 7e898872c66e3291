import type { KeyColumn } from "@popneeds/core";
import type { Places } from "@popneeds/geography";
import { areaKind } from "@popneeds/ingest";
import { formerCodesOf } from "./former-codes-of.ts";
import type { AreaCodes } from "./quality.ts";
import { levelsOf } from "./totals/totals-across.ts";

/**
 * What the codes of areas in a column are, whether codes of several editions stand in one level, and which codes a geography does not know.
 *
 * Zones of several editions are known by their codes; of other areas a geography knows which codes were in force on what days.
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
  const changed = places ? formerCodesOf(codes, places) : { mixed: [], former: [] };
  const unknown = places ? unknownTo(codes, places) : [];
  return {
    table: name,
    kinds: listed.map(({ kind, edition, codes: times }) => ({
      kind: edition ? `${kind} of ${edition}` : kind,
      codes: times,
    })),
    mixed: [...(editions.length > 0 ? [editions.join(" beside ")] : []), ...changed.mixed],
    former: changed.former,
    unknown: { times: unknown.length, first: unknown.slice(0, 3) },
  };
}

function unknownTo(codes: readonly string[], places: Places): readonly string[] {
  const levels = levelsOf(places);
  const former = new Set((places.parts.formerCodes ?? []).map(({ code }) => code));
  return codes.filter((code) => !levels.has(code) && !former.has(code));
}
