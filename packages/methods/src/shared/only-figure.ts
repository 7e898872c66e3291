import { type MeasureColumn, type Measures, PopneedsError, type Table } from "@popneeds/core";

/** The measure that a table is about: `value` where there is one, else the only one. */
export function onlyFigure(
  caller: string,
  table: Table<Readonly<Record<string, never>>, Measures> | Table,
): MeasureColumn {
  const measures = table.measures as Readonly<Record<string, MeasureColumn>>;
  const names = Object.keys(measures);
  const found = measures["value"] ?? (names.length === 1 ? measures[names[0]!] : undefined);
  if (!found)
    throw new PopneedsError({
      code: "one-measure",
      message: `${caller}: the table must have one measure, or one called value; found ${names.join(", ") || "none"}`,
      fix: 'Keep one with only(table, "people").',
    });
  return found;
}
