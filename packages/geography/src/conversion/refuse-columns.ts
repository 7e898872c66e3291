import { PopneedsError } from "@popneeds/core";
import type { Records } from "@popneeds/ingest";

/** Refuses rows that lack a column, and no rows at all. */
export function refuseColumns(rows: Records["rows"], columns: readonly string[], file: string): void {
  const [first] = rows;
  if (first === undefined)
    throw new PopneedsError({ code: "no-rows", message: `${file}: holds no rows`, fix: "Give pairs of areas." });
  const lacking = columns.filter((column) => !Object.hasOwn(first, column));
  if (lacking.length > 0)
    throw new PopneedsError({
      code: "missing-column",
      message: `${file}: missing column ${lacking.map((column) => `"${column}"`).join(", ")}; found ${Object.keys(first)
        .map((column) => `"${column}"`)
        .join(", ")}`,
      fix: "Name the columns as the file does.",
    });
}
