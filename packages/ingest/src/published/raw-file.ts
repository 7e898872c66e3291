import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { PopneedsError } from "@popneeds/core";
import { unzipSync } from "fflate";
import { decode, type Encoding, readFileBytes, unzipped } from "../read-file-text.ts";
import { readWorkbook, type Sheet } from "./workbook.ts";

/** A file as it was published, opened but not yet understood: what readers look at. */
export interface RawFile {
  /** How messages name it. */
  readonly name: string;
  /** SHA-256 of the bytes on disk, in hexadecimal. */
  readonly sha256: string;
  readonly kind: "text" | "workbook" | "archive";
  /** The text, without byte-order mark; empty unless the file is text. */
  readonly text: string;
  /** How the text is written: Windows-1252 where the bytes are no UTF-8. A reader must expect it to accept it. */
  readonly encoding: Encoding;
  /** The first lines of the text, at most 40, for recognising. */
  readonly head: readonly string[];
  /** The sheets of a workbook; none unless the file is one. */
  readonly sheets: readonly Sheet[];
  /** The files in a zip archive, in the order of their names; none unless the file is one. */
  readonly entries: readonly RawFile[];
}

/**
 * Opens a published file: text (plain or gzip), a workbook (xlsx, xls, ods) or a zip archive of such files.
 *
 * @param path path of the file
 * @param options `name`: how messages name it; its path by default
 * @throws PopneedsError `no-such-file`, `empty-file`, `truncated-gzip`, `not-utf-8` (UTF-16), `not-text`, `damaged-workbook`,
 *   `damaged-archive`
 */
export async function openRawFile(path: string, { name = path }: { readonly name?: string } = {}): Promise<RawFile> {
  const { bytes } = await readFileBytes(path, name);
  return rawFile(bytes, name);
}

/**
 * A published file of bytes that were already read, as `openRawFile`.
 *
 * @param bytes the file's bytes, or its text
 */
export async function rawFile(bytes: Uint8Array | string, name: string): Promise<RawFile> {
  const buffer = typeof bytes === "string" ? Buffer.from(bytes) : Buffer.from(bytes);
  if (buffer.length === 0) throw damaged("empty-file", name, "the file is empty");
  const sha256 = createHash("sha256").update(buffer).digest("hex");
  const none = { text: "", encoding: "utf-8" as const, head: [], sheets: [], entries: [] };
  const content = unzipped(buffer, name);
  const kind = kindOf(content, name);
  if (kind === "workbook") {
    const sheets = await readWorkbook(content, name);
    return Object.freeze({ ...none, name, sha256, kind, sheets });
  }
  if (kind === "archive") {
    const entries = await Promise.all(
      [...archived(content, name)].map(([entry, inside]) => rawFile(inside, `${name}, ${entry}`)),
    );
    return Object.freeze({ ...none, name, sha256, kind, entries });
  }
  const encoding: Encoding = isUtf8(content) ? "utf-8" : "windows-1252";
  const text = decode(content, encoding, name);
  if (text.trim() === "") throw damaged("empty-file", name, "the file holds no text");
  // A NUL stands in no published text: the bytes are something else, or a text in UTF-16 without its mark.
  if (text.includes("\0")) throw damaged("not-text", name, "the file is neither text nor a workbook that can be read");
  const head = text.slice(0, 200_000).split(/\r\r\n|\r\n|\n|\r/, 40);
  return Object.freeze({ ...none, name, sha256, kind, text, encoding, head });
}

function kindOf(bytes: Buffer, name: string): RawFile["kind"] {
  if (bytes.subarray(0, 4).toString("hex") === "d0cf11e0") return "workbook";
  if (bytes.subarray(0, 4).toString("latin1") !== "PK\x03\x04") return "text";
  const names = namesIn(bytes, name);
  return names.includes("[Content_Types].xml") || names.includes("content.xml") ? "workbook" : "archive";
}

function namesIn(bytes: Buffer, name: string): readonly string[] {
  const names: string[] = [];
  unzip(bytes, name, (entry) => {
    names.push(entry);
    return false;
  });
  return names;
}

function archived(bytes: Buffer, name: string): ReadonlyMap<string, Uint8Array> {
  const wanted = (entry: string) => !entry.endsWith("/") && !entry.startsWith("__MACOSX/");
  const entries = Object.entries(unzip(bytes, name, wanted)).filter(([, inside]) => inside.length > 0);
  return new Map(entries.sort(([a], [b]) => a.localeCompare(b, "en-GB", { numeric: true })));
}

function unzip(bytes: Buffer, name: string, wanted: (entry: string) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter: (entry) => wanted(entry.name) });
  } catch (cause) {
    throw damaged(
      "damaged-archive",
      name,
      `the file is a zip archive or a workbook that cannot be unpacked (${cause instanceof Error ? cause.message : cause})`,
    );
  }
}

function damaged(code: string, file: string, what: string): PopneedsError {
  const fix = "It was cut off, or damaged: download it again.";
  return new PopneedsError({
    code,
    message: `${file}: ${what}`,
    fix,
    issues: [{ code, severity: "error", message: what, fix, file }],
  });
}
