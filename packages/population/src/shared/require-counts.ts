import { addsUp, type MeasureColumn, PopneedsError, type Table } from "@popneeds/core";

/** Refuses measures that do not add up; for callers whom no compiler has told. */
export function requireCounts(table: Pick<Table, "measures">, verb: string): void {
  for (const [name, { kind }] of Object.entries<MeasureColumn>(table.measures))
    if (!addsUp(kind))
      throw new PopneedsError({
        code: "not-additive",
        message: `${verb}: only counts add up; "${name}" is a ${kind}`,
        fix: "Work on events and people first, then compute the rate.",
      });
}

/** The only measure of a table of counts. */
export function onlyCount(table: Pick<Table, "measures">, verb: string): readonly [string, MeasureColumn] {
  requireCounts(table, verb);
  const measures = Object.entries<MeasureColumn>(table.measures);
  if (measures.length !== 1)
    throw new PopneedsError({
      code: "one-measure",
      message: `${verb}: the table must have one count, of people; found ${measures.map(([name]) => name).join(", ") || "none"}`,
      fix: 'Keep one with only(table, "people").',
    });
  return measures[0]!;
}
