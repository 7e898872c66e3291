import { groupRows, type KeyColumn, type Table } from "@popneeds/core";

/** The rows of a table gathered into groups that are alike but for one key. */
export interface GroupsButFor {
  /** The keys that the rows of a group share. */
  readonly names: readonly string[];
  /** The first row of each group. */
  readonly first: Int32Array;
  /** The rows of each group. */
  readonly members: readonly (readonly number[])[];
}

/** Gathers what differs in one key alone: the ages of each area, for a method that uses age up; the areas of each age. */
export function groupsButFor(key: string, { keys, length }: Pick<Table, "keys" | "length">): GroupsButFor {
  const names = Object.keys(keys).filter((name) => name !== key);
  const { group, first } = groupRows(
    names.map((name) => keys[name] as KeyColumn),
    length,
  );
  const members: number[][] = Array.from(first, () => []);
  for (let i = 0; i < length; i++) members[group[i]!]!.push(i);
  return { names, first, members };
}
