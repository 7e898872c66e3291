import type { Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { FailedAttempt } from "./failed-attempt.ts";

/**
 * What unpacks a body that a server packs although it was asked not to; `null` for a body that is not packed.
 *
 * @throws FailedAttempt for a packing that is not known
 */
export function decoder(address: string, encoding: string | undefined): Transform | null {
  const packed = encoding?.trim().toLowerCase() ?? "";
  if (packed === "" || packed === "identity") return null;
  if (packed === "gzip" || packed === "x-gzip") return createGunzip();
  if (packed === "deflate") return createInflate();
  if (packed === "br") return createBrotliDecompress();
  throw new FailedAttempt({
    code: "http-error",
    message: `${address}: the answer is packed in a way that is not known: ${encoding}`,
    fix: "Download the file by hand.",
  });
}

/** Whether an error is that of a packed body that is not whole. */
export function isUnpackingError(error: unknown): boolean {
  return /^(Z_|ERR__ERROR_FORMAT|ERR_PADDING|ERR_BROTLI)/.test((error as NodeJS.ErrnoException).code ?? "");
}
