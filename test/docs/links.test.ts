import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, it, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const made = new Set(["node_modules", "out", "dist", "coverage", ".git"]);

function pagesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return made.has(entry.name) ? [] : pagesIn(path);
    return entry.name.endsWith(".md") ? [path] : [];
  });
}

/** Targets of `[text](target)`, `![text](target)` and `[name]: target`, code aside. */
function linksIn(text: string): readonly string[] {
  const prose = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, "").replace(/`(?=[^`\n]*[()])[^`\n]*`(?!\])/g, "");
  return [...prose.matchAll(/\]\(\s*<?([^)>\s]+)>?(?:\s+"[^"]*")?\s*\)|^\[[^\]]+\]:\s*(\S+)/gm)].map(
    (found) => (found[1] ?? found[2])!,
  );
}

const pages = pagesIn(root);

it("finds the pages and their links", () => {
  expect(pages.map((page) => relative(root, page))).toContain(join("packages", "README.md"));
  expect(linksIn("[a](b.md) ![c](d.svg) [`e`](f#g)\n[h]: i.md\n```\n[no](no.md)\n```\n")).toEqual([
    "b.md",
    "d.svg",
    "f#g",
    "i.md",
  ]);
});

test.each(pages.map((page) => relative(root, page)))("every relative link of %s points to something", (page) => {
  const missing = linksIn(readFileSync(join(root, page), "utf8"))
    .filter((target) => !/^[a-z][a-z+.-]*:|^#|^\/\//i.test(target))
    .map((target) => decodeURIComponent(target.replace(/[#?].*$/, "")))
    .filter((target) => !existsSync(join(root, dirname(page), target)));
  expect(missing).toEqual([]);
});
