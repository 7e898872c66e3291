import { PopneedsError } from "@popneeds/core";
import type { Records } from "./data-folder.ts";
import { parseCsv } from "./parse-csv.ts";
import { type About, refuseErrors, sourceOf } from "./read-csv.ts";
import { readFileText } from "./read-file-text.ts";

/**
 * Reads the rows of a CSV file as text, for look-ups. Codes stay as they are written.
 *
 * @param file    path of a CSV file, plain or gzip
 * @param columns headers that must be there
 * @throws PopneedsError `missing-column`, `wrong-number-of-cells`, and when the file cannot be read at all
 */
export async function readRecords(file: string, columns: readonly string[], about: About = {}): Promise<Records> {
  const name = about.name ?? file;
  const { text, sha256 } = await readFileText(file, { name, ...(about.encoding ? { encoding: about.encoding } : {}) });
  return recordsOf(text, columns, sourceOf(name, sha256, about));
}

/** The rows of a CSV text that was already read. */
export function recordsOf(text: string, columns: readonly string[], source: Records["source"]): Records {
  const csv = parseCsv(text, source.file);
  const lacking = columns.filter((column) => !csv.header.includes(column));
  if (lacking.length > 0)
    throw new PopneedsError({
      code: "missing-column",
      message: `${source.file}, line 1: missing column ${lacking.map((column) => `"${column}"`).join(", ")}; found ${csv.header.map((column) => `"${column}"`).join(", ")}`,
      fix: "Use a file with these columns, or give the column its expected header.",
    });
  refuseErrors({ issues: csv.issues });
  return {
    rows: csv.rows.map((row) => Object.fromEntries(csv.header.map((column, i) => [column, row[i]!.trim()]))),
    source,
    issues: csv.issues,
  };
}
