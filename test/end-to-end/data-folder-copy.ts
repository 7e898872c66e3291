import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { datasets } from "./run-popneeds.ts";

/** A copy of the shipped data that a test may spoil. */
export interface DataFolderCopy {
  readonly folder: string;
  /** Rewrites one file; its text must change. */
  change(file: string, by: (text: string) => string): void;
  /** Puts one file back as it is shipped. */
  restore(file: string): void;
  /** Adds a table to its data package. */
  describe(resource: { readonly name: string; readonly path: string } & Readonly<Record<string, unknown>>): void;
  remove(): void;
}

/** Copies the shipped data into a folder for temporary files. */
export function dataFolderCopy(): DataFolderCopy {
  const folder = mkdtempSync(join(tmpdir(), "popneeds-data-"));
  cpSync(join(datasets, "datapackage.json"), join(folder, "datapackage.json"));
  cpSync(join(datasets, "data"), join(folder, "data"), { recursive: true });
  return {
    folder,
    change(file, by) {
      const path = join(folder, "data", file);
      const text = readFileSync(path, "utf8");
      const changed = by(text);
      if (changed === text) throw new Error(`${file} was to change`);
      writeFileSync(path, changed);
    },
    restore: (file) => cpSync(join(datasets, "data", file), join(folder, "data", file)),
    describe(resource) {
      const path = join(folder, "datapackage.json");
      const described = JSON.parse(readFileSync(path, "utf8")) as { resources: unknown[] };
      writeFileSync(path, JSON.stringify({ ...described, resources: [...described.resources, resource] }));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
