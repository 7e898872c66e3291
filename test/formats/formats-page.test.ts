import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withFormats } from "./formats-page.ts";

test("the page that says how to read a file lists every format: npm run formats -- --page", () => {
  const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "i-have-this-file.md"), "utf8");
  expect(withFormats(page)).toBe(page);
});
