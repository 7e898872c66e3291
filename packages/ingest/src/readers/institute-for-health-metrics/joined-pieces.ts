import { type Issue, PopneedsError } from "@popneeds/core";
import { csvTable } from "../../published/csv-table.ts";
import { headerOf } from "../../published/header-of.ts";
import type { RawFile } from "../../published/raw-file.ts";
import type { RawTable } from "../../published/raw-table.ts";

/** The texts in which the results stand: the file itself, or the pieces in an archive whose header fits. */
export function piecesOf(file: RawFile, fits: (header: readonly string[]) => boolean): readonly RawFile[] {
  return (file.kind === "archive" ? file.entries : [file]).filter((piece) => fits(headerOf(piece)));
}

/**
 * One table of a file, or of an archive in which the results tool splits a large answer into `-1.csv`, `-2.csv` and so on.
 *
 * Lines are counted on from piece to piece, and a note says which piece has which. What else is in the archive is named and not
 * read.
 *
 * @throws PopneedsError `pieces-differ` when two pieces have different headers, `no-pieces`, `not-utf-8`
 */
export function joinedPieces(file: RawFile, fits: (header: readonly string[]) => boolean): RawTable {
  if (file.kind !== "archive") return csvTable(file);
  const pieces = piecesOf(file, fits);
  if (pieces.length === 0) throw fault("no-pieces", file.name, "no file in the archive has the header of results");
  const tables = pieces.map((piece) => csvTable(piece));
  const first = tables[0]!;
  for (const [i, { header }] of tables.entries()) {
    if (pieces[i]!.encoding !== "utf-8") throw fault("not-utf-8", pieces[i]!.name, "the piece is not UTF-8 text");
    if (header.join("\n") !== first.header.join("\n"))
      throw fault("pieces-differ", pieces[i]!.name, `its header is not that of ${pieces[0]!.name}`);
  }
  const spans: string[] = [];
  const issues: Issue[] = [];
  const lines: number[] = [];
  let before = 0;
  for (const [i, table] of tables.entries()) {
    for (const line of Array.from(table.lines)) lines.push(before + line);
    issues.push(...table.issues);
    const length = pieces[i]!.text.replace(/(\r\r\n|\r\n|\n|\r)$/, "").split(/\r\r\n|\r\n|\n|\r/).length;
    spans.push(
      `${entryName(pieces[i]!, file)} has lines ${(before + 1).toLocaleString("en-GB")} to ${(before + length).toLocaleString("en-GB")}`,
    );
    before += length;
  }
  return {
    file: file.name,
    header: first.header,
    rows: tables.flatMap(({ rows }) => rows),
    lines,
    issues: [...issues, ...about(file, pieces, spans)],
  };
}

function about(file: RawFile, pieces: readonly RawFile[], spans: readonly string[]): readonly Issue[] {
  const rest = file.entries.filter((entry) => !pieces.includes(entry)).map((entry) => entryName(entry, file));
  const note = { severity: "note", file: file.name, fix: "Nothing to do." } as const;
  return [
    ...(pieces.length > 1
      ? [{ ...note, code: "pieces-joined", message: `${pieces.length} pieces were put together: ${spans.join("; ")}` }]
      : []),
    ...(rest.length > 0
      ? [{ ...note, code: "entry-not-read", message: `not read from the archive: ${rest.join(", ")}` }]
      : []),
  ];
}

function entryName({ name }: RawFile, file: RawFile): string {
  return name.startsWith(`${file.name}, `) ? name.slice(file.name.length + 2) : name;
}

function fault(code: string, file: string, message: string): PopneedsError {
  const fix = "Download the archive again; its pieces must be of one answer.";
  return new PopneedsError({
    code,
    message: `${file}: ${message}`,
    fix,
    issues: [{ code, severity: "error", message, fix, file }],
  });
}
