import type { PublishedFile, PublishedTable } from "@popneeds/ingest";
import { csv } from "../csv.ts";
import { licences, sourceEntry } from "../data-package.ts";
import { sha256 } from "../sha256.ts";
import { slug } from "../slug.ts";
import { swapFolder } from "../swap-folder.ts";
import type { WrittenFile } from "../write-assessment.ts";
import { tidyColumns, tidyCsv } from "./tidy-csv.ts";

/**
 * Writes what was read from a published file as tidy CSV files, for R, Excel or any other program: a file for each table,
 * `datapackage.json` (source, edition, licence, hash, columns) and `issues.csv` (every fault and doubt with its line).
 *
 * Nothing is withheld: the figures are those that the publisher has released. The same file gives the same bytes.
 *
 * @param published what `readPublished` gave
 * @param folder    new, empty, or holding an earlier output, which is replaced
 * @returns the files written, in the order of their paths
 * @throws PopneedsError `not-an-output-folder`, `not-written`
 *
 * @example
 * await writeTidy(await readPublished("sape-2021-persons.xlsx"), "tidy")
 */
export async function writeTidy(published: PublishedFile, folder: string): Promise<readonly WrittenFile[]> {
  const files = tidyFiles(published);
  await swapFolder(folder, files, "issues.csv", "writeTidy");
  return [...files].map(([path, text]) => ({ path, bytes: Buffer.byteLength(text), sha256: sha256(text) }));
}

/** Everything that `writeTidy` writes: path inside the folder → text. */
export function tidyFiles(published: PublishedFile): ReadonlyMap<string, string> {
  const named = withNames(published.tables);
  const tables = named.map(({ name, table }) => [`${name}.csv`, tidyCsv(table.table)] as const);
  const texts = new Map(tables);
  return new Map([
    ...tables,
    ["datapackage.json", packageJson(published, named, texts)],
    ["issues.csv", issuesCsv(published)],
  ]);
}

interface Named {
  readonly name: string;
  readonly table: PublishedTable;
}

/** File names of tables: in the order of the file, so that they sort so; long ones are cut. */
function withNames(tables: readonly PublishedTable[]): readonly Named[] {
  const width = String(tables.length).length;
  return tables.map((table, i) => ({
    name: `${String(i + 1).padStart(Math.max(2, width), "0")}-${slug(table.name).slice(0, 80).replace(/-$/, "")}`,
    table,
  }));
}

function packageJson(
  { reader, because, source, rows }: PublishedFile,
  tables: readonly Named[],
  texts: ReadonlyMap<string, string>,
): string {
  const described = {
    profile: "tabular-data-package",
    name: slug(source.id),
    title: source.title,
    description: `Read by the reader ${reader} (${because}): ${rows.used} of ${rows.read} rows are in the tables. Totals are in tables of their own: never add tables together.`,
    licenses: licences([source]),
    sources: [sourceEntry(source)],
    resources: tables.map(({ name, table: { name: title, totalOf, table } }) => {
      const text = texts.get(`${name}.csv`)!;
      return {
        profile: "tabular-data-resource",
        name,
        path: `${name}.csv`,
        title: totalOf.length === 0 ? title : `${title} (totals over ${totalOf.join(", ")})`,
        publisher: source.publisher,
        edition: source.edition,
        class: table.provenance.evidence,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        bytes: Buffer.byteLength(text),
        hash: `sha256:${sha256(text)}`,
        schema: {
          fields: tidyColumns(table).map(({ name: field, type, description }) => ({ name: field, type, description })),
          primaryKey: Object.keys(table.keys),
          missingValues: [""],
        },
        licenses: licences([source]),
      };
    }),
  };
  return `${JSON.stringify(described, null, 2)}\n`;
}

function issuesCsv({ issues }: PublishedFile): string {
  return csv(
    ["severity", "code", "file", "line", "column", "found", "message", "fix"],
    issues.map(({ severity, code, file, line, column, found, message, fix }) => [
      severity,
      code,
      file ?? null,
      line ?? null,
      column ?? null,
      found ?? null,
      message,
      fix,
    ]),
  );
}
