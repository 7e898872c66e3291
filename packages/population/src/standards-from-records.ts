import { fromSource, noSource, type Source } from "@popneeds/core";
import { createStandard } from "./create-standard.ts";
import type { Standard } from "./standard.ts";

/** Rows of text with the weights of one standard or more, and the file that they were read from, if any. */
export interface StandardRecords {
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly source?: Source;
}

/**
 * Standard populations from rows with `standard`, `age_from`, `age_to` and `weight`, by id: for a standard that you have a copy of
 * and that may not be shipped, such as those of WHO or GBD.
 *
 * @param records `standard`: an id; `age_to`: the first age above the band, blank in the open band; `weight`: 0 or more, on any
 * scale
 * @param options `names`: how steps and captions print each standard; default its id
 * @throws PopneedsError `invalid-standard` when the bands of a standard leave a gap or overlap, or a weight is no number
 *
 * @example
 * standardsFromRecords(await readRecords("who.csv", ["standard", "age_from", "age_to", "weight"])).get("who-2000-2025")
 */
export function standardsFromRecords(
  { rows, source }: StandardRecords,
  { names = {} }: { readonly names?: Readonly<Record<string, string>> } = {},
): ReadonlyMap<string, Standard> {
  const provenance = source ? Object.freeze({ ...fromSource(source), evidence: "observed" as const }) : noSource;
  return new Map(
    [...new Set(rows.map((row) => row["standard"]!))].map((id) => [
      id,
      createStandard({
        id,
        name: names[id] ?? id,
        source: source ? `${source.title}. ${source.publisher}` : "given by the analyst",
        rows: rows
          .filter((row) => row["standard"] === id)
          .map((row) => [
            number(row["age_from"]!),
            row["age_to"] === "" ? Number.POSITIVE_INFINITY : number(row["age_to"]!),
            number(row["weight"]!),
          ]),
        provenance,
      }),
    ]),
  );
}

function number(text: string): number {
  return text === "" ? Number.NaN : Number(text);
}
