import type { Issue } from "@popneeds/core";
import { counted } from "./doubt.ts";
import type { SchemaDraft } from "./schema-draft.ts";

/** A draft as plain text: each column with what it seems to be and how sure that is, then every doubt with what to do about it. */
export function draftAsText({ file, rows, columns, doubts, encoding, delimiter, schema }: SchemaDraft): string {
  const cells = columns.map(({ header, position, seems, confidence, what, field }) => [
    header || `(column ${position} has no header)`,
    field === null && seems !== "qualifier" ? `${seems}, not read` : seems,
    confidence,
    what,
  ]);
  const widths = [0, 1, 2].map((at) => Math.min(36, Math.max(...cells.map((row) => row[at]!.length))));
  const lines = cells.map((row) =>
    `  ${row.map((cell, at) => (at < 3 ? cell.padEnd(widths[at]!) : cell)).join("  ")}`.trimEnd(),
  );
  const all = [...doubts, ...columns.flatMap((column) => column.doubts)];
  const open = all.filter(({ severity }) => severity !== "note");
  const notes = all.filter(({ severity }) => severity === "note");
  const written = `${encoding === "utf-8" ? "UTF-8" : "Windows-1252"}, ${delimiter === "," ? "commas" : delimiter === "\t" ? "tabs" : `"${delimiter}"`} between cells`;
  return [
    `${file}: ${counted(rows, "row")}, ${counted(columns.length, "column")}; ${written}`,
    "",
    "What the columns seem to be:",
    ...lines,
    ...(open.length > 0 ? ["", `To decide (${open.length}):`, ...open.flatMap(paragraph)] : []),
    ...(notes.length > 0 ? ["", "Worth knowing:", ...notes.map(({ message }) => `  - ${message}`)] : []),
    ...(schema === null ? ["", "No schema can read the file as it stands."] : []),
  ].join("\n");
}

function paragraph({ message, fix, line }: Issue): readonly string[] {
  return [`  - ${message}${line === undefined ? "" : ` (first on line ${line})`}`, `    ${fix}`];
}
