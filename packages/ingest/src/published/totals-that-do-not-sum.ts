import type { Issue } from "@popneeds/core";
import type { RawTable } from "./raw-table.ts";
import { saidOnce } from "./said-once.ts";

export interface TotalsOptions {
  /** Headers of the columns that add up. */
  readonly columns: readonly string[];
  /** Whether a row is the total of the others that it stands with. */
  readonly isTotal: (row: readonly string[]) => boolean;
  /** What rows must share to stand together, the sex for instance; default nothing: all rows do. */
  readonly together?: (row: readonly string[]) => string;
  /** What the sums should have been, for the message: `the councils do not add up to Scotland`. */
  readonly message: string;
  /** By how much a sum may differ because the publisher rounds, in units of the last digit of a part; default 0. */
  readonly rounding?: number;
}

/**
 * A warning for totals that are not the sums of the rows that stand with them, column by column.
 *
 * A total without any part, and parts without a total, are passed over; so is a column in which one of the figures is no number.
 */
export function totalsThatDoNotSum(
  { file, header, rows, lines }: RawTable,
  { columns, isTotal, together = () => "", message, rounding = 0 }: TotalsOptions,
): readonly Issue[] {
  const at = columns.map((text) => header.indexOf(text)).filter((column) => column !== -1);
  const groups = new Map<string, { readonly totals: number[]; readonly sums: Float64Array; parts: number }>();
  for (const [i, row] of rows.entries()) {
    const key = together(row);
    let group = groups.get(key);
    if (!group) {
      group = { totals: [], sums: new Float64Array(at.length), parts: 0 };
      groups.set(key, group);
    }
    if (isTotal(row)) group.totals.push(i);
    else {
      group.parts++;
      for (const [k, column] of at.entries()) group.sums[k]! += figure(row[column]!);
    }
  }
  const wrong = [...groups.values()].flatMap(({ totals, sums, parts }) =>
    (parts === 0 ? [] : totals).flatMap((i) => {
      const k = at.findIndex((column, n) => apart(figure(rows[i]![column]!), sums[n]!, rounding));
      return k === -1 ? [] : [{ i, column: header[at[k]!]!, printed: rows[i]![at[k]!]!.trim(), sum: sums[k]! }];
    }),
  );
  const [first] = wrong;
  return saidOnce(
    {
      code: "totals-do-not-sum",
      severity: "warning",
      file,
      ...(first ? { column: first.column, found: first.printed } : {}),
      fix: "Compare the rows with the publisher's file: a figure was changed, or rows were lost or mixed up.",
    },
    wrong.map(({ i }) => lines[i]!),
    (count) =>
      `${message}: ${first!.column} is ${first!.printed} and its parts sum to ${shown(first!.sum)}, in ${count}`,
  );
}

function shown(sum: number): string {
  return sum.toLocaleString("en-GB", { maximumFractionDigits: 6 });
}

/** Whether two figures differ by more than rounding, and more than sums of decimals do by themselves. */
function apart(total: number, sum: number, rounding: number): boolean {
  return Math.abs(total - sum) > rounding + 1e-9 * Math.abs(sum);
}

function figure(text: string): number {
  const plain = text.trim().replaceAll(",", "");
  return plain === "" ? Number.NaN : Number(plain);
}
