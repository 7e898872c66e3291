import { readFile } from "node:fs/promises";
import { PopneedsError } from "@popneeds/core";
import { isObject, type JsonObject } from "../json-reading.ts";
import { type Lock, lockVersion, type Pin } from "./lock.ts";
import { isFileName, isInputName } from "./names.ts";

/**
 * Reads a lock file. Nothing in it is taken on trust: an address must be one of the web, a file's name must stay in its folder.
 *
 * @param file path of `popneeds.lock.json`
 * @returns the pins, by name
 * @throws PopneedsError `no-lock` when there is no such file; `lock-not-json`; `lock-version` for a version that this popneeds
 *   does not know; `lock-incomplete` for a pin that lacks something or holds what it must not
 * @example
 * ```ts
 * const { beds } = await readLock("popneeds.lock.json");
 * ```
 */
export async function readLock(file: string): Promise<Lock> {
  const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new PopneedsError({
      code: "no-lock",
      message: `${file}: ${cause.code === "ENOENT" ? "there is no lock file" : `the lock file cannot be read (${cause.code})`}`,
      fix: "popneeds fetch <dataset-or-resource> writes one; or name another with --lock.",
    });
  });
  const { version, inputs } = parsed(file, text);
  if (version !== lockVersion)
    throw new PopneedsError({
      code: "lock-version",
      message: `${file}: the lock file must be of version ${lockVersion}; it is of version ${JSON.stringify(version) ?? "none"}`,
      fix: "It was written by another version of popneeds: use that one, or fetch the inputs anew.",
    });
  if (!isObject(inputs)) throw incomplete(file, ["inputs: an object of pins by name is missing"]);
  const faults = [...Object.entries(inputs).flatMap(([name, pin]) => faultsOf(name, pin)), ...sharedFiles(inputs)];
  if (faults.length > 0) throw incomplete(file, faults);
  return inputs as unknown as Lock;
}

/**
 * The lock, or an empty one where there is no file yet.
 *
 * @param file path of `popneeds.lock.json`
 * @throws PopneedsError `lock-not-json`, `lock-version`, `lock-incomplete`, as `readLock`
 * @example
 * ```ts
 * const lock = await readLockIfAny("popneeds.lock.json");
 * ```
 */
export async function readLockIfAny(file: string): Promise<Lock> {
  try {
    return await readLock(file);
  } catch (error) {
    if (error instanceof PopneedsError && error.code === "no-lock") return {};
    throw error;
  }
}

function parsed(file: string, text: string): JsonObject {
  try {
    const lock: unknown = JSON.parse(text);
    if (isObject(lock)) return lock;
  } catch {}
  const conflict = /^(<{7}|={7}|>{7})/m.test(text);
  throw new PopneedsError({
    code: "lock-not-json",
    message: `${file}: the lock file is not JSON${conflict ? "; it holds the marks of a merge that was not finished" : ""}`,
    fix: "Restore it from version control, or delete it and fetch the inputs anew.",
  });
}

const checks: Readonly<Record<keyof Pin, (value: unknown) => boolean>> = {
  portal: (value) => value === "phs" || value === "statistics",
  dataset: isText,
  resource: isText,
  title: isText,
  publisher: isText,
  licence: isText,
  licenceUrl: isTextOrNull,
  edition: isText,
  modified: isTextOrNull,
  page: isText,
  url: (value) => isText(value) && /^https?:\/\//.test(value as string),
  file: (value) => typeof value === "string" && isFileName(value),
  bytes: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  sha256: (value) => typeof value === "string" && /^[0-9a-f]{64}$/.test(value),
  fetched: isTextOrNull,
};

function faultsOf(name: string, pin: unknown): readonly string[] {
  if (!isInputName(name)) return [`${JSON.stringify(name)}: a name is small letters, digits and single hyphens`];
  if (!isObject(pin)) return [`${name}: is no object`];
  return Object.entries(checks).flatMap(([field, holds]) =>
    holds(pin[field]) ? [] : [`${name}.${field}: ${JSON.stringify(pin[field]) ?? "is missing"}`],
  );
}

/** Two inputs in one file would take each other's place. */
function sharedFiles(inputs: JsonObject): readonly string[] {
  const files = Object.entries(inputs).map(([name, pin]) => [name, isObject(pin) ? pin["file"] : undefined] as const);
  return files.flatMap(([name, file], i) => {
    const [first] = files.slice(0, i).find((other) => file !== undefined && other[1] === file) ?? [];
    return first === undefined ? [] : [`${name}.file: ${JSON.stringify(file)} is that of ${first} too`];
  });
}

function incomplete(file: string, faults: readonly string[]): PopneedsError {
  return new PopneedsError({
    code: "lock-incomplete",
    message: `${file}: ${faults.length} ${faults.length === 1 ? "entry" : "entries"} of the lock file cannot be used`,
    where: faults,
    fix: "Restore it from version control, or delete the entry and fetch it anew.",
  });
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}

function isTextOrNull(value: unknown): boolean {
  return value === null || isText(value);
}
