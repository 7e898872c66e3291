import { groupRows, type KeyColumn, type Table } from "@popneeds/core";

/** The rows of a table by all of its keys but some: which rows are alike in them, and the first of each. */
export interface RowsApart {
  /** The keys that are left. */
  readonly names: readonly string[];
  readonly first: Int32Array;
  readonly rowsOf: readonly number[][];
}

/** Groups the rows that differ in nothing but the keys named; groups and their rows in the order of the table. */
export function rowsApartFrom(
  { keys, length }: Pick<Table, "keys" | "length">,
  ...apart: readonly string[]
): RowsApart {
  const names = Object.keys(keys).filter((name) => !apart.includes(name));
  const { group, first } = groupRows(
    names.map((name) => keys[name] as KeyColumn),
    length,
  );
  const rowsOf: number[][] = Array.from(first, () => []);
  for (let row = 0; row < length; row++) rowsOf[group[row]!]!.push(row);
  return { names, first, rowsOf };
}
