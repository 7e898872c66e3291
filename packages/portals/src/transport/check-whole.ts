import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { htmlInstead, truncated, wrongLength } from "./body-faults.ts";
import { FailedAttempt } from "./failed-attempt.ts";
import { looksLikeHtml } from "./looks-like-html.ts";
import type { Part } from "./part.ts";

/**
 * Checks that what has come is all, is data, and can be unzipped if it is gzip.
 *
 * @throws FailedAttempt
 */
export async function checkWhole(address: string, part: Part): Promise<void> {
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
