import { parse } from "csv-parse/sync";
import type { RawFile } from "./raw-file.ts";

/**
 * The cells of the first line of a CSV text that has any, trimmed, for recognising a format by its header; none of other files.
 */
export function headerOf({ kind, head }: RawFile, delimiter = ","): readonly string[] {
  if (kind !== "text") return [];
  const line = head.find((text) => text.trim() !== "") ?? "";
  const records = parse(line, { delimiter, relax_quotes: true, relax_column_count: true }) as string[][];
  return (records[0] ?? []).map((cell) => cell.trim());
}
