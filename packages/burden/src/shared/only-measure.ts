import { type MeasureColumn, PopneedsError, type Table } from "@popneeds/core";

/** The one measure of a table; refuses several and none. */
export function onlyMeasure(caller: string, { measures }: Pick<Table, "measures">, what: string): MeasureColumn {
  const [first, ...others] = Object.entries<MeasureColumn>(measures);
  if (!first || others.length > 0)
    throw new PopneedsError({
      code: "one-measure",
      message: `${caller}: ${what} must be the only measure; found ${Object.keys(measures).join(", ") || "none"}`,
      fix: "Keep one with only(table, …).",
    });
  return first[1];
}
