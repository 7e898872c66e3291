import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Case, CaseFile } from "./case.ts";
import { Misuse } from "./misuse.ts";

/**
 * Reads the case files among files and folders, folders with all that is below them, in order of path.
 *
 * A file that is named is read whatever it is called; in folders the files ending in .json are.
 *
 * @throws Misuse where a path does not exist, a file is not one of cases, or no case is found at all
 */
export function readCaseFiles(paths: readonly string[]): readonly CaseFile[] {
  if (paths.length === 0)
    throw new Misuse("missing folder or file of cases: npm run conformance -- <folder or file> …");
  const files = paths.flatMap(filesOf).map(readCaseFile);
  if (files.every((file) => file.cases.length === 0)) throw new Misuse(`no cases in ${paths.join(", ")}`);
  return files;
}

function filesOf(path: string): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new Misuse(`no such folder or file: ${path}`);
  if (!found.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => join(path, name));
}

function readCaseFile(path: string): CaseFile {
  let content: { schema?: unknown; family?: unknown; about?: unknown; count?: unknown; cases?: unknown } | null;
  try {
    content = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Misuse(`${path} is not JSON: ${(error as Error).message}`);
  }
  const { schema, family, about, count, cases } = content ?? {};
  if (schema !== "reference-cases/1" || typeof family !== "string" || !Array.isArray(cases)) {
    throw new Misuse(`${path} is not a file of cases: it needs schema "reference-cases/1", family and cases`);
  }
  if (count !== undefined && count !== cases.length) {
    throw new Misuse(`${path} announces ${count} cases and holds ${cases.length}`);
  }
  const own = typeof about === "string" ? { about } : {};
  return { path, family, ...own, cases: cases.map((one, i) => readCase(one, path, i + 1)) };
}

function readCase(value: unknown, path: string, number: number): Case {
  const one = value as Case;
  const where = `${path}, case ${number}`;
  if (typeof one?.function !== "string" || !("inputs" in one)) throw new Misuse(`${where} needs function and inputs`);
  if ("expected" in one === "expected_error" in one) {
    throw new Misuse(`${where} needs either expected or expected_error`);
  }
  return { ...one, name: one.name ?? `case ${number}`, options: Array.isArray(one.options) ? {} : (one.options ?? {}) };
}
