import { PopneedsError } from "@popneeds/core";
import { type About, parseCsv, type Records, readFileText, refuseErrors, sourceOf } from "@popneeds/ingest";

/**
 * Reads a look-up of one's own from a CSV file with the columns `data_zone`, `locality` and, if wanted, `name`.
 *
 * @param path  path of the file
 * @param about what is known of it: give `edition`, which every step that uses it prints
 * @throws PopneedsError `missing-column` when a column is lacking, and what reading a file throws
 *
 * @example
 * const own = withLocalities(places, await readLocalities("localities.csv", { edition: "redrawn in 2024" }));
 */
export async function readLocalities(path: string, about: About = {}): Promise<Pick<Records, "rows" | "source">> {
  const name = about.name ?? path;
  const { encoding } = about;
  const { text, sha256 } = await readFileText(path, { name, ...(encoding ? { encoding } : {}) });
  const csv = parseCsv(text, name, about.delimiter ? { delimiter: about.delimiter } : {});
  refuseErrors({ issues: csv.issues });
  const lacking = ["data_zone", "locality"].filter((column) => !csv.header.includes(column));
  if (lacking.length > 0)
    throw new PopneedsError({
      code: "missing-column",
      message: `${name}, line 1: missing column ${lacking.map((column) => `"${column}"`).join(", ")}; found ${csv.header.map((column) => `"${column}"`).join(", ")}`,
      fix: "Name the columns data_zone, locality and name.",
    });
  return {
    rows: csv.rows.map((row) => Object.fromEntries(csv.header.map((column, i) => [column, row[i]!.trim()]))),
    source: sourceOf(name, sha256, about),
  };
}
