import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codeCells, type Notebook, withOutputs } from "../../notebooks/src/notebook.ts";
import { runCells } from "../../notebooks/src/run-cells.ts";
import { typeFaults } from "./type-faults.ts";

const folder = join(import.meta.dirname, "..", "..", "notebooks");
const names = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));

describe.each(names)("%s", (name) => {
  const notebook = JSON.parse(readFileSync(join(folder, name), "utf8")) as Notebook;

  it("is a notebook for TypeScript", () => {
    expect(notebook).toMatchObject({
      nbformat: 4,
      metadata: { kernelspec: { name: "tslab", language: "typescript" } },
    });
    expect(codeCells(notebook).length).toBeGreaterThan(0);
  });

  it("gives, run cell by cell in order, the outputs that are kept in the file", async () => {
    const outputs = await runCells(codeCells(notebook), { packagesOf: folder, folder });
    expect(withOutputs(notebook, outputs).cells).toEqual(notebook.cells);
  });

  it("has a chart, and text that a reader can check", () => {
    const kept = JSON.stringify(notebook.cells);
    expect(kept).toContain("image/svg+xml");
    // Mid-2021 of the four localities and of the partnership, as published.
    for (const people of ["37,899", "58,678", "23,931", "28,282", "148,790"]) expect(kept).toContain(people);
  });

  it("has no fault of types", async () => {
    expect(await typeFaults([{ name: "notebook", text: codeCells(notebook).join("\n") }])).toEqual("");
  });
});

describe("runCells", () => {
  const here = { packagesOf: folder, folder };

  it("shares one scope, and keeps what each cell prints apart", async () => {
    const outputs = await runCells(["const a: number = 1;", "console.log(a + 1);", "console.log(await 5);"], here);
    expect(outputs).toEqual([[], [{ kind: "text", text: "2\n" }], [{ kind: "text", text: "5\n" }]]);
  });

  it("keeps a picture between what is printed before and after it", async () => {
    const cell =
      'import { display } from "tslab";\nconsole.log("a");\ndisplay.svg("<svg>\\n</svg>");\nconsole.log("b");';
    const [output] = await runCells([cell], here);
    expect(output).toEqual([
      { kind: "text", text: "a\n" },
      { kind: "svg", text: "<svg>\n</svg>" },
      { kind: "text", text: "b\n" },
    ]);
  });

  it("says which cell failed, and why", async () => {
    await expect(runCells(["const a = 1;", 'throw new Error("no such figure");'], here)).rejects.toThrow(
      /^cell 2 of 2 failed:[\s\S]*no such figure/,
    );
  });

  it("gives nothing for no cells", async () => {
    expect(await runCells([], here)).toEqual([]);
  });
});
