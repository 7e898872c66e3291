import type { Issue } from "@popneeds/core";
import type { RawTable } from "./raw-table.ts";
import { saidOnce } from "./said-once.ts";

export interface ColumnsOptions {
  /** Headers of the columns that are added. */
  readonly plus: readonly string[];
  /** Headers of the columns that are taken away; default none. */
  readonly minus?: readonly string[];
  /** Header of the column that must be the result. */
  readonly give: string;
  /** What should have been, for the message: `the causes do not add up to all deaths`; default the sum in symbols. */
  readonly message?: string;
  /** By how much the result may differ because the publisher rounds; default 0. */
  readonly rounding?: number;
}

/**
 * A warning for rows in which some columns do not give another, as births less deaths give natural change.
 *
 * Rows in which one of the figures is blank or no number are passed over; so is a table that has not all of the columns, or when
 * no columns are to be added.
 */
export function columnsThatDoNotAddUp(
  { file, header, rows, lines }: RawTable,
  { plus, minus = [], give, message, rounding = 0 }: ColumnsOptions,
): readonly Issue[] {
  const at = [...plus, ...minus, give].map((text) => header.indexOf(text));
  if (plus.length === 0 || at.includes(-1)) return [];
  const wrong = rows.flatMap((row, i) => {
    const figures = at.map((column) => numberIn(row[column]!));
    const result = figures.pop()!;
    const sum = figures.reduce((total, figure, k) => (k < plus.length ? total + figure : total - figure), 0);
    return Math.abs(sum - result) > rounding + 1e-9 * Math.abs(sum) ? [lines[i]!] : [];
  });
  const said = message ?? `${[plus.join(" + "), ...minus].join(" - ")} does not give ${give}`;
  return saidOnce(
    {
      code: "columns-do-not-add-up",
      severity: "warning",
      file,
      column: give,
      fix: "Compare the rows with the publisher's file: a figure was changed, or columns were mixed up.",
    },
    wrong,
    (count) => `${said} in ${count}`,
  );
}

function numberIn(text: string): number {
  const plain = text.trim().replaceAll(",", "");
  return plain === "" ? Number.NaN : Number(plain);
}
