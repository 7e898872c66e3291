import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { describe, expect, it, test } from "vitest";

const packages = join(import.meta.dirname, "..", "..", "packages");
const readme = readFileSync(join(packages, "README.md"), "utf8");
const order = [...readme.matchAll(/^\d+\. \[`([a-z-]+)`\]\(\1\)/gm)].map((found) => found[1]!);
const adapters = [...readme.matchAll(/^- \[`([a-z-]+)`\]\(\1\)/gm)].map((found) => found[1]!);
const listed = [...order, ...adapters];
const folders = readdirSync(packages, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

function manifestOf(name: string): Manifest {
  return JSON.parse(readFileSync(join(packages, name, "package.json"), "utf8"));
}

function filesOf(name: string): readonly { readonly path: string; readonly text: string }[] {
  const folder = join(packages, name, "src");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}

/** What the source of a package imports that is not its own, examples in comments aside. */
function importsOf(name: string): readonly string[] {
  const found = filesOf(name).flatMap(({ text }) => {
    const code = text.replace(/^\s*\/\*[\s\S]*?\*\//gm, "").replace(/^\s*\/\/.*$/gm, "");
    return [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["']([@\w./:-]+)["']/g)].map((match) => match[1]!);
  });
  return [...new Set(found)].filter((specifier) => !specifier.startsWith("."));
}

/** `@popneeds/core` and `popneeds` → `core` and `popneeds`; of anything else `null`. */
function roomOf(specifier: string): string | null {
  return /^@popneeds\/([^/]+)/.exec(specifier)?.[1] ?? (/^popneeds(\/|$)/.test(specifier) ? "popneeds" : null);
}

/** `@scope/name/sub` → `@scope/name`; `name/sub` → `name`. */
function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function roomsImportedBy(name: string): readonly string[] {
  return [...new Set(importsOf(name).flatMap((specifier) => roomOf(specifier) ?? []))].sort();
}

/** Whether an index stands above others: it may pass on whole folders, each of which has an index that names. */
function isList(path: string, files: readonly { readonly path: string }[]): boolean {
  return path === "index.ts" && files.some((file) => file.path !== path && basename(file.path) === "index.ts");
}

/** What an index holds beside exports by name and, where that is allowed, exports of whole folders or packages. */
function besideExports(text: string, { whole }: { readonly whole: boolean }): string {
  const rest = text.replace(/export (?:type )?\{[^}]*\} from "([^"]+)";\n?/g, "");
  return (whole ? rest.replace(/export \* from "([^"]+)";\n?/g, "") : rest).trim();
}

function isInOrder(text: string): boolean {
  const from = [...text.matchAll(/ from "([^"]+)";/g)].map((found) => found[1]!.replace(/\.ts$/, ""));
  return from.every((path, i) => i === 0 || from[i - 1]! <= path);
}

describe("the list in packages/README.md", () => {
  it("begins with core and names each package once", () => {
    expect(order[0]).toBe("core");
    expect(new Set(listed).size).toBe(listed.length);
  });

  it("names every folder in packages, and no other", () => {
    expect([...listed].sort()).toEqual([...folders].sort());
  });
});

describe.each(folders)("%s", (name) => {
  it("has something in it", () => {
    expect(manifestOf(name).name).toBe(name === "popneeds" ? "popneeds" : `@popneeds/${name}`);
    expect(filesOf(name).filter(({ text }) => text.trim() !== "")).not.toEqual([]);
  });

  it("imports only packages listed above it; an adapter imports core only", () => {
    const allowed = adapters.includes(name) ? ["core"] : order.slice(0, order.indexOf(name));
    expect(roomsImportedBy(name).filter((imported) => !allowed.includes(imported))).toEqual([]);
  });

  it("declares the packages of the workspace that it imports, and no others", () => {
    const declared = Object.keys(manifestOf(name).dependencies ?? {}).flatMap((dependency) => roomOf(dependency) ?? []);
    expect([...declared].sort()).toEqual(roomsImportedBy(name));
  });

  it("declares what it imports from others, and names in its source what it declares", () => {
    const { dependencies = {}, peerDependencies = {} } = manifestOf(name);
    const declared = Object.keys({ ...dependencies, ...peerDependencies }).filter((dependency) => !roomOf(dependency));
    const imported = importsOf(name).filter((specifier) => !roomOf(specifier) && !specifier.startsWith("node:"));
    expect(imported.map(packageOf).filter((specifier) => !declared.includes(specifier))).toEqual([]);
    const source = filesOf(name)
      .map(({ text }) => text)
      .join("\n");
    expect(declared.filter((dependency) => !source.includes(dependency))).toEqual([]);
  });

  it("has no file above 400 lines", () => {
    const long = filesOf(name).filter(({ text }) => text.trimEnd().split("\n").length > 400);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it("has kebab-case names of files and folders", () => {
    const odd = filesOf(name).flatMap(({ path }) =>
      path.split(sep).filter((part) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(basename(part, ".ts"))),
    );
    expect(odd).toEqual([]);
  });

  it("has an index of export lines only, in the order of the files' names", () => {
    const indices = filesOf(name).filter(({ path }) => basename(path) === "index.ts");
    const expected = indices.map(({ path }) => ({ path, besideExports: "", order: "in order" }));
    const found = indices.map(({ path, text }) => ({
      path,
      besideExports: besideExports(text, { whole: name === "popneeds" || isList(path, filesOf(name)) }),
      order: isInOrder(text) ? "in order" : "out of order",
    }));
    expect(found).toEqual(expected);
  });
});

test.each(["core", "stats", "methods", "burden"])("%s does not know Scotland", (name) => {
  const scotland = /\bS(0[0-9]|1[2-9]|37|92)\d{6}\b|Scot|SIMD|IJB/;
  const knows = filesOf(name).flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, i) => (scotland.test(line) ? [`${path}:${i + 1}: ${line.trim()}`] : [])),
  );
  expect(knows).toEqual([]);
});

test.each(["core", "stats", "methods", "burden", "indicators", "jsna", "planning"])(
  "%s runs where there is no Node: it imports no node: module",
  (name) => {
    expect(importsOf(name).filter((specifier) => specifier.startsWith("node:"))).toEqual([]);
  },
);
