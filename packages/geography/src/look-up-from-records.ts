import { fromSource, type LookUp, PopneedsError } from "@popneeds/core";
import type { Records } from "@popneeds/ingest";

export interface LookUpColumns {
  /** The column of the smaller areas. */
  readonly child: string;
  /** The column of the areas that they lie in. */
  readonly parent: string;
  /** The level of the parents. */
  readonly level: string;
  /** The edition, where the file's own says too little. */
  readonly edition?: string;
}

/**
 * The look-up that two columns of a file hold.
 *
 * Where an area lies says nothing about how firm a count is, so the look-up's evidence is the firmest: what was observed
 * stays observed when it is rolled up.
 *
 * @throws PopneedsError `duplicate-key` when a smaller area stands in two rows
 */
export function lookUpFromRecords(
  { rows, source }: Pick<Records, "rows" | "source">,
  { child, parent, level, edition = source.edition }: LookUpColumns,
): LookUp {
  const parents = new Map<string, string>();
  const again: string[] = [];
  for (const row of rows) {
    if (parents.has(row[child]!)) again.push(`${row[child]}  ${parents.get(row[child]!)}  ${row[parent]}`);
    parents.set(row[child]!, row[parent]!);
  }
  if (again.length > 0)
    throw new PopneedsError({
      code: "duplicate-key",
      message: `${source.file}: each ${child} lies in one ${level}; ${again.length} stand in two rows:`,
      where: again,
      fix: "Keep one row for each.",
    });
  return Object.freeze({
    level,
    parents,
    edition,
    provenance: Object.freeze({ ...fromSource(source), evidence: "observed" }),
  });
}
