import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe } from "vitest";

const folder = join(import.meta.dirname, "..", "..", "..", "..", "..", "shared", "cases", "burden");

/** A `describe` of reference cases that stand beside the checkout; it says aloud that it is skipped where they are missing. */
export function describeCases(name: string, files: readonly string[], body: (folder: string) => void): void {
  const missing = files.filter((file) => !existsSync(join(folder, file)));
  if (missing.length > 0) process.stderr.write(`skipped: ${name}: not found in ${folder}: ${missing.join(", ")}\n`);
  describe.skipIf(missing.length > 0)(`${name}: the reference cases`, () => {
    if (missing.length === 0) body(folder);
  });
}
