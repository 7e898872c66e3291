import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { release, writeAssessment } from "../src/index.ts";
import { swapFolder } from "../src/swap-folder.ts";
import { syntheticAssessment } from "./synthetic-assessment.ts";

const released = release(syntheticAssessment());
let place: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), "popneeds-write-"));
});
afterEach(() => rm(place, { recursive: true, force: true }));

async function contents(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = files.sort().map(async (path) => [path.slice(folder.length + 1), await readFile(path, "utf8")] as const);
  return Object.fromEntries(await Promise.all(read));
}

describe("writeAssessment", () => {
  it("writes the page, the tables with their description, and the provenance, and nothing beside them", async () => {
    const files = await writeAssessment(released, join(place, "deep", "out"));
    expect(files.map(({ path }) => path)).toEqual([
      "index.html",
      "provenance.json",
      "tables/data-quality.csv",
      "tables/datapackage.json",
      "tables/life-expectancy-mortality.csv",
      "tables/needs_summary.csv",
      "tables/population.csv",
      "tables/social-care.csv",
    ]);
    expect(Object.keys(await contents(place))).toEqual(files.map(({ path }) => `deep/out/${path}`));
    expect(await readdir(join(place, "deep"))).toEqual(["out"]);
  });

  it("gives the same bytes twice, wherever it writes", async () => {
    await writeAssessment(released, join(place, "a"));
    await writeAssessment(release(syntheticAssessment()), join(place, "b"));
    expect(await contents(join(place, "a"))).toEqual(await contents(join(place, "b")));
  });

  it("replaces an earlier output whole", async () => {
    const folder = join(place, "out");
    await writeAssessment(released, folder);
    await writeFile(join(folder, "tables", "of-an-older-version.csv"), "x\n");
    await writeAssessment(released, folder);
    expect(Object.keys(await contents(folder))).not.toContain("tables/of-an-older-version.csv");
    expect(await readdir(place)).toEqual(["out"]);
  });

  it("prints no path of this machine, and no time", async () => {
    const folder = join(place, "out");
    await writeAssessment(released, folder);
    for (const [path, text] of Object.entries(await contents(folder))) {
      expect(text, path).not.toContain(place);
      expect(text, path).not.toContain("/home/someone");
      expect(text, path).not.toContain(process.cwd());
    }
  });

  it("refuses a folder that holds something else, and leaves it be", async () => {
    await writeFile(join(place, "thesis.docx"), "ten years' work");
    await expect(writeAssessment(released, place)).rejects.toThrow(
      `[not-an-output-folder] writeAssessment: ${place} must be new, empty or an earlier output; it holds other things:\n  thesis.docx`,
    );
    expect(await contents(place)).toEqual({ "thesis.docx": "ten years' work" });
  });
});

describe("swapFolder", () => {
  it("leaves the earlier output as it was when a file cannot be written", async () => {
    const folder = join(place, "out");
    await swapFolder(folder, new Map([["mark", "old"]]), "mark");
    const impossible = new Map([
      ["mark", "new"],
      ["a", "a file"],
      ["a/b", "and a folder of the same name"],
    ]);
    await expect(swapFolder(folder, impossible, "mark")).rejects.toThrow(
      /^\[not-written\] .*\n {2}Fix: .* The earlier output is untouched\.$/s,
    );
    expect(await contents(folder)).toEqual({ mark: "old" });
    expect(await readdir(place)).toEqual(["out"]);
  });

  it("leaves nothing behind when there was nothing, and nothing can be written", async () => {
    await expect(swapFolder(join(place, "out"), new Map([["x\0y", "no such name"]]), "mark")).rejects.toThrow(
      "Nothing was written.",
    );
    expect(await readdir(place)).toEqual([]);
  });

  it("writes into an empty folder", async () => {
    await mkdir(join(place, "out"));
    await swapFolder(join(place, "out"), new Map([["mark", "new"]]), "mark");
    expect(await contents(join(place, "out"))).toEqual({ mark: "new" });
  });

  it("refuses a file in the place of the folder", async () => {
    await writeFile(join(place, "out"), "a file");
    await expect(swapFolder(join(place, "out"), new Map([["mark", "new"]]), "mark")).rejects.toThrow(
      "[not-an-output-folder]",
    );
  });
});
