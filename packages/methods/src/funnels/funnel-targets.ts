import { groupRows, type KeyColumn, PopneedsError, type Table } from "@popneeds/core";
import { type AreaCounts, leftOut } from "../shared/area-counts.ts";

/** Finds the row of an area that has the same keys as another row, area and level aside. */
export function rowOfArea(caller: string, table: Table, area: string): (row: number) => number | undefined {
  const { codes, values } = table.keys["area"]!;
  const code = values.indexOf(area);
  if (code === -1)
    throw new PopneedsError({
      code: "unknown-area",
      message: `${caller}: the table has no area "${area}"; it has ${values.slice(0, 3).join(", ")}${values.length > 3 ? ` and ${values.length - 3} more` : ""}`,
      fix: "Name an area of the table; roll the counts up to its level first.",
    });
  const names = Object.keys(table.keys).filter((name) => name !== "area" && name !== "level");
  const { group } = groupRows(
    names.map((name) => table.keys[name] as KeyColumn),
    table.length,
  );
  const rowOf = new Map<number, number>();
  for (let i = 0; i < table.length; i++) if (codes[i] === code) rowOf.set(group[i]!, i);
  return (row) => rowOf.get(group[row]!);
}

/** The value of some rows together, by the counts of those that are known. */
export function valueTogether(
  counts: readonly AreaCounts[],
  rows: readonly number[],
  valueAmong: (events: number, size: number) => number,
): number {
  let events = 0;
  let size = 0;
  for (const i of rows) {
    if (leftOut(counts[i]!) !== null) continue;
    events += counts[i]!.observed as number;
    size += counts[i]!.size as number;
  }
  return valueAmong(events, size);
}
