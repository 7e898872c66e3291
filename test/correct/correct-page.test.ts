import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { canMakePage, correctPage, correctPaths } from "./correct-page.ts";

const paths = correctPaths(join(import.meta.dirname, "..", ".."));
if (!canMakePage(paths)) process.stderr.write(`skipped: no reference cases and published files in ${paths.shared}\n`);

const differences = /\b\d(?:\.\d)?e[-+]\d+\b/g;

test.skipIf(!canMakePage(paths))("docs/correct.md is what npm run correct makes of the cases and files", async () => {
  const [page, made] = [readFileSync(paths.page, "utf8"), await correctPage(paths)];
  // Versions of Node differ in the last bit of exp and log, and so may the largest differences: they stay small.
  expect(made.replace(differences, "…")).toBe(page.replace(differences, "…"));
  const printed = page.match(differences)!.map(Number);
  made.match(differences)!.forEach((found, i) => {
    expect(Number(found)).toBeLessThanOrEqual(10 * printed[i]!);
  });
});
