import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { runCells } from "../../notebooks/src/run-cells.ts";
import { typeFaults } from "../notebooks/type-faults.ts";

const root = join(import.meta.dirname, "..", "..");
const packages = join(root, "packages");

/** A page, and the folder of the package that it is about. */
interface Page {
  readonly file: string;
  readonly about: string;
}

const examples = join(root, "examples");
const pages: readonly Page[] = [
  { file: join(root, "README.md"), about: examples },
  ...readdirSync(join(root, "docs")).map((name) => ({ file: join(root, "docs", name), about: examples })),
  ...readdirSync(packages).map((name) => ({ file: join(packages, name, "README.md"), about: join(packages, name) })),
].filter(({ file }) => file.endsWith(".md") && existsSync(file));

/** A block of TypeScript, and what it prints where a block of text follows it at once. */
interface Block {
  readonly code: string;
  readonly prints: string | null;
}

function blocksOf(markdown: string): readonly Block[] {
  return [...markdown.matchAll(/^```ts\n([\s\S]*?)^```\n(?:\n```text\n([\s\S]*?)^```$)?/gm)].map((found) => ({
    code: found[1]!,
    prints: found[2] ?? null,
  }));
}

const withCode = pages
  .map((page) => ({ ...page, name: relative(root, page.file), blocks: blocksOf(readFileSync(page.file, "utf8")) }))
  .filter(({ blocks }) => blocks.length > 0);

it("finds blocks of code, and what they print", () => {
  expect(blocksOf("```ts\na;\n```\n\n```text\nb\n```\n\n```ts\nc;\n```\n")).toEqual([
    { code: "a;\n", prints: "b\n" },
    { code: "c;\n", prints: null },
  ]);
  expect(withCode.map(({ name }) => name)).toContain("README.md");
});

describe.each(withCode)("$name", ({ blocks, about }) => {
  // What imports the front door is run where that is found; all else with what its own package may import.
  const packagesOf = blocks.some(({ code }) => code.includes('from "popneeds"')) ? examples : about;

  it("has code that runs, in order, from the root of the project, and prints what the page says", async () => {
    const outputs = await runCells(
      blocks.map(({ code }) => code),
      { packagesOf, folder: root },
    );
    blocks.forEach(({ prints }, i) => {
      if (prints !== null) expect(outputs[i]!.map(({ text }) => text).join("")).toBe(prints);
    });
  });
});

it("has code without a fault of types in every page", async () => {
  const pieces = withCode.map(({ name, blocks }) => ({
    name: name.replace(/\W+/g, "-"),
    text: blocks.map(({ code }) => code).join("\n"),
  }));
  expect(await typeFaults(pieces)).toBe("");
});
