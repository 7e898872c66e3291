import type { Issue } from "@popneeds/core";
import type { RawTable } from "./raw-table.ts";
import { saidOnce } from "./said-once.ts";

export interface SexesThatDoNotSumOptions {
  /** Header of the column of sexes. */
  readonly sex: string;
  /** Header of the column of counts. */
  readonly value: string;
  /** The word for both together. */
  readonly all: string;
  /** The words for the two sexes. */
  readonly each: readonly [string, string];
}

/**
 * A warning when the counts of the two sexes do not add up to the count that the publisher prints for both.
 *
 * Rows belong together when all their other cells are the same. Where one of the three is not there, nothing is said.
 */
export function sexesThatDoNotSum(
  { file, header, rows, lines }: RawTable,
  { sex, value, all, each }: SexesThatDoNotSumOptions,
): readonly Issue[] {
  const [sexAt, valueAt] = [header.indexOf(sex), header.indexOf(value)];
  if (sexAt === -1 || valueAt === -1) return [];
  const places = [all, ...each];
  const found = new Map<string, { readonly line: number; readonly counts: number[] }>();
  for (const [i, row] of rows.entries()) {
    const place = places.indexOf(row[sexAt]!.trim());
    if (place === -1 || row[valueAt]!.trim() === "") continue;
    const identity = JSON.stringify(row.filter((_, at) => at !== sexAt && at !== valueAt).map((cell) => cell.trim()));
    const group = found.get(identity) ?? { line: lines[i]!, counts: [] };
    found.set(identity, group);
    group.counts[place] = Number(row[valueAt]);
  }
  const wrong = [...found.values()].filter(
    ({ counts: [both, one, other] }) =>
      both !== undefined && one !== undefined && other !== undefined && both !== one + other,
  );
  return saidOnce(
    {
      code: "sexes-do-not-sum",
      severity: "warning",
      file,
      column: value,
      fix: "Compare the rows with the publisher's file: a figure was changed, or rows were mixed up.",
    },
    wrong.map(({ line }) => line),
    (count) => `${each.join(" and ")} do not add up to ${all} in ${count}`,
  );
}
