import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { buildCommand } from "../src/build-command.ts";
import { FOLDER } from "./read-table.ts";

const RAW = resolve(FOLDER, "../../shared/data");
const rawIsThere = existsSync(join(RAW, "geo"));
if (!rawIsThere) console.warn(`SKIPPED: the tables are not rebuilt, because the published files are not at ${RAW}`);

const temporary = mkdtempSync(join(tmpdir(), "popneeds-datasets-"));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

function run(args: string[], out: string): { code: number; said: string } {
  const lines: string[] = [];
  const code = buildCommand(args, { cwd: temporary, out, say: (line) => lines.push(line) });
  return { code, said: lines.join("\n") };
}

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.includes("."))
    .sort();
}

describe("datasets/build", () => {
  it.skipIf(!rawIsThere)("gives the shipped bytes again from the published files", () => {
    const out = join(temporary, "again");
    mkdirSync(out);
    expect(run([RAW], out).code).toBe(0);
    expect(files(join(out, "data"))).toEqual(files(`${FOLDER}data`));
    for (const name of [...files(join(out, "data")).map((file) => `data/${file}`), "datapackage.json"])
      expect(readFileSync(join(out, name)).equals(readFileSync(FOLDER + name)), name).toBe(true);
    expect(readdirSync(out).sort()).toEqual(["data", "datapackage.json"]);
  });

  it.skipIf(!rawIsThere)("uses no file of the restricted folder", () => {
    const hash = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");
    const restricted = readdirSync(join(RAW, "restricted")).map((name) => hash(join(RAW, "restricted", name)));
    const used: { rawFiles: { sha256: string }[] }[] = JSON.parse(
      readFileSync(`${FOLDER}datapackage.json`, "utf8"),
    ).resources;
    const hashes = used.flatMap(({ rawFiles }) => rawFiles.map(({ sha256 }) => sha256));
    expect(restricted.length).toBeGreaterThan(0);
    expect(hashes.filter((sha256) => restricted.includes(sha256))).toEqual([]);
  });

  it("names a raw file that is missing, gives 1, and leaves what was there", () => {
    const out = join(temporary, "kept");
    mkdirSync(join(out, "data"), { recursive: true });
    writeFileSync(join(out, "data/old.csv"), "old\n");
    writeFileSync(join(out, "datapackage.json"), "{}");
    const { code, said } = run(["nothing-here"], out);
    expect(code).toBe(1);
    expect(said).toContain("a raw file is missing: geo/phs_dz2011_codes_and_labels.csv.gz");
    expect(said).toContain("Nothing was changed.");
    expect(files(out)).toEqual(["data/old.csv", "datapackage.json"]);
    expect(readFileSync(join(out, "data/old.csv"), "utf8")).toBe("old\n");
  });

  it("says how it is used when it is called wrongly, and gives 2", () => {
    for (const args of [[], ["--help"], ["a", "b", "c"]]) {
      const { code, said } = run(args, temporary);
      expect(code).toBe(2);
      expect(said).toMatch(/^Usage: datasets\/build <folder of raw files>/);
    }
  });
});
