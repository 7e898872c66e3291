import { createHash } from "node:crypto";
import { mkdir, readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Downloaded, Version } from "../transport/index.ts";
import { sha256OfFile } from "./sha256-of-file.ts";
import { writeWhole } from "./write-whole.ts";

/** What the cache knows of an address: which content it last gave, and the portal's marks of that version. */
export interface Known extends Version {
  readonly address: string;
  readonly sha256: string;
  readonly bytes: number;
  /** When it was fetched, by the portal's clock; `null` where it sent no date. */
  readonly fetched: string | null;
}

/** Content on disk under the name of its own SHA-256, and an index of the addresses that it came from. */
export interface ContentCache {
  readonly folder: string;
  /** Where unfinished downloads stand. */
  readonly partial: string;
  pathOf(sha256: string): string;
  /** Whether the content is there and its bytes are still those that its name says. */
  state(sha256: string): Promise<"whole" | "missing" | "damaged">;
  known(address: string): Promise<Known | null>;
  /** Takes a downloaded file in by renaming it. */
  keepFile(address: string, file: Downloaded): Promise<Known>;
  keepText(address: string, text: string, fetched: string | null): Promise<Known>;
}

/**
 * Opens a cache; nothing is made on disk before something is kept.
 *
 * Content is written beside its place and renamed, so that a run which fails or is stopped leaves earlier content whole.
 *
 * @param folder see `cacheFolder`
 */
export function openCache(folder: string): ContentCache {
  const pathOf = (sha256: string) => join(folder, "content", sha256.slice(0, 2), sha256);
  const indexOf = (address: string) => join(folder, "index", `${sha256Of(address)}.json`);

  async function remember(known: Known): Promise<Known> {
    await writeWhole(indexOf(known.address), `${JSON.stringify(known, null, 2)}\n`);
    return known;
  }

  return Object.freeze({
    folder,
    partial: join(folder, "partial"),
    pathOf,
    async state(sha256: string) {
      const found = await sha256OfFile(pathOf(sha256));
      if (found === null) return "missing";
      return found === sha256 ? "whole" : "damaged";
    },
    known: async (address: string) => readKnown(indexOf(address), address),
    async keepFile(address: string, { path, sha256, bytes, etag, lastModified, fetched }: Downloaded) {
      await mkdir(dirname(pathOf(sha256)), { recursive: true });
      await rename(path, pathOf(sha256));
      return remember({ address, sha256, bytes, etag, lastModified, fetched });
    },
    async keepText(address: string, text: string, fetched: string | null) {
      const sha256 = sha256Of(text);
      await writeWhole(pathOf(sha256), text);
      return remember({ address, sha256, bytes: Buffer.byteLength(text), etag: null, lastModified: null, fetched });
    },
  });
}

function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** An index that cannot be read is as good as none: the content will be fetched again. */
async function readKnown(file: string, address: string): Promise<Known | null> {
  try {
    const known = JSON.parse(await readFile(file, "utf8")) as Known;
    return known.address === address && /^[0-9a-f]{64}$/.test(known.sha256) ? known : null;
  } catch {
    return null;
  }
}
