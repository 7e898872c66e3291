import type { Issue } from "@popneeds/core";
import type { RawFile } from "./raw-file.ts";

/**
 * A note that names the sheets of a workbook that no table was read from: covers, contents, notes, charts.
 *
 * @param read names of the sheets that were read
 */
export function sheetsNotRead({ name, sheets }: RawFile, read: Iterable<string>): readonly Issue[] {
  const known = new Set(read);
  const left = sheets.filter((sheet) => !known.has(sheet.name) && sheet.rows.length > 0);
  if (left.length === 0) return [];
  const names = left.map((sheet) => (sheet.hidden ? `${sheet.name} (hidden)` : sheet.name));
  return [
    {
      code: "sheet-not-read",
      severity: "note",
      file: name,
      message: `${left.length === 1 ? "a sheet was" : `${left.length} sheets were`} not read: ${names.join(", ")}`,
      fix: "Nothing to do where they are covers, contents, notes or charts; else open the workbook to see what they hold.",
    },
  ];
}
