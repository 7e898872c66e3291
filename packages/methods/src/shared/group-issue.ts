import { describeRow, firstThree, type Issue, type Table } from "@popneeds/core";

/** What is wrong with some groups, and what to do about it. */
export interface GroupFault {
  readonly code: string;
  /** What they have or lack, after their number: `have no people, and are not standardised`. */
  readonly words: string;
  readonly fix: string;
}

/** One issue for all groups with the same fault, naming the first three; none where there are none. */
export function groupIssue(table: Table, rows: readonly number[], { code, words, fix }: GroupFault): Issue[] {
  if (rows.length === 0) return [];
  const some = firstThree(rows.map((i) => describeRow(table, i))).join("; ");
  return [{ code, severity: "warning", message: `${rows.length} groups ${words}: ${some}`, fix }];
}
