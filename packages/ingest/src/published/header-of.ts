import { CsvError, parse } from "csv-parse/sync";
import type { RawFile } from "./raw-file.ts";

/**
 * The cells of the first record of a CSV text that has any text, trimmed, for recognising a format by its header; none of other
 * files, and of a text that does not begin with a record.
 */
export function headerOf({ kind, head }: RawFile, delimiter = ","): readonly string[] {
  if (kind !== "text") return [];
  const first = head.findIndex((text) => text.trim() !== "");
  try {
    const options = { delimiter, to: 1, relax_quotes: true, relax_column_count: true };
    const [record = []] = parse(head.slice(first).join("\n"), options) as string[][];
    return record.map((cell) => cell.trim());
  } catch (cause) {
    if (cause instanceof CsvError) return [];
    throw cause;
  }
}
