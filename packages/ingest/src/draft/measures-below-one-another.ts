import type { Issue } from "@popneeds/core";
import { type Doubting, firstQuoted } from "./doubt.ts";
import type { DraftedColumn } from "./name-columns.ts";
import { wordsOf } from "./raw-columns.ts";

/** Figures of different kinds in one column, told apart by another: a value and its limits, a count and a rate. */
export function measuresBelowOneAnother(columns: readonly DraftedColumn[], doubt: Doubting): readonly Issue[] {
  const names = columns.find(
    ({ field, header, column }) =>
      field?.field === "category" &&
      column.values.length > 1 &&
      /\b(measure(ment)?|metric|units?|statistic|indicator)\b/.test(wordsOf(header)),
  );
  const figures = columns.filter(({ field }) => field?.field === "count" || field?.field === "figure");
  if (!names || figures.length !== 1) return [];
  return [
    doubt(
      "warning",
      "measures-below-one-another",
      `${figures[0]!.header} seems to hold figures of different kinds, told apart by ${names.header}: ${firstQuoted(names.column.values)}`,
      "Never sum over them. Put them side by side, a column each (pivot_wider() in R), so that each can be said to be a count, a rate or a limit.",
      { column: figures[0]!.header },
    ),
  ];
}
