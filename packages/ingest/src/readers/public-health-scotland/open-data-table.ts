import type { Issue } from "@popneeds/core";
import { withoutColumns } from "../../published/columns-of-table.ts";
import { csvTable } from "../../published/csv-table.ts";
import type { RawFile } from "../../published/raw-file.ts";
import type { RawTable } from "../../published/raw-table.ts";
import { missingBy, qualifierInWords } from "../../qualifiers.ts";
import type { Schema } from "../../schema.ts";

/**
 * The table in a file of Public Health Scotland's open data, in either form of download.
 *
 * The datastore's own column `_id` is left out. Where R saved the file, `NA` in a column of qualifiers, and in the column
 * that they qualify, is the blank that it was; a note says so.
 *
 * @throws PopneedsError `unclosed-quote`, `stray-quote`
 */
export function openDataTable(file: RawFile): RawTable {
  const cells = withoutHeaders(withoutColumns(csvTable(file), (header) => header === "_id"));
  const saved = cells.header.flatMap((header, at) =>
    header.endsWith("QF") && at > 0 && savedByR(cells.rows, at) ? [at, cells.header.indexOf(header.slice(0, -2))] : [],
  );
  const at = [...new Set(saved)].filter((column) => column !== -1).sort((a, b) => a - b);
  if (at.length === 0) return cells;
  const rows = cells.rows.map((row) =>
    at.some((column) => row[column] === "NA")
      ? row.map((cell, column) => (cell === "NA" && at.includes(column) ? "" : cell))
      : row,
  );
  return { ...cells, rows, issues: [...cells.issues, savedByRIssue(cells, at)] };
}

/**
 * A table whose keys say in words why they are blank, where the qualifier beside them does: `not applicable` for `z`.
 *
 * A blank that no qualifier explains stays blank, and is refused when it is read.
 */
export function withReasonsInKeys(cells: RawTable, { fields }: Schema): RawTable {
  const keys = Object.values(fields).flatMap((field) => {
    if (field.role !== "key" || field.header === null || !field.qualifier) return [];
    const at = cells.header.indexOf(field.header);
    const qualifierAt = cells.header.indexOf(field.qualifier);
    return at === -1 || qualifierAt === -1 ? [] : [{ at, qualifierAt }];
  });
  const rows = cells.rows.map((row) => {
    const blank = keys.filter(({ at, qualifierAt }) => row[at]!.trim() === "" && row[qualifierAt]!.trim() !== "");
    if (blank.length === 0) return row;
    const filled = [...row];
    for (const { at, qualifierAt } of blank) {
      const qualifier = row[qualifierAt]!.trim();
      filled[at] = missingBy(qualifier) ?? qualifierInWords(qualifier);
    }
    return filled;
  });
  return { ...cells, rows };
}

/** The header among the rows, where files were put together: in a list of names nothing else would show it. */
function withoutHeaders(cells: RawTable): RawTable {
  const again = cells.rows.flatMap((row, i) => (row.every((cell, at) => cell.trim() === cells.header[at]) ? [i] : []));
  if (again.length === 0) return cells;
  const kept = cells.rows.flatMap((_, i) => (again.includes(i) ? [] : [i]));
  const issues = again.map(
    (i): Issue => ({
      code: "header-among-rows",
      severity: "error",
      file: cells.file,
      line: cells.lines[i]!,
      message: "the row is the header again",
      fix: "Take it out; if files were put together, check that none is there twice.",
    }),
  );
  return {
    ...cells,
    rows: kept.map((i) => cells.rows[i]!),
    lines: kept.map((i) => cells.lines[i]!),
    issues: [...cells.issues, ...issues],
  };
}

/** R writes a blank as NA: then the column holds NA, and no blank beside it. */
function savedByR(rows: RawTable["rows"], at: number): boolean {
  return rows.some((row) => row[at] === "NA") && rows.every((row) => row[at] !== "");
}

function savedByRIssue({ file, header }: RawTable, at: readonly number[]): Issue {
  const qualifiers = at.map((column) => header[column]!).filter((text) => text.endsWith("QF"));
  return {
    code: "saved-by-r",
    severity: "note",
    file,
    message: `the file was saved by R, not downloaded: NA is taken for a blank in ${qualifiers.join(", ")} and in the columns that they qualify`,
    fix: "Nothing to do; download the publisher's own file if it is to be cited.",
  };
}
