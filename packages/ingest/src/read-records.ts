import { headerFault, quoted } from "./header-fault.ts";
import { parseCsv } from "./parse-csv.ts";
import { type About, refuseErrors, sourceOf } from "./read-csv.ts";
import { readFileText } from "./read-file-text.ts";
import type { Records } from "./records.ts";

/**
 * Reads the rows of a CSV file as text, for look-ups. Codes stay as they are written.
 *
 * @param file    path of a CSV file, plain or gzip
 * @param columns headers that must be there
 * @throws PopneedsError `missing-column`, `duplicate-column`, `wrong-number-of-cells`, and when the file cannot be read at all
 */
export async function readRecords(file: string, columns: readonly string[], about: About = {}): Promise<Records> {
  const name = about.name ?? file;
  const { text, sha256 } = await readFileText(file, { name, ...(about.encoding ? { encoding: about.encoding } : {}) });
  return recordsOf(text, columns, sourceOf(name, sha256, about));
}

/** The rows of a CSV text that was already read. */
export function recordsOf(text: string, columns: readonly string[], source: Records["source"]): Records {
  const csv = parseCsv(text, source.file);
  refuseHeader(csv.header, columns, source.file);
  refuseErrors({ issues: csv.issues });
  return {
    rows: csv.rows.map((row) => Object.fromEntries(csv.header.map((column, i) => [column, row[i]!.trim()]))),
    source,
    issues: csv.issues,
  };
}

function refuseHeader(header: readonly string[], columns: readonly string[], file: string): void {
  const lacking = columns.filter((column) => !header.includes(column));
  const twice = columns.filter((column) => header.indexOf(column) !== header.lastIndexOf(column));
  if (lacking.length === 0 && twice.length === 0) return;
  const [code, message, fix] =
    lacking.length > 0
      ? ([
          "missing-column",
          `missing ${lacking.length === 1 ? "column" : "columns"} ${quoted(lacking)}; found ${quoted(header)}`,
          "Use a file with these columns, or give the column its expected header.",
        ] as const)
      : (["duplicate-column", `two columns are headed ${quoted(twice)}`, "Give each column its own header."] as const);
  throw headerFault(code, message, fix, file);
}
