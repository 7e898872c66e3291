import type { Issue } from "@popneeds/core";
import type { RawTable } from "../published/raw-table.ts";
import { counted, type Doubting } from "./doubt.ts";
import type { DraftedColumn } from "./name-columns.ts";

/** How many rows are parts in every key, where some are totals: only those are read by `readCsv`. */
export function onlyTotals(columns: readonly DraftedColumn[], { rows }: RawTable, doubt: Doubting): readonly Issue[] {
  const totalling = columns.flatMap(({ column, field }) => {
    const totals = field !== null && "totals" in field ? (field.totals ?? []) : [];
    return totals.length > 0 ? [{ column, isTotal: column.values.map((text) => totals.includes(text)) }] : [];
  });
  if (totalling.length === 0) return [];
  let parts = 0;
  for (let i = 0; i < rows.length; i++)
    if (totalling.every(({ column, isTotal }) => !isTotal[column.codes[i]!]!)) parts++;
  const headers = totalling.map(({ column }) => column.header).join(", ");
  if (parts > 0)
    return [
      doubt(
        "note",
        "rows-that-are-parts",
        `${counted(parts, "row")} of ${rows.length.toLocaleString("en-GB")} are parts, the others totals over ${headers}: readCsv() leaves the totals out, popneeds check --schema-file holds them apart`,
        "Nothing to do.",
      ),
    ];
  return [
    doubt(
      "warning",
      "only-totals",
      `every row is a total over at least one of ${headers}: readCsv() would leave all of them out`,
      "Read the file by a confirmed schema file, which holds each kind of total in a table of its own; or split the file first.",
    ),
  ];
}
