import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { PopneedsError } from "@popneeds/core";

export interface FileText {
  readonly text: string;
  /** SHA-256 of the bytes on disk, in hexadecimal. */
  readonly sha256: string;
}

/** The encodings that published CSV files come in. Neither is guessed: UTF-8 is the default, the other is said. */
export type Encoding = "utf-8" | "windows-1252";

/**
 * The text of a file, unzipped if it is gzip, without a byte-order mark.
 *
 * @param file path of the file
 * @param name how messages name it; its path by default
 * @throws PopneedsError `no-such-file`, `empty-file`, `truncated-gzip`, `not-text`, `not-utf-8`
 */
export async function readFileText(
  file: string,
  { encoding = "utf-8", name = file }: { readonly encoding?: Encoding; readonly name?: string } = {},
): Promise<FileText> {
  const { bytes, sha256 } = await readFileBytes(file, name);
  const text = decode(unzipped(bytes, name), encoding, name);
  if (text.trim() === "") throw fault("empty-file", name, "the file holds no text", "Download or export it again.");
  return { text, sha256 };
}

/**
 * The bytes of a file, as they are on disk, and their hash.
 *
 * @throws PopneedsError `no-such-file`, `empty-file`
 */
export async function readFileBytes(
  file: string,
  name: string,
): Promise<{ readonly bytes: Buffer; readonly sha256: string }> {
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw fault(
      "no-such-file",
      name,
      cause.code === "ENOENT" ? "there is no such file" : `the file cannot be read (${cause.code})`,
      "Check the path, and that you may read the file.",
    );
  });
  if (bytes.length === 0) throw fault("empty-file", name, "the file is empty", "Download or export it again.");
  return { bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** The bytes of a gzip file unzipped; other bytes as they are. */
export function unzipped(bytes: Buffer, name: string): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes);
  } catch (cause) {
    throw fault(
      "truncated-gzip",
      name,
      `the file is gzip but cannot be unzipped to its end (${cause instanceof Error ? cause.message : cause})`,
      "It was cut off, or damaged: download it again.",
    );
  }
}

/** The text that bytes stand for. */
export function decode(bytes: Buffer, encoding: Encoding, name: string): string {
  if (bytes.subarray(0, 4).toString("latin1") === "PK\x03\x04")
    throw fault(
      "not-text",
      name,
      "the file is a workbook or another zip archive, not CSV",
      "Open it and save the sheet as CSV UTF-8, or unzip it.",
    );
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw fault("not-utf-8", name, "the file is UTF-16 text", "Save it as CSV UTF-8.", 1);
  if (encoding === "windows-1252") return fromWindows1252(bytes);
  if (isUtf8(bytes)) return new TextDecoder("utf-8").decode(bytes);
  const line = firstBadLine(bytes);
  throw fault(
    "not-utf-8",
    name,
    `line ${line} is not UTF-8 text`,
    'Save the file as CSV UTF-8, or say that it is Windows-1252, as older Excel writes it: encoding: "windows-1252".',
    line,
  );
}

/** What Windows-1252 has at 0x80 to 0x9F, where Latin-1 has control characters. Some versions of Node decode it as Latin-1. */
const windows1252 =
  "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

function fromWindows1252(bytes: Buffer): string {
  return bytes.toString("latin1").replace(/[\u0080-\u009F]/g, (byte) => windows1252[byte.charCodeAt(0) - 0x80]!);
}

function firstBadLine(bytes: Buffer): number {
  const lineEnd = bytes.includes(0x0a) ? 0x0a : 0x0d;
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(lineEnd, start);
    const stop = end === -1 ? bytes.length : end + 1;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(start, stop));
    } catch {
      return line;
    }
    start = stop;
  }
  return line;
}

function fault(code: string, file: string, what: string, fix: string, line?: number): PopneedsError {
  const message = `${file}: ${what}`;
  return new PopneedsError({
    code,
    message,
    fix,
    issues: [{ code, severity: "error", message: what, fix, file, ...(line === undefined ? {} : { line }) }],
  });
}
