import type { Issue } from "@popneeds/core";
import type { Part } from "../../published/reader.ts";

const code = "notes-left-off";
const said = /^(?:under [^,]+, )?the (?:marks of notes were left off|publisher has notes on) (.*)$/;

/** Parts of a workbook whose notes on marks that were taken off, one for each sheet, are put together in one note of the file. */
export function marksSaidOnce(file: string, parts: readonly Part[]): readonly Part[] {
  const found = parts.flatMap(({ cells }) => cells.issues.filter((issue) => issue.code === code));
  if (found.length < 2) return parts;
  const labels = [...new Set(found.flatMap(({ message }) => (said.exec(message)?.[1] ?? message).split("; ")))];
  const sheets = [...new Set(found.flatMap((issue) => /sheet "(.*)"$/.exec(issue.file ?? "")?.[1] ?? []))];
  const more = labels.length - 3;
  const one: Issue = {
    code,
    severity: "note",
    file,
    message: `the marks of the publisher's notes were left off headers and labels of ${sheets.join(", ")}: ${labels.slice(0, 3).join("; ")}${more > 0 ? ` and ${more} more` : ""}`,
    fix: "Read the publisher's notes, at the foot of the sheets or on a sheet of their own, before using the figures.",
  };
  return parts.map(({ cells, ...part }, k) => {
    const others = cells.issues.filter((issue) => issue.code !== code);
    return { ...part, cells: { ...cells, issues: k === 0 ? [...others, one] : others } };
  });
}
