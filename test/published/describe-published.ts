import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe } from "vitest";

/** Where the published files are, beside the checkout. */
export const folder = join(import.meta.dirname, "..", "..", "..", "shared");

/** A `describe` that says aloud that it is skipped where the published files are missing. */
export function describePublished(name: string, paths: readonly string[], body: () => void): void {
  const missing = paths.filter((path) => !existsSync(join(folder, "data", path)));
  if (missing.length > 0) process.stderr.write(`skipped: ${name}: not found in ${folder}: ${missing.join(", ")}\n`);
  describe.skipIf(missing.length > 0)(name, body);
}
