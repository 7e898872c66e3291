import type { Issue } from "@popneeds/core";
import type { RawTable } from "./raw-table.ts";
import { saidOnce } from "./said-once.ts";

export interface ColumnsThatDoNotSumOptions {
  /** Header of the column of totals. */
  readonly total: string;
  /** Headers of the columns that add up to it. */
  readonly parts: readonly string[];
  /** What should have been, for the message: `the causes do not add up to all deaths`. */
  readonly message: string;
  /** By how much a sum may differ because the publisher rounds or perturbs figures; default 0. */
  readonly rounding?: number;
}

/**
 * A warning for rows in which the columns that are parts do not add up to the column that is their total.
 *
 * Rows in which one of the figures is no number are passed over: the reading of the row says what is wrong with them.
 */
export function columnsThatDoNotSum(
  { file, header, rows, lines }: RawTable,
  { total, parts, message, rounding = 0 }: ColumnsThatDoNotSumOptions,
): readonly Issue[] {
  const totalAt = header.indexOf(total);
  const at = parts.map((text) => header.indexOf(text)).filter((column) => column !== -1);
  if (totalAt === -1 || at.length === 0) return [];
  const wrong = rows.flatMap((row, i) => {
    const sum = at.reduce((before, column) => before + figure(row[column]!), 0);
    return Math.abs(sum - figure(row[totalAt]!)) > rounding + 1e-9 * Math.abs(sum) ? [lines[i]!] : [];
  });
  return saidOnce(
    {
      code: "columns-do-not-sum",
      severity: "warning",
      file,
      column: total,
      fix: "Compare the rows with the publisher's file: a figure was changed, or a column lost.",
    },
    wrong,
    (count) => `${message} in ${count}`,
  );
}

function figure(text: string): number {
  const plain = text.trim().replaceAll(",", "");
  return plain === "" ? Number.NaN : Number(plain);
}
