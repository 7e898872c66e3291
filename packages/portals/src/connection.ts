import { readFile, stat } from "node:fs/promises";
import { PopneedsError } from "@popneeds/core";
import { type ContentCache, cacheFolder, type Known, openCache } from "./cache/index.ts";
import { htmlInstead, looksLikeHtml, openTransport, type PoliteOptions, type Transport } from "./transport/index.ts";

/** How portals are reached, and where what they send is kept. */
export interface ConnectionOptions extends PoliteOptions {
  /** Folder of the cache; `cacheFolder()` by default. */
  readonly cache?: string;
  /** `true`: no network is touched; what is not in the cache is named and refused. */
  readonly offline?: boolean;
}

/** An answer of a portal's interface. */
export interface PortalAnswer {
  readonly status: number;
  readonly text: string;
  /** When it was given, by the portal's clock; `null` where it sent no date. */
  readonly fetched: string | null;
}

/** A file whose bytes are on this machine and have been checked. */
export interface FetchedFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** When it was fetched, by the portal's clock; `null` where it sent no date. */
  readonly fetched: string | null;
  /** `cache`: no byte of it came over the network this time. */
  readonly from: "cache" | "portal";
}

/** The way to portals: polite, cached, or offline. */
export interface Connection {
  readonly offline: boolean;
  /** An answer of an interface; offline, the one that was last given. */
  answer(address: string): Promise<PortalAnswer>;
  /**
   * A file. With `sha256`, exactly that content: without any request where the cache has it.
   * @param name how messages name it
   */
  file(address: string, options?: { readonly name?: string; readonly sha256?: string }): Promise<FetchedFile>;
  /** Closes all connections; what is under way fails. */
  close(): Promise<void>;
}

/**
 * Opens the way to portals. Nothing is sent, and no socket opened, before something is asked for; offline never.
 *
 * @param options cache, offline and how politely to ask; see `ConnectionOptions` and `PoliteOptions`
 * @returns a connection; `answer` and `file` throw PopneedsError: `offline-missing`, `damaged-content` (offline only; online it
 *   is fetched again), `no-connection`, `timed-out`, `cut-off`, `portal-unavailable`, `http-error`, `not-on-portal`,
 *   `wrong-length`, `wrong-range`, `html-instead-of-data`, `empty-answer`, `truncated-gzip`, `changed-hash`, `cannot-write`,
 *   `no-web-address`, `unsafe-redirection`, `too-many-redirections`
 * @throws PopneedsError `odd-option`
 * @example
 * ```ts
 * const connection = openConnection({ cache: "cache", offline: true });
 * ```
 */
export function openConnection({
  cache: folder = cacheFolder(),
  offline = false,
  ...polite
}: ConnectionOptions = {}): Connection {
  const cache = openCache(folder);
  const transport = openTransport(polite);
  return Object.freeze({
    offline,
    answer: (address: string) => (offline ? keptAnswer(cache, address) : askedAnswer(cache, transport, address)),
    async file(address: string, { name = address, sha256 }: { readonly name?: string; readonly sha256?: string } = {}) {
      const known = await cache.known(address);
      const wanted = sha256 ?? known?.sha256;
      const state = wanted === undefined ? "missing" : await cache.state(wanted);
      if (state === "whole" && (offline || sha256 !== undefined)) return held(cache, wanted!, known);
      if (offline) throw missing(name, address, state, sha256);
      return asked(cache, transport, address, { name, sha256, known: state === "whole" ? known : null });
    },
    close: () => transport.close(),
  });
}

async function held(cache: ContentCache, sha256: string, known: Known | null): Promise<FetchedFile> {
  const path = cache.pathOf(sha256);
  const { size } = await stat(path);
  return { path, sha256, bytes: size, fetched: known?.sha256 === sha256 ? known.fetched : null, from: "cache" };
}

async function asked(
  cache: ContentCache,
  transport: Transport,
  address: string,
  { name, sha256, known }: { readonly name: string; readonly sha256: string | undefined; readonly known: Known | null },
): Promise<FetchedFile> {
  const kept = await transport.download(address, cache.partial, known, (file) => cache.keepFile(address, file));
  const now = kept ?? known!;
  if (sha256 !== undefined && now.sha256 !== sha256) throw changed(name, address, sha256, now.sha256);
  const { bytes, fetched } = now;
  return { path: cache.pathOf(now.sha256), sha256: now.sha256, bytes, fetched, from: kept ? "portal" : "cache" };
}

async function keptAnswer(cache: ContentCache, address: string): Promise<PortalAnswer> {
  const known = await cache.known(address);
  const state = known ? await cache.state(known.sha256) : "missing";
  if (known === null || state !== "whole") throw missing("an answer of the portal", address, state, undefined);
  return { status: 200, text: await readFile(cache.pathOf(known.sha256), "utf8"), fetched: known.fetched };
}

async function askedAnswer(cache: ContentCache, transport: Transport, address: string): Promise<PortalAnswer> {
  const { status, text, contentType, fetched } = await transport.answer(address);
  const html = /^\s*text\/html\b/i.test(contentType) || looksLikeHtml(Buffer.from(text.slice(0, 512)));
  if (html && status === 200) throw htmlInstead(address).final(1);
  if (status === 200) await cache.keepText(address, text, fetched);
  return { status, text, fetched };
}

function missing(name: string, address: string, state: string, sha256: string | undefined): PopneedsError {
  const what = sha256 === undefined ? address : `${address} (sha256 ${sha256})`;
  return state === "damaged"
    ? new PopneedsError({
        code: "damaged-content",
        message: `${name}: the bytes in the cache are not those that were fetched from ${what}, and offline they cannot be fetched again`,
        fix: "Run it once without offline.",
      })
    : new PopneedsError({
        code: "offline-missing",
        message: `${name}: not in the cache, and offline nothing is fetched: ${what}`,
        fix: "Run it once without offline, or name the cache that has it.",
      });
}

function changed(name: string, address: string, pinned: string, found: string): PopneedsError {
  return new PopneedsError({
    code: "changed-hash",
    message: `${name}: what ${address} gives is no longer what the lock file pins`,
    where: [`pinned sha256 ${pinned}`, `found  sha256 ${found}`],
    fix: `See popneeds outdated. To use what is there now, move the pin: popneeds fetch ${name === address ? "<name>" : name} --accept-new.`,
  });
}
