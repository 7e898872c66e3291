import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { run } from "@popneeds/cli";

/** The data that the project ships. */
export const datasets = join(import.meta.dirname, "..", "..", "datasets");

/** Where the published files lie, if they lie beside the checkout. */
export const published = join(import.meta.dirname, "..", "..", "..", "shared", "data");

/** Runs a command line in this process, with its streams captured. */
export async function runPopneeds(
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(args, { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

/** Every file of a folder: path inside it → its text. */
export function filesIn(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry: Dirent) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.sort().map((file) => [relative(folder, file), readFileSync(file, "utf8")]));
}
