import type { Issue } from "@popneeds/core";
import type { RawTable } from "../../published/raw-table.ts";

/** A note for each column with text that begins or ends with a blank: it is read without, and joins by the text as published fail. */
export function blanksAroundText({ file, header, rows, lines }: RawTable): readonly Issue[] {
  return header.flatMap((column, at): Issue[] => {
    const found = rows.flatMap((row, i) => (row[at] !== row[at]!.trim() ? [i] : []));
    if (found.length === 0) return [];
    const texts = [...new Set(found.map((i) => rows[i]![at]!))].map((text) => JSON.stringify(text));
    return [
      {
        code: "blanks-around-text",
        severity: "note",
        file,
        line: lines[found[0]!]!,
        column,
        found: rows[found[0]!]![at]!,
        message: `${found.length.toLocaleString("en-GB")} ${found.length === 1 ? "cell" : "cells"} of ${column} ${found.length === 1 ? "begins or ends" : "begin or end"} with a blank, and ${found.length === 1 ? "is" : "are"} read without it: ${texts.slice(0, 3).join(", ")}${texts.length > 3 ? ` and ${texts.length - 3} more` : ""}`,
        fix: "Nothing to do; where names are joined with the publisher's other files, join by code.",
      },
    ];
  });
}
