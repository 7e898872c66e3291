import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { dataPackage } from "./data-package.ts";
import type { DataTable } from "./data-table.ts";
import { printJson } from "./print-json.ts";
import type { RawFiles } from "./raw-files.ts";
import { tableCsv } from "./table-csv.ts";

/**
 * Writes `data/` and `datapackage.json` into `out`: all of it beside first, then swapped, so that a run that fails
 * leaves what was there.
 */
export function writePackage(
  tables: readonly DataTable[],
  raw: RawFiles,
  out: string,
): { files: number; rows: number; bytes: number } {
  const files = [...tables]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((table) => ({ table, bytes: Buffer.from(tableCsv(table), "utf8") }));
  const next = join(out, ".next");
  const previous = join(out, ".previous");
  for (const folder of [next, previous]) rmSync(folder, { recursive: true, force: true });
  for (const { table, bytes } of files) {
    const path = join(next, "data", `${table.name}.csv`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  writeFileSync(join(next, "datapackage.json"), `${printJson(dataPackage(files, raw))}\n`);

  mkdirSync(join(out, "data"), { recursive: true });
  renameSync(join(out, "data"), previous);
  renameSync(join(next, "data"), join(out, "data"));
  renameSync(join(next, "datapackage.json"), join(out, "datapackage.json"));
  for (const folder of [next, previous]) rmSync(folder, { recursive: true, force: true });
  return {
    files: files.length,
    rows: tables.reduce((sum, table) => sum + table.rows.length, 0),
    bytes: files.reduce((sum, file) => sum + file.bytes.length, 0),
  };
}
