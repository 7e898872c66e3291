import { type Issue, PopneedsError } from "@popneeds/core";
import { type About, sourceOf } from "../read-csv.ts";
import { readers as allReaders } from "../readers/readers.ts";
import { eachOnce } from "./each-once.ts";
import { notesOfAll } from "./notes-of-all.ts";
import { type PublishedFile, type PublishedTable, publishedFile } from "./published-file.ts";
import { openRawFile, type RawFile } from "./raw-file.ts";
import type { RawTable } from "./raw-table.ts";
import type { Reader } from "./reader.ts";
import { theReader } from "./recognise.ts";
import { slices } from "./slices.ts";

export interface PublishedOptions extends Omit<About, "encoding" | "delimiter"> {
  /** Name of the reader; default the one that recognises the file. */
  readonly reader?: string;
  /** Readers to choose from; default all that come with popneeds. Give your own to add a format. */
  readonly readers?: readonly Reader[];
}

/**
 * Reads a file as its publisher gave it out: CSV, text, workbook or zip, in any of the formats that a reader knows.
 *
 * The reader is recognised, and the result says which it is and why. Totals are held apart from parts, each kind in a
 * table of its own. A row that cannot be read is left out, with an issue that gives its line, the reason and the fix.
 *
 * @param path    path of the file
 * @param options `reader`: its name, where two fit or none is recognised; title, publisher, edition, licence: printed wherever
 *   the figures are used, in place of what the reader says
 * @throws PopneedsError `unknown-format` when no reader knows the file; `several-readers` when several do; when the file cannot be
 *   read at all: `no-such-file`, `empty-file`, `truncated-gzip`, `not-utf-8`, `not-text`, `damaged-workbook`, `damaged-archive`,
 *   `missing-column` and what else keeps a table from being found in it
 *
 * @example
 * const file = await readPublished("phs_ca_pop_est_1981_2023.csv")
 * file.tables.map(({ name }) => name) // [ "by area, period, sex and age", … ]
 */
export async function readPublished(path: string, options: PublishedOptions = {}): Promise<PublishedFile> {
  return readRaw(await openRawFile(path, options.name === undefined ? {} : { name: options.name }), options);
}

/** Reads a published file that was already opened, as `readPublished`. */
export function readRaw(
  file: RawFile,
  { reader: wanted, readers = allReaders, ...about }: PublishedOptions = {},
): PublishedFile {
  const { reader, because } = theReader(file, readers, wanted);
  refuseEncoding(file, reader);
  const edition = reader.edition?.(file);
  const source = sourceOf(file.name, file.sha256, {
    title: reader.title,
    publisher: reader.publisher,
    licence: reader.licence,
    evidence: reader.evidence,
    ...(edition ? { edition } : {}),
    ...about,
  });
  const issues: Issue[] = [...cutOff(file)];
  const tables: PublishedTable[] = [];
  const rows = rowCounter();
  for (const part of reader.parts(file)) {
    const sliced = slices(part, source);
    issues.push(...sliced.issues);
    for (const { name, totalOf, table } of sliced.slices) tables.push({ name, part: part.name, totalOf, table });
    rows.read(part.cells);
    rows.refused(sliced.issues);
    for (const { table } of sliced.slices) rows.refused(table.issues);
  }
  if (rows.counted().read === 0) throw noRows(file);
  return publishedFile({
    reader: reader.name,
    because,
    source,
    tables,
    rows: rows.counted(),
    issues: eachOnce([...issues, ...notesOfAll(tables.flatMap(({ table }) => table.issues))]),
  });
}

/**
 * Counts the rows of a file, each once, though several parts may be made of it: the ages and the total of a row, or each of the years
 * that stand across.
 */
function rowCounter() {
  const read = new Map<string, Set<number>>();
  const refused = new Map<string, Set<number>>();
  let merged = 0;
  const add = (to: Map<string, Set<number>>, file: string, line: number): void => {
    const lines = to.get(file);
    if (lines) lines.add(line);
    else to.set(file, new Set([line]));
  };
  const size = (of: Map<string, Set<number>>): number => [...of.values()].reduce((sum, lines) => sum + lines.size, 0);
  const faults = (issues: readonly Issue[]) =>
    issues.flatMap(({ severity, file, line }) => (severity === "error" && file && line ? [[file, line] as const] : []));
  return {
    read({ file, lines, issues, merged: more = 0 }: RawTable): void {
      for (let i = 0; i < lines.length; i++) add(read, file, lines[i]!);
      for (const [of, line] of faults(issues)) add(read, of, line);
      merged += more;
    },
    refused(issues: readonly Issue[]): void {
      for (const [file, line] of faults(issues)) add(refused, file, line);
    },
    counted() {
      const [all, lost] = [size(read) + merged, size(refused)];
      return { read: all, used: all - lost, refused: lost };
    },
  };
}

function refuseEncoding(file: RawFile, { name, encodings = ["utf-8"] }: Reader): void {
  if (file.kind !== "text" || encodings.includes(file.encoding)) return;
  throw fault(
    file,
    "not-utf-8",
    `the file is not UTF-8 text, and the reader ${name} expects nothing else`,
    "It was saved by another program: download it again, or save it as CSV UTF-8.",
  );
}

/** A text that does not end with a line end may have lost the end of its last figure. */
function cutOff({ kind, text, name }: RawFile): readonly Issue[] {
  if (kind !== "text" || /[\r\n]$/.test(text) || /[}\]]$/.test(text)) return [];
  return [
    {
      code: "no-line-end",
      severity: "warning",
      file: name,
      message: "the last line has no line end: the file may have been cut off, and its last figure with it",
      fix: "Compare the file's length with the publisher's, or download it again.",
    },
  ];
}

function noRows(file: RawFile): PopneedsError {
  return fault(file, "no-rows", "the file has no rows", "Download or export it again.");
}

function fault({ name }: RawFile, code: string, message: string, fix: string): PopneedsError {
  return new PopneedsError({
    code,
    message: `${name}: ${message}`,
    fix,
    issues: [{ code, severity: "error", message, fix, file: name }],
  });
}
