import { writeWhole } from "../cache/index.ts";
import { type Lock, lockVersion, type Pin } from "./lock.ts";

/**
 * Writes a lock file, whole or not at all.
 *
 * Names are in order of their characters and the fields of a pin in a fixed order, so the same pins give the same bytes.
 *
 * @param file path, by custom `popneeds.lock.json`
 * @param lock the pins, by name
 * @example
 * ```ts
 * await writeLock("popneeds.lock.json", lock);
 * ```
 */
export async function writeLock(file: string, lock: Lock): Promise<void> {
  await writeWhole(file, lockText(lock));
}

/**
 * The text of a lock file, as `writeLock` writes it.
 *
 * @example
 * ```ts
 * lockText({}) // {"version": 1, "inputs": {}}, on four lines
 * ```
 */
export function lockText(lock: Lock): string {
  const names = Object.keys(lock).sort();
  const inputs = Object.fromEntries(names.map((name) => [name, inOrder(lock[name]!)]));
  return `${JSON.stringify({ version: lockVersion, inputs }, null, 2)}\n`;
}

function inOrder(pin: Pin): Pin {
  const { portal, dataset, resource, title, publisher, licence, licenceUrl, edition, modified } = pin;
  const { page, url, file, bytes, sha256, fetched } = pin;
  return {
    portal,
    dataset,
    resource,
    title,
    publisher,
    licence,
    licenceUrl,
    edition,
    modified,
    page,
    url,
    file,
    bytes,
    sha256,
    fetched,
  };
}
