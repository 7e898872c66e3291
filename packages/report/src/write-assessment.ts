import { dataPackage } from "./data-package.ts";
import { dataQualityCsv } from "./data-quality-table.ts";
import { factTables, tableCsv } from "./fact-tables.ts";
import { needsCsv } from "./needs-table.ts";
import { pageHtml } from "./page-html.ts";
import { provenanceJson } from "./provenance-record.ts";
import { type Released, refuseUnreleased } from "./released.ts";
import { sha256 } from "./sha256.ts";
import { swapFolder } from "./swap-folder.ts";

/** A file that was written. */
export interface WrittenFile {
  /** Path inside the folder, with `/`. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Writes an assessment: `index.html`, `tables/` with its `datapackage.json`, and `provenance.json`.
 *
 * The same assessment gives the same bytes: nothing written depends on the clock or on where the folder is. Files are
 * written beside the folder and swapped in, so a run that fails leaves an earlier output as it was.
 *
 * @param released what `release()` gave; anything else does not compile, and throws
 * @param folder   new, empty, or holding an earlier output, which is replaced
 * @returns the files written, in the order of their paths
 * @throws PopneedsError `not-released`, `not-an-output-folder`, `not-written`
 *
 * @example
 * await writeAssessment(release({ profile, needs }), "out/dumfries-and-galloway")
 */
export async function writeAssessment(released: Released, folder: string): Promise<readonly WrittenFile[]> {
  refuseUnreleased(released, "writeAssessment");
  const files = assessmentFiles(released);
  await swapFolder(folder, files, "provenance.json");
  return [...files].map(([path, text]) => ({ path, bytes: Buffer.byteLength(text), sha256: sha256(text) }));
}

/** Everything that is written: path inside the folder → text. */
export function assessmentFiles(released: Released): ReadonlyMap<string, string> {
  refuseUnreleased(released, "assessmentFiles");
  const files = new Map([
    ["index.html", pageHtml(released)],
    ["provenance.json", provenanceJson(released)],
    ["tables/datapackage.json", dataPackage(released)],
    ["tables/data-quality.csv", dataQualityCsv(released)],
    ["tables/needs_summary.csv", needsCsv(released)],
    ...factTables(released).map((table) => [`tables/${table.name}.csv`, tableCsv(table)] as const),
  ]);
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
