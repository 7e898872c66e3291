import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";

export const FOLDER = fileURLToPath(new URL("..", import.meta.url));

/** A shipped table by its name, as rows of text. */
export function readTable(name: string): Record<string, string>[] {
  return parse(readFileSync(`${FOLDER}data/${name}.csv`), { columns: true });
}

/** People of a row that has a column for each year of age. */
export function peopleOf(row: Record<string, string>): number {
  return Array.from({ length: 90 }, (_, age) => Number(row[age])).reduce((a, b) => a + b, Number(row["90+"]));
}

/** Sums of people by what `keyOf` gives. */
export function sumBy(
  rows: readonly Record<string, string>[],
  keyOf: (row: Record<string, string>) => string | undefined,
  numberOf: (row: Record<string, string>) => number = peopleOf,
): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== undefined) sums[key] = (sums[key] ?? 0) + numberOf(row);
  }
  return sums;
}
