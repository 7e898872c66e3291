import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { read, utils } from "@e965/xlsx";
import { parse } from "csv-parse/sync";
import { BuildError, check } from "./build-error.ts";
import type { RawRow } from "./raw-row.ts";

/** The published files that the tables are made from. */
export interface RawFiles {
  /** Rows of a CSV by column name. `tables/…` names a file of the tables folder. Gzip is undone by the name's ending. */
  rows(name: string): readonly RawRow[];
  /** Rows of a CSV whose header is not on its first line, as bare cells. */
  cells(name: string): readonly (readonly string[])[];
  /** One sheet of a workbook as bare cells. */
  sheet(name: string, sheet: string): readonly (readonly unknown[])[];
  /** Hexadecimal sha256 of the file's bytes as published. */
  sha256(name: string): string;
}

/** Opens the two folders; a file is read when it is first asked for. */
export function openRawFiles(folders: { readonly data: string; readonly tables: string }): RawFiles {
  const hashes = new Map<string, string>();
  const books = new Map<string, ReturnType<typeof read>>();

  const bytesOf = (name: string): Buffer => {
    const path = name.startsWith("tables/") ? join(folders.tables, name.slice(7)) : join(folders.data, name);
    if (!existsSync(path)) throw new BuildError(`a raw file is missing: ${name} (looked for ${path})`);
    const bytes = readFileSync(path);
    hashes.set(name, createHash("sha256").update(bytes).digest("hex"));
    if (!name.endsWith(".gz")) return bytes;
    try {
      return gunzipSync(bytes);
    } catch (error) {
      throw new BuildError(`${name}: cannot be unzipped: ${(error as Error).message}`);
    }
  };

  return {
    rows(name) {
      const [header, ...records] = parseCsv(name, bytesOf(name), false);
      check(header !== undefined && records.length > 0, { file: name }, "holds no rows");
      return records.map((cells, index) => ({
        file: name,
        line: index + 2,
        cells: Object.fromEntries(header.map((column, at) => [column, cells[at] ?? ""])),
      }));
    },
    cells: (name) => parseCsv(name, bytesOf(name), true),
    sheet(name, sheet) {
      const book = books.get(name) ?? read(bytesOf(name), { dense: true });
      books.set(name, book);
      const found = book.Sheets[sheet];
      check(found !== undefined, { file: name }, () => `has no sheet "${sheet}", only ${book.SheetNames.join(", ")}`);
      return utils.sheet_to_json<unknown[]>(found, { header: 1, defval: null, blankrows: true });
    },
    sha256(name) {
      if (!hashes.has(name)) bytesOf(name);
      return hashes.get(name)!;
    },
  };
}

function parseCsv(name: string, bytes: Buffer, ragged: boolean): string[][] {
  try {
    return parse(bytes, {
      bom: true,
      record_delimiter: ["\r\r\n", "\r\n", "\n"],
      relax_column_count: ragged,
      skip_empty_lines: !ragged,
    });
  } catch (error) {
    throw new BuildError(`${name}: ${(error as Error).message}`);
  }
}
