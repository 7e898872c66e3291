import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, truncate, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";

/** A download that is not whole yet: a file on disk, and the hash of what it holds so far. */
export interface Part {
  readonly path: string;
  /** Bytes that have come. */
  bytes: number;
  hash: Hash;
  /** What tells the portal which version the bytes are of: a strong ETag, or the date of the last change. */
  validator: string | null;
  /** How many bytes there will be, where the portal said. */
  total: number | null;
  /** At how many bytes each attempt so far was cut off. */
  readonly stops: number[];
}

/**
 * The part of a download that an earlier run left, or an empty one.
 *
 * A part belongs to one process, which its name gives: machine and number. That of a process of this machine which has ended
 * is taken over by renaming it, which only one can do.
 */
export async function takePart(folder: string, address: string): Promise<Part> {
  await mkdir(folder, { recursive: true });
  const key = `${shortHash(address)}-${shortHash(hostname())}-`;
  const path = join(folder, `${key}${process.pid}-${++taken}.part`);
  mine.add(path);
  const part: Part = { path, bytes: 0, hash: createHash("sha256"), validator: null, total: null, stops: [] };
  for (const name of await readdir(folder)) {
    if (!name.startsWith(key) || !name.endsWith(".part") || inUse(join(folder, name))) continue;
    const left = join(folder, name);
    const about = await noteOf(left);
    if (part.bytes === 0 && about && (await renamed(left, path))) await takeOver(part, about);
    else await rm(left, { force: true });
    await rm(noteFile(left), { force: true });
  }
  return part;
}

/** Begins again from nothing, with what the answer says of the version that now comes. */
export async function restart(part: Part, validator: string | null, total: number | null): Promise<void> {
  part.bytes = 0;
  part.hash = createHash("sha256");
  part.validator = validator;
  part.total = total;
  await writeFile(part.path, "");
  const note: Note = { validator, total };
  await writeFile(noteFile(part.path), JSON.stringify(note));
}

/** Gives a part up: nothing of it stays. */
export async function dropPart(part: Part): Promise<void> {
  await rm(part.path, { force: true });
  await releasePart(part, { keep: false });
}

/** Ends the use of a part; one that is kept can be taken over by a later run. */
export async function releasePart(part: Part, { keep }: { readonly keep: boolean }): Promise<void> {
  mine.delete(part.path);
  if (!keep) await rm(noteFile(part.path), { force: true });
}

interface Note {
  readonly validator: string | null;
  readonly total: number | null;
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 24);
}

let taken = 0;
const mine = new Set<string>();

function noteFile(path: string): string {
  return `${path}.json`;
}

async function noteOf(path: string): Promise<Note | null> {
  try {
    return JSON.parse(await readFile(noteFile(path), "utf8")) as Note;
  } catch {
    return null;
  }
}

async function takeOver(part: Part, { validator, total }: Note): Promise<void> {
  const { size } = await stat(part.path);
  // Without a validator nobody can say that the rest would be of the same version.
  if (validator === null || (total !== null && size > total)) return truncate(part.path);
  for await (const chunk of createReadStream(part.path)) part.hash.update(chunk as Buffer);
  part.bytes = size;
  part.validator = validator;
  part.total = total;
  await writeFile(noteFile(part.path), JSON.stringify({ validator, total }));
}

async function renamed(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch {
    return false;
  }
}

/** Whether a process that still runs is writing the part. */
function inUse(path: string): boolean {
  const owner = Number(/-(\d+)-\d+\.part$/.exec(path)?.[1]);
  if (owner === process.pid) return mine.has(path);
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
