import { type Counts, type Keys, type MeasureColumn, PopneedsError, type Table } from "@popneeds/core";

/** The one measure of a table of deaths, with its name; refuses several and none. */
export function onlyCount(caller: string, { measures }: Table<Keys, Counts>): readonly [string, MeasureColumn] {
  const [first, ...others] = Object.entries<MeasureColumn>(measures);
  if (!first || others.length > 0)
    throw new PopneedsError({
      code: "one-measure",
      message: `${caller}: deaths must be the only measure; found ${Object.keys(measures).join(", ") || "none"}`,
      fix: 'Keep one with only(table, "deaths").',
    });
  return first;
}
