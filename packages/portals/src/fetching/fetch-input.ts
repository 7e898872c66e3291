import { join } from "node:path";
import { PopneedsError } from "@popneeds/core";
import { copyWhole } from "../cache/index.ts";
import type { Connection } from "../connection.ts";
import { inputName, isInputName, type Lock, type Pin } from "../lock/index.ts";
import type { Offer, Offers, Portal, PortalName } from "../portal.ts";
import { openDataPackage } from "./data-package.ts";
import { fileName } from "./file-name.ts";
import { mayStand } from "./may-stand.ts";

/** The portals by their names in the lock file. */
export type Portals = Readonly<Record<PortalName, Portal>>;

/** What became of one input. */
export interface FetchedInput {
  readonly name: string;
  readonly pin: Pin;
  /** `placed`: put into the folder; `unchanged`: it stood there already. */
  readonly outcome: "placed" | "unchanged";
  /** `cache`: no byte of it came over the network this time. */
  readonly from: "cache" | "portal";
  /** Bytes that the portal says the file has, where it says another number than came; else `null`. */
  readonly sizeOnPortal: number | null;
}

/** A lock with what was fetched pinned in it. */
export interface FetchedInputs {
  readonly lock: Lock;
  readonly inputs: readonly FetchedInput[];
}

/**
 * Fetches a file that is not pinned yet, puts it into a folder of data and pins it.
 *
 * @param offer what a portal's `find` gave
 * @param lock the pins so far
 * @param options `folder` of data; `name` of the input, made of its title by default
 * @returns a new lock; the caller writes it. The folder's datapackage.json lists the file.
 * @throws PopneedsError `odd-name`, `already-pinned`, `name-taken`, `changed-by-hand`, `no-data-package`, and those of the connection
 * @example
 * ```ts
 * const offer = await phs.find("edee9731-daf7-4e0d-b525-e4c1469b8f69");
 * const { lock } = await addInput(connection, offer, await readLockIfAny(lockFileName), { folder: "data" });
 * await writeLock(lockFileName, lock);
 * ```
 */
export async function addInput(
  connection: Connection,
  offer: Offer,
  lock: Lock,
  { folder, name = inputName(offer.title) }: { readonly folder: string; readonly name?: string },
): Promise<FetchedInputs> {
  if (!isInputName(name))
    throw new PopneedsError({
      code: "odd-name",
      message: `"${name}" cannot be the name of an input: small letters, digits and single hyphens`,
      fix: `For example: --as ${inputName(name)}`,
    });
  const held = Object.hasOwn(lock, name) ? lock[name] : undefined;
  if (held?.resource === offer.resource)
    throw new PopneedsError({
      code: "already-pinned",
      message: `"${name}" is pinned already, at the edition ${held.edition}`,
      fix: `popneeds fetch ${name} fetches that edition; with --accept-new it moves the pin to the newest.`,
    });
  if (held)
    throw new PopneedsError({
      code: "name-taken",
      message: `"${name}" is pinned already, and is another file: ${held.title}, ${held.resource}`,
      fix: "Give this one another name: --as <name>.",
    });
  return pinned(connection, [{ name, offer }], lock, folder);
}

/**
 * Fetches what a lock pins, exactly, and puts it into a folder of data. What the cache has is not asked for.
 *
 * @param lock see `readLock`; an empty one fetches nothing
 * @param options `folder` of data; `names` of those wanted, all by default
 * @returns the lock as it was, and what became of each input
 * @throws PopneedsError `not-pinned`; `changed-hash` when a portal gives other bytes than the pinned ones, before any file
 *   is put into the folder; `changed-by-hand`, `no-data-package`, `name-taken`, and those of the connection
 * @example
 * ```ts
 * await fetchPinned(openConnection(), await readLock("popneeds.lock.json"), { folder: "data" });
 * ```
 */
export async function fetchPinned(
  connection: Connection,
  lock: Lock,
  { folder, names = Object.keys(lock) }: { readonly folder: string; readonly names?: readonly string[] },
): Promise<FetchedInputs> {
  const fetched = [];
  for (const name of names) {
    const pin = pinOf(lock, name);
    fetched.push({ name, pin, file: await connection.file(pin.url, { name, sha256: pin.sha256 }) });
  }
  return { lock, inputs: await placed(fetched, lock, folder) };
}

/**
 * Moves pins to the editions that the portals have now, and puts those into a folder of data.
 *
 * @param portals the portals by name
 * @param lock the pins so far
 * @param options `folder` of data; `names` of those wanted, all by default
 * @returns a new lock; the caller writes it
 * @throws PopneedsError `not-pinned`; `not-on-portal` when a file was withdrawn; and those of `fetchPinned`
 * @example
 * ```ts
 * const moved = await movePins(connection, { phs, statistics }, lock, { folder: "data", names: ["beds"] });
 * await writeLock(lockFileName, moved.lock);
 * ```
 */
export async function movePins(
  connection: Connection,
  portals: Portals,
  lock: Lock,
  { folder, names = Object.keys(lock) }: { readonly folder: string; readonly names?: readonly string[] },
): Promise<FetchedInputs> {
  const asked = new Map<string, Offers>();
  const wanted = [];
  for (const name of names) {
    const pin = pinOf(lock, name);
    const key = `${pin.portal} ${pin.dataset}`;
    const now = asked.get(key) ?? (await portals[pin.portal].files(pin.dataset));
    asked.set(key, now);
    const offer = now.offers.find(({ resource }) => resource === pin.resource);
    if (!offer)
      throw new PopneedsError({
        code: "not-on-portal",
        message: `${name}: ${pin.title} (${pin.resource}) is no longer on the portal`,
        fix: `See ${pin.page} for what took its place; the pinned edition stays usable from the cache.`,
      });
    wanted.push({ name, offer });
  }
  return pinned(connection, wanted, lock, folder);
}

async function pinned(
  connection: Connection,
  wanted: readonly { readonly name: string; readonly offer: Offer }[],
  lock: Lock,
  folder: string,
): Promise<FetchedInputs> {
  const fetched = [];
  for (const { name, offer } of wanted) {
    const file = await connection.file(offer.url, { name });
    const { size, created: _, ...described } = offer;
    const { bytes, sha256 } = file;
    const pin: Pin = { ...described, file: fileName(name, offer.url), bytes, sha256, fetched: file.fetched };
    fetched.push({ name, pin, file, size });
  }
  const inputs = await placed(fetched, lock, folder);
  return { lock: { ...lock, ...Object.fromEntries(inputs.map(({ name, pin }) => [name, pin])) }, inputs };
}

async function placed(
  fetched: readonly {
    readonly name: string;
    readonly pin: Pin;
    readonly file: Awaited<ReturnType<Connection["file"]>>;
    readonly size?: number | null;
  }[],
  before: Lock,
  folder: string,
): Promise<readonly FetchedInput[]> {
  const dataPackage = await openDataPackage(folder);
  dataPackage.checkNames(fetched.map(({ name }) => name));
  const inputs: FetchedInput[] = [];
  for (const { name, pin, file, size = null } of fetched) {
    const ours = [dataPackage.hashOf(pin.file), before[name]?.sha256];
    const outcome = await mayStand(folder, pin.file, pin.sha256, ours);
    inputs.push({ name, pin, outcome, from: file.from, sizeOnPortal: size === file.bytes ? null : size });
  }
  // Only now, when nothing is in the way of any of them.
  for (const [i, { outcome, pin }] of inputs.entries())
    if (outcome === "placed") await copyWhole(fetched[i]!.file.path, join(folder, pin.file));
  if (inputs.length > 0) await dataPackage.write(Object.fromEntries(inputs.map(({ name, pin }) => [name, pin])));
  return inputs;
}

function pinOf(lock: Lock, name: string): Pin {
  if (Object.hasOwn(lock, name)) return lock[name]!;
  throw new PopneedsError({
    code: "not-pinned",
    message: `"${name}" is not in the lock file; it pins ${Object.keys(lock).slice(0, 8).join(", ") || "nothing"}`,
    fix: "popneeds fetch <dataset-or-resource> pins a file.",
  });
}
