import { CsvError, parse } from "csv-parse/sync";
import type { RawFile } from "./raw-file.ts";

/** What was found in a file before: every reader asks. */
const headers = new WeakMap<RawFile, Map<string, readonly string[]>>();

/**
 * The cells of the first record of a CSV text that has any text, trimmed, for recognising a format by its header; none of other
 * files, of JSON, and of a text that does not begin with a record.
 */
export function headerOf(file: RawFile, delimiter = ","): readonly string[] {
  const known = headers.get(file) ?? new Map<string, readonly string[]>();
  headers.set(file, known);
  const found = known.get(delimiter) ?? firstRecord(file, delimiter);
  known.set(delimiter, found);
  return found;
}

function firstRecord({ kind, head }: RawFile, delimiter: string): readonly string[] {
  const first = head.findIndex((text) => text.trim() !== "");
  if (kind !== "text" || first === -1 || /^\s*[{[<]/.test(head[first]!)) return [];
  try {
    const options = { delimiter, to: 1, relax_quotes: true, relax_column_count: true };
    const [record = []] = parse(head.slice(first).join("\n"), options) as string[][];
    return record.map((cell) => cell.trim());
  } catch (cause) {
    if (cause instanceof CsvError) return [];
    throw cause;
  }
}
