import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type DataFolder, openData } from "popneeds";

/**
 * The folder of data: the one given, else `datasets` in the current folder, else the one that popneeds came with.
 */
export function openDataAt(given: string | undefined): Promise<DataFolder> {
  if (given !== undefined) return openData(given);
  const here = resolve("datasets");
  if (existsSync(join(here, "datapackage.json"))) return openData(here);
  return openData(join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..", "datasets"));
}
