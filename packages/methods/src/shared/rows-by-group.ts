import { groupRows, type KeyColumn, type Table } from "@popneeds/core";

/** The rows of a table put in order of their groups, those that are alike but for the keys that a method uses up. */
export interface RowsByGroup {
  /** The keys that the rows of a group share. */
  readonly names: readonly string[];
  /** The first row of each group, as the table has them. */
  readonly first: Int32Array;
  /** Rows of the table, group after group. */
  readonly order: Int32Array;
  /** Where the rows of each group start in `order`; one more than there are groups. */
  readonly starts: Int32Array;
}

/**
 * Puts the rows of a table in order of their groups, and within a group by rank, so that the digits of a sum do not depend
 * on the order in which rows came.
 *
 * @param usedUp the keys in which the rows of a group differ
 * @param ranks  the place of each row within its group, such as that of its age
 */
export function rowsByGroup(
  { keys, length }: Pick<Table, "keys" | "length">,
  usedUp: readonly string[],
  ranks: ArrayLike<number>,
): RowsByGroup {
  const names = Object.keys(keys).filter((name) => !usedUp.includes(name));
  const { group, first } = groupRows(
    names.map((name) => keys[name] as KeyColumn),
    length,
  );
  const rows = new Int32Array(length);
  for (let i = 0; i < length; i++) rows[i] = i;
  const byRank = sortedBy(rows, ranks).order;
  const { order, starts } = sortedBy(byRank, group, first.length);
  return { names, first, order, starts };
}

/** Rows in order of a small whole number each has, those of one number in the order given: a counting sort. */
function sortedBy(rows: Int32Array, numbers: ArrayLike<number>, least = 0) {
  let count = least;
  for (let i = 0; i < rows.length; i++) count = Math.max(count, numbers[rows[i]!]! + 1);
  const starts = new Int32Array(count + 1);
  for (let i = 0; i < rows.length; i++) starts[numbers[rows[i]!]! + 1]!++;
  for (let i = 0; i < count; i++) starts[i + 1]! += starts[i]!;
  const next = starts.slice();
  const order = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) order[next[numbers[rows[i]!]!]!++] = rows[i]!;
  return { order, starts };
}
