import type { Issue } from "@popneeds/core";
import type { RawTable } from "./raw-table.ts";
import { saidOnce } from "./said-once.ts";

export interface RowsOutOfOrderOptions {
  /** Header of the column that ascends: years, ages. */
  readonly column: string;
  /** What rows share that stand in one order; default nothing: all rows do. */
  readonly together?: (row: readonly string[]) => string;
  /** The place of a row in the order, from its cell; default the first number in it. */
  readonly place?: (cell: string) => number;
}

/**
 * A warning where rows that ascend in the published file, by year or by age, do not: they were shuffled, or strayed below another
 * block, whose sex or cause they would then be taken for.
 *
 * Cells without a place are passed over.
 */
export function rowsOutOfOrder(
  { file, header, rows, lines }: RawTable,
  { column, together = () => "", place = firstNumber }: RowsOutOfOrderOptions,
): readonly Issue[] {
  const at = header.indexOf(column);
  if (at === -1) return [];
  const last = new Map<string, number>();
  const wrong = rows.flatMap((row, i) => {
    const here = place(row[at]!);
    if (Number.isNaN(here)) return [];
    const group = together(row);
    const before = last.get(group) ?? Number.NEGATIVE_INFINITY;
    last.set(group, here);
    return here > before ? [] : [lines[i]!];
  });
  return saidOnce(
    {
      code: "rows-out-of-order",
      severity: "warning",
      file,
      column,
      fix: "Compare the order of the rows with the publisher's file: rows were moved, and may stand under the wrong heading.",
    },
    wrong,
    (count) => `${column} does not ascend in ${count}`,
  );
}

function firstNumber(cell: string): number {
  const found = /\d+/.exec(cell);
  return found ? Number(found[0]) : Number.NaN;
}
