import type { Issue } from "@popneeds/core";
import type { RawTable } from "./raw-table.ts";
import { saidOnce } from "./said-once.ts";

/** The headers of a value and of the limits between which it must lie. */
export interface LimitColumns {
  readonly value: string;
  readonly lower: string;
  readonly upper: string;
}

/**
 * A warning when rows have a value that does not lie between its limits: columns were mixed up, or figures damaged.
 *
 * A value or a limit that is blank, or no number, is not compared.
 */
export function limitsOutOfOrder({ file, header, rows, lines }: RawTable, columns: LimitColumns): readonly Issue[] {
  const [lower, value, upper] = [columns.lower, columns.value, columns.upper].map((text) => header.indexOf(text));
  if (lower === -1 || value === -1 || upper === -1) return [];
  const wrong = rows.flatMap((row, i) => {
    const [low, mid, high] = [lower!, value!, upper!].map((at) => numberIn(row[at]!));
    return low! > mid! || mid! > high! ? [lines[i]!] : [];
  });
  return saidOnce(
    {
      code: "limits-out-of-order",
      severity: "warning",
      file,
      column: columns.value,
      fix: "Compare the rows with the publisher's file; do not use limits that do not hold their value.",
    },
    wrong,
    (count) => `${columns.value} does not lie between ${columns.lower} and ${columns.upper} in ${count}`,
  );
}

function numberIn(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}
