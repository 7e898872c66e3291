import { parseRecords } from "../parse-csv.ts";
import type { RawFile } from "./raw-file.ts";
import { type RawTable, type RawTableOptions, rawTable } from "./raw-table.ts";

/**
 * The table in a CSV text: a header and every row below it.
 *
 * @param options `delimiter`: default a comma; `header`, `end`: where the table stands, in files with banners and footers
 * @throws PopneedsError `unclosed-quote`, `stray-quote`
 */
export function csvTable(
  { text, name }: RawFile,
  { delimiter = ",", ...options }: RawTableOptions & { readonly delimiter?: string } = {},
): RawTable {
  const { records, lineOf } = parseRecords(text, name, { delimiter });
  return rawTable(records, name, options, lineOf);
}
