import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { type Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { Dispatcher } from "undici";
import { contentRange } from "./content-range.ts";
import { connectionFault, FailedAttempt } from "./failed-attempt.ts";
import { looksLikeHtml } from "./looks-like-html.ts";
import { type Part, restart } from "./part.ts";
import { type Response, send } from "./send.ts";

/** What is known of the version of a file that is on disk already. */
export interface Version {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** A file that has come whole. */
export interface Downloaded extends Version {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** The portal's own time of the answer; `null` where it sends none. */
  readonly fetched: string | null;
}

/**
 * Makes one attempt to fetch what a part lacks, streamed to disk and hashed on the way.
 *
 * @param known the version that is held already: the portal is asked only for another
 * @returns the file; `null` when the portal has no other version than the known one
 * @throws FailedAttempt; what has come stays in the part
 */
export async function download(
  address: string,
  part: Part,
  known: Version | null,
  headers: Readonly<Record<string, string>>,
  dispatcher: Dispatcher,
): Promise<Downloaded | null> {
  const response = await send(address, { ...headers, ...conditions(part, known) }, dispatcher);
  if (response.status === 304) {
    await response.body.dump();
    return null;
  }
  if (response.status === 206) await resumed(address, part, response);
  else if (response.status === 200) await begun(part, response);
  else throw await refused(address, part, response);
  await take(address, part, response);
  await whole(address, part);
  const { etag = null, "last-modified": lastModified = null } = response.headers;
  const fetched = response.headers["date"];
  return {
    path: part.path,
    sha256: part.hash.copy().digest("hex"),
    bytes: part.bytes,
    etag,
    lastModified,
    fetched: fetched === undefined || Number.isNaN(Date.parse(fetched)) ? null : new Date(fetched).toISOString(),
  };
}

function conditions(part: Part, known: Version | null): Record<string, string> {
  if (part.bytes > 0 && part.validator !== null) return { range: `bytes=${part.bytes}-`, "if-range": part.validator };
  if (known?.etag) return { "if-none-match": known.etag };
  return known?.lastModified ? { "if-modified-since": known.lastModified } : {};
}

async function begun(part: Part, { headers }: Response): Promise<void> {
  const encoded = isEncoded(headers["content-encoding"]);
  const strong = headers["etag"]?.startsWith("W/") ? undefined : headers["etag"];
  const length = headers["content-length"];
  // Of a body that the server packs, neither length nor ranges are those of the file.
  await restart(
    part,
    encoded ? null : (strong ?? headers["last-modified"] ?? null),
    encoded || length === undefined ? null : Number(length),
  );
}

async function resumed(address: string, part: Part, { headers, body }: Response): Promise<void> {
  const { from, total } = contentRange(headers["content-range"]);
  if (from === part.bytes && part.bytes > 0 && (part.total === null || total === null || total === part.total)) {
    part.total ??= total;
    return;
  }
  await body.dump();
  await restart(part, null, null);
  throw new FailedAttempt(
    {
      code: "wrong-range",
      message: `${address}: asked for the rest of the file, the portal sent another part of it (${headers["content-range"] ?? "no Content-Range"})`,
      fix: "Run it again; if it stays so, download the file by hand.",
    },
    { passing: true },
  );
}

async function refused(address: string, part: Part, { status, headers, body }: Response): Promise<FailedAttempt> {
  await body.dump();
  if (status === 416 && part.bytes > 0) {
    const { total } = contentRange(headers["content-range"]);
    const [had, said] = [part.bytes, part.total];
    await restart(part, null, null);
    if (total === had && said !== null) return wrongLength(address, said, had);
    return new FailedAttempt(
      { code: "cut-off", message: `${address}: the rest of the file could not be had (416)`, fix: "Run it again." },
      { passing: true },
    );
  }
  const gone = status === 404 || status === 410;
  return new FailedAttempt({
    code: gone ? "not-on-portal" : "http-error",
    message: `${address}: the portal answers ${status}${gone ? ", there is no such file" : ""}`,
    fix: gone
      ? "It may have been withdrawn or renamed: look with popneeds outdated, or on the portal's page of the data set."
      : "Open the address in a browser; a firewall may refuse programs where it lets browsers pass.",
  });
}

async function take(address: string, part: Part, { headers, body }: Response): Promise<void> {
  const encoding = headers["content-encoding"];
  // What is counted and hashed has been written: a break must leave the file as long as the part says.
  const file = await open(part.path, "r+");
  const write = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      for (let at = 0; at < chunk.length; )
        at += (await file.write(chunk, at, chunk.length - at, part.bytes + at)).bytesWritten;
      part.hash.update(chunk);
      part.bytes += chunk.length;
    }
  };
  try {
    if (isEncoded(encoding)) await pipeline(body, decoder(address, encoding!), write);
    else await pipeline(body, write);
    await file.sync();
  } catch (error) {
    if (error instanceof FailedAttempt) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (code.startsWith("Z_") || code.startsWith("ERR__ERROR_FORMAT")) throw truncated(address, { passing: true });
    if (["ENOSPC", "EACCES", "EROFS", "EDQUOT", "EIO"].includes(code))
      throw new FailedAttempt({
        code: "cannot-write",
        message: `${part.path}: the file cannot be written (${code})`,
        fix: "Make room, or give another folder for the cache.",
      });
    const fault = connectionFault(address, error);
    if (fault.fault.code !== "cut-off") throw fault;
    part.stops.push(part.bytes);
    throw new FailedAttempt(
      {
        ...fault.fault,
        message: `${fault.fault.message}; ${part.bytes} of ${part.total ?? "an unknown number of"} bytes came`,
      },
      { passing: true },
    );
  } finally {
    await file.close();
  }
}

/** Whether what has come is all, is data, and can be unzipped. */
async function whole(address: string, part: Part): Promise<void> {
  const { total, bytes } = part;
  if (total !== null && bytes < total) {
    part.stops.push(bytes);
    throw new FailedAttempt(
      {
        code: "cut-off",
        message: `${address}: ${bytes} of ${total} bytes came`,
        fix: "Run it again: only the rest is asked for where the portal allows it.",
      },
      { passing: true },
    );
  }
  if (total !== null && bytes > total) throw wrongLength(address, total, bytes);
  const start = await firstBytes(part.path);
  if (bytes === 0)
    throw new FailedAttempt({
      code: "empty-answer",
      message: `${address}: the portal answers with no bytes at all`,
      fix: "Look at the portal's page of the data set; try again later.",
    });
  if (looksLikeHtml(start)) throw htmlInstead(address);
  if (start[0] === 0x1f && start[1] === 0x8b) await unzips(address, part.path);
}

async function unzips(address: string, path: string): Promise<void> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  try {
    await pipeline(createReadStream(path), createGunzip(), nowhere);
  } catch {
    throw truncated(address, { passing: false });
  }
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A web page came where data were expected. */
export function htmlInstead(address: string): FailedAttempt {
  return new FailedAttempt({
    code: "html-instead-of-data",
    message: `${address}: a web page came where data were expected`,
    fix: "Open the address in a browser: the portal may be under repair, or your network may want you to log in.",
  });
}

/** The portal announces one length and sends another. */
export function wrongLength(address: string, said: number, had: number): FailedAttempt {
  return new FailedAttempt({
    code: "wrong-length",
    message: `${address}: the portal says that the file has ${said} bytes, and sends ${had}`,
    fix: "Do not use it: it may not be whole. Try again later, and report it to the publisher if it stays so.",
  });
}

function truncated(address: string, { passing }: { readonly passing: boolean }): FailedAttempt {
  return new FailedAttempt(
    {
      code: "truncated-gzip",
      message: `${address}: what came is gzip, and cannot be unzipped to its end`,
      fix: "It was cut off, or damaged, at the portal: try again later, and report it to the publisher if it stays so.",
    },
    { passing },
  );
}

function isEncoded(encoding: string | undefined): boolean {
  return encoding !== undefined && encoding.trim() !== "" && encoding.trim().toLowerCase() !== "identity";
}

/** Unpacks a body that a server packs although it was asked not to. */
export function decoder(address: string, encoding: string): Transform {
  const packed = encoding.trim().toLowerCase();
  if (packed === "gzip" || packed === "x-gzip") return createGunzip();
  if (packed === "deflate") return createInflate();
  if (packed === "br") return createBrotliDecompress();
  throw new FailedAttempt({
    code: "http-error",
    message: `${address}: the answer is packed in a way that is not known: ${encoding}`,
    fix: "Download the file by hand.",
  });
}
