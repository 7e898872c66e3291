import { resolve } from "node:path";
import { allTables } from "./all-tables.ts";
import { BuildError } from "./build-error.ts";
import { openRawFiles } from "./raw-files.ts";
import { writePackage } from "./write-package.ts";

/** Where the command runs. */
export interface Surroundings {
  /** The folder that relative paths are relative to. */
  readonly cwd: string;
  /** The folder that holds `data/` and `datapackage.json`. */
  readonly out: string;
  /** Takes one line for the person at the screen. */
  readonly say: (line: string) => void;
}

/**
 * Builds every table from the folder of raw files and swaps the result in; gives the exit code.
 *
 * 0: built. 1: a raw file is missing or a check failed, and what was there before is untouched. 2: wrong arguments.
 */
export function buildCommand(args: readonly string[], { cwd, out, say }: Surroundings): number {
  const [data, tables = "../tables", ...rest] = args;
  if (data === undefined || rest.length > 0 || args.some((arg) => arg.startsWith("-"))) {
    say("Usage: datasets/build <folder of raw files> [<folder of tables>, else its sibling ../tables]");
    return 2;
  }
  const folder = resolve(cwd, data);
  const tablesFolder = args.length > 1 ? resolve(cwd, tables) : resolve(folder, tables);
  try {
    const raw = openRawFiles({ data: folder, tables: tablesFolder });
    const written = writePackage(allTables(raw), raw, out);
    say(`${written.files} tables, ${written.rows} rows, ${(written.bytes / 1e6).toFixed(1)} MB written to ${out}`);
    return 0;
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    say(`datasets: ${error.message}`);
    say("Nothing was changed.");
    return 1;
  }
}
