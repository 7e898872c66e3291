import type { Issue } from "@popneeds/core";
import type { RawTable } from "./raw-table.ts";
import { withoutNotes } from "./without-notes.ts";

const meanings: Readonly<Record<string, string>> = {
  b: "break in time series",
  e: "estimated",
  f: "forecast",
  l: "low reliability",
  p: "provisional",
  r: "revised",
  u: "low reliability",
};

/**
 * A table whose labels stand without the shorthand and the marks of notes that accessible workbooks glue to them: `2011 [b]` becomes
 * `2011`, `Methadone [note 6]` becomes `Methadone`.
 *
 * What shorthand says is a note issue for each meaning; the marks of notes are one note issue for the table. Nothing is lost.
 *
 * @param columns headers of the columns of labels
 */
export function withoutShorthand(table: RawTable, columns: readonly string[]): RawTable {
  const at = columns.map((text) => table.header.indexOf(text)).filter((column) => column !== -1);
  const said = new Map<string, Set<string>>();
  const say = (what: string, label: string) => said.set(what, (said.get(what) ?? new Set()).add(label));
  const rows = table.rows.map((row) => {
    if (!at.some((column) => row[column]!.includes("[") || /[\n]|\s\s/.test(row[column]!))) return row;
    return row.map((cell, column) => {
      if (!at.includes(column)) return cell;
      const { text, notes } = withoutNotes(cell);
      const label = text.replaceAll(/\s*\[([a-z])\]/g, "").trim();
      for (const [, mark] of text.matchAll(/\[([a-z])\]/g)) say(meanings[mark!] ?? `marked [${mark}]`, label);
      if (notes.length > 0) say("notes", `${label} (${notes.join(", ")})`);
      return label;
    });
  });
  return { ...table, rows, issues: [...table.issues, ...issuesOf(table.file, said)] };
}

function issuesOf(file: string, said: ReadonlyMap<string, ReadonlySet<string>>): readonly Issue[] {
  return [...said].map(([what, labels]): Issue => {
    const all = [...labels];
    const more = all.length - 3;
    const named = `${all.slice(0, 3).join("; ")}${more > 0 ? ` and ${more} more` : ""}`;
    return what === "notes"
      ? {
          code: "notes-left-off",
          severity: "note",
          file,
          message: `the marks of notes were left off ${named}`,
          fix: "Read the publisher's notes, on a sheet of their own, before using the figures.",
        }
      : {
          code: "qualified-rows",
          severity: "note",
          file,
          message: `${named}: ${what}`,
          fix: "Nothing to do; say so where the figures are used.",
        };
  });
}
