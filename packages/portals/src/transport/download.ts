import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { Dispatcher } from "undici";
import { truncated, wrongLength } from "./body-faults.ts";
import { checkWhole } from "./check-whole.ts";
import { contentRange } from "./content-range.ts";
import { decoder, isUnpackingError } from "./decoder.ts";
import { connectionFault, FailedAttempt } from "./failed-attempt.ts";
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
  else if (response.status === 200) await begun(address, part, response);
  else throw await refused(address, part, response);
  await take(address, part, response);
  await checkWhole(address, part);
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

async function begun(address: string, part: Part, { headers }: Response): Promise<void> {
  const encoded = decoder(address, headers["content-encoding"]) !== null;
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
    const unpacked = decoder(address, headers["content-encoding"]);
    if (unpacked) await pipeline(body, unpacked, write);
    else await pipeline(body, write);
    await file.sync();
  } catch (error) {
    if (error instanceof FailedAttempt) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (isUnpackingError(error)) throw truncated(address, { passing: true });
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
