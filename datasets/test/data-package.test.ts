import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { FOLDER } from "./read-table.ts";

interface Resource {
  name: string;
  path: string;
  bytes: number;
  hash: string;
  rows: number;
  class: string;
  publisher: string;
  edition: string;
  changes: string;
  sources: { title: string; organisation: string; path?: string }[];
  licenses: { name: string }[];
  rawFiles: { name: string; sha256: string }[];
  schema: { fields: { name: string; type: string; description: string }[]; primaryKey: string[] };
}

const text = readFileSync(`${FOLDER}datapackage.json`, "utf8");
const resources: Resource[] = JSON.parse(text).resources;
const bytesOf = (resource: Resource) => readFileSync(FOLDER + resource.path);

describe("datapackage.json", () => {
  it("names every file of data/ once and no other", () => {
    const files = readdirSync(`${FOLDER}data`, { recursive: true, encoding: "utf8" })
      .filter((name) => name.includes("."))
      .map((name) => `data/${name.replaceAll("\\", "/")}`);
    expect(resources.map(({ path }) => path).sort()).toEqual(files.sort());
  });

  it.each(resources)("gives the size, hash, header and number of rows that $path has", (resource) => {
    const bytes = bytesOf(resource);
    expect(bytes.length).toBe(resource.bytes);
    expect(`sha256:${createHash("sha256").update(bytes).digest("hex")}`).toBe(resource.hash);
    const lines = bytes.toString("utf8").split("\n");
    expect(lines[0]).toBe(resource.schema.fields.map(({ name }) => name).join(","));
    expect(lines.length - 2).toBe(resource.rows);
  });

  it.each(resources)("says of $path where it is from, under which licence, and what was changed", (resource) => {
    expect(resource.name).toBe(resource.path.replace(/^data\/|\.csv$/g, "").replaceAll("/", "-"));
    expect(["observed", "published", "projected", "modelled"]).toContain(resource.class);
    for (const sentence of [resource.publisher, resource.edition, resource.changes]) expect(sentence).not.toBe("");
    expect(resource.sources.length).toBeGreaterThan(0);
    expect(resource.licenses.map(({ name }) => name)).toEqual([
      resource.name === "standards-standard-populations" ? "other-open" : "OGL-UK-3.0",
    ]);
    for (const { sha256 } of resource.rawFiles) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    for (const field of resource.schema.fields) expect(field.description).toMatch(/\.$/);
    const names = resource.schema.fields.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(resource.schema.primaryKey));
  });

  it("names no file whose licence forbids shipping it", () => {
    const names = resources.flatMap(({ rawFiles }) => rawFiles.map(({ name }) => name));
    expect(names.filter((name) => /ihme|gbd|who_|le_decomposition/i.test(name))).toEqual([]);
    expect(text).not.toMatch(/restricted|\/work\/|\.\.\//);
  });

  it("stays under 10 MB when the folder is gzipped", () => {
    const size = resources.reduce((sum, resource) => sum + gzipSync(bytesOf(resource)).length, 0);
    expect(size).toBeLessThan(10_000_000);
  });

  it("agrees with the README's list of tables, rows included", () => {
    const readme = readFileSync(`${FOLDER}README.md`, "utf8");
    const listed = [...readme.matchAll(/^\| `([^`]+)` *\| *([0-9,]+) \|/gm)];
    expect(listed.map(([, name, rows]) => [name, Number(rows!.replaceAll(",", ""))])).toEqual(
      resources.map(({ path, rows }) => [path.slice(5, -4), rows]),
    );
  });
});
