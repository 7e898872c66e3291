import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PopneedsError } from "@popneeds/core";
import { writeWhole } from "../cache/index.ts";
import { isObject, type JsonObject, textOrNull } from "../json-reading.ts";
import type { Lock, Pin } from "../lock/index.ts";

/** What a folder's datapackage.json says, of which popneeds changes only what it fetched itself. */
export interface DataPackage {
  /** SHA-256 that the data package names for a file, if it lists it. */
  hashOf(file: string): string | undefined;
  /** @throws PopneedsError `name-taken` when a resource has one of these names which popneeds did not fetch */
  checkNames(names: readonly string[]): void;
  /** Writes it with these pins among its resources, in order of name; others stay as they are. */
  write(pins: Lock): Promise<void>;
}

/**
 * Opens, or begins, the Frictionless `datapackage.json` of a folder, by which `openData(folder)` finds what was fetched.
 *
 * @throws PopneedsError `no-data-package` when there is one that cannot be read
 */
export async function openDataPackage(folder: string): Promise<DataPackage> {
  const file = join(folder, "datapackage.json");
  const held = await readPackage(file);
  const resources = held["resources"] as readonly JsonObject[];
  return {
    hashOf: (path) => {
      const hash = textOrNull(resources.find((resource) => resource["path"] === path)?.["hash"]);
      return hash?.replace(/^sha256:/, "");
    },
    checkNames(names) {
      const foreign = resources.filter((resource) => textOrNull(resource["portal"]) === null);
      const taken = names.find((name) => foreign.some((resource) => resource["name"] === name));
      if (taken !== undefined) throw nameTaken(file, taken);
    },
    async write(pins) {
      const others = resources.filter((resource) => !Object.hasOwn(pins, String(resource["name"])));
      const ours = Object.entries(pins).map(([name, pin]) => resourceOf(name, pin));
      const all = [...others, ...ours].sort((a, b) => (String(a["name"]) < String(b["name"]) ? -1 : 1));
      await writeWhole(file, `${JSON.stringify({ ...held, resources: all }, null, 2)}\n`);
    },
  };
}

async function readPackage(file: string): Promise<JsonObject> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return { profile: "data-package", name: "popneeds-fetched", resources: [] };
  try {
    const held: unknown = JSON.parse(text);
    if (isObject(held) && Array.isArray(held["resources"]) && held["resources"].every(isObject)) return held;
  } catch {}
  throw new PopneedsError({
    code: "no-data-package",
    message: `${file}: this is no data package that can be added to: it is not JSON, or has no list of resources`,
    fix: "Mend it, or fetch into another folder: --to <folder>.",
  });
}

function resourceOf(name: string, pin: Pin): JsonObject {
  const ending = pin.file.slice(pin.file.indexOf(".") + 1);
  return {
    name,
    path: pin.file,
    title: pin.title,
    format: ending,
    bytes: pin.bytes,
    hash: `sha256:${pin.sha256}`,
    publisher: pin.publisher,
    edition: pin.edition,
    ...(pin.modified === null ? {} : { released: pin.modified.slice(0, 10) }),
    portal: pin.portal,
    sources: [{ title: pin.title, path: pin.page }],
    licenses: [{ title: pin.licence, ...(pin.licenceUrl === null ? {} : { path: pin.licenceUrl }) }],
  };
}

function nameTaken(file: string, name: string): PopneedsError {
  return new PopneedsError({
    code: "name-taken",
    message: `${file}: it has a table "${name}" already, which popneeds fetch did not put there`,
    fix: "Fetch under another name: --as <name>; or into another folder: --to <folder>.",
  });
}
