import { groupRows, type KeyColumn, type Table, takeRows } from "@popneeds/core";

/** The rows of a table by all of its keys but some: which are alike in them. */
export interface GroupsApart {
  /** The group of each row. */
  readonly group: Int32Array;
  /** The first row of each group. */
  readonly first: Int32Array;
  /** The keys that are left, a row a group. */
  readonly keys: Readonly<Record<string, KeyColumn>>;
}

/** Groups the rows that differ in nothing but the keys named; groups in the order of the table. */
export function groupsApartFrom(
  { keys, length }: Pick<Table, "keys" | "length">,
  ...apart: readonly string[]
): GroupsApart {
  const left = Object.fromEntries(Object.entries<KeyColumn>(keys).filter(([name]) => !apart.includes(name)));
  const { group, first } = groupRows(Object.values(left), length);
  return { group, first, keys: takeRows({ keys: left, length, measures: {} } as unknown as Table, first).keys };
}

/** The same, with the rows of each group in the order of the table. */
export function rowsApartFrom(
  table: Pick<Table, "keys" | "length">,
  ...apart: readonly string[]
): GroupsApart & { readonly rowsOf: readonly number[][] } {
  const groups = groupsApartFrom(table, ...apart);
  const rowsOf: number[][] = Array.from(groups.first, () => []);
  for (let row = 0; row < table.length; row++) rowsOf[groups.group[row]!]!.push(row);
  return { ...groups, rowsOf };
}
