import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Key, keyLabel } from "@popneeds/core";
import { describe } from "vitest";
import type { PublishedFile } from "../../src/published/published-file.ts";
import { readPublished } from "../../src/published/read-published.ts";

// The files as their publishers gave them out stand beside the project, not in it.
const folder = join(import.meta.dirname, "..", "..", "..", "..", "..", "shared", "data");

/** Describes what holds of real files, read as published; where one of them is not there, it says aloud that it is skipped. */
export function describeRealFiles(files: readonly string[], body: () => void): void {
  const missing = files.filter((name) => !existsSync(join(folder, name)));
  if (missing.length > 0) process.stderr.write(`skipped: facts of ${missing.join(", ")}: not found in ${folder}\n`);
  describe.skipIf(missing.length > 0)(files.join(", "), body);
}

/** A real file, read by the reader that recognises it. */
export function readRealFile(name: string): Promise<PublishedFile> {
  return readPublished(join(folder, name), { name });
}

/** A row of a table, its keys as text. */
export interface RealRow {
  readonly [column: string]: string | number | null;
}

/** The rows of a table of a file, keys as text, measures as numbers. */
export function realRows(file: PublishedFile, name: string): readonly RealRow[] {
  const table = file.table(name);
  const keys = Object.keys(table.keys);
  const measures = Object.keys(table.measures);
  return [...table].map((row) => {
    const of = row as unknown as Record<string, unknown>;
    return Object.fromEntries([
      ...keys.map((key) => [key, keyLabel(of[key] as Key)]),
      ...measures.map((measure) => [measure, of[measure] as number | null]),
    ]);
  });
}

/** What the issues of a file say, but for notes. */
export function doubtsOf({ issues }: PublishedFile): readonly string[] {
  return issues.filter(({ severity }) => severity !== "note").map(({ code, message }) => `${code}: ${message}`);
}
