import type { CauseRecord } from "./cause-hierarchy.ts";

/** Which columns of a file hold its levels, and which the short name that a list of codes goes by. */
export interface LevelColumns {
  /** From the top down, such as Level1 to Level4. */
  readonly levels: readonly string[];
  /** The short name of the lowest cause. */
  readonly id: string;
}

/** Which columns of a list of codes hold the code, and the short name of its cause. */
export interface CodeColumns {
  readonly code: string;
  readonly id: string;
}

/**
 * Rows for `causeHierarchy` from a file with a column for each level, and a list of codes by short name, as the Global Burden of
 * Disease studies are passed on.
 *
 * A cause that is named like the one above it is the same cause. Where one name stands under two causes, the lower ones are told
 * apart as `name (parent)`.
 *
 * @param tree    rows with a column for each level and the short name
 * @param columns the names of these columns
 * @param codes   rows with a code and the short name of its cause; default none
 * @param of      the names of these columns; default `icd_code` and `yll_cause`
 * @returns rows: cause, parent, codes. Short names that the tree does not have are causes of their own at the top
 *
 * @example
 * causesByLevels(tree.rows, { levels: ["Level1", "Level2", "Level3", "Level4"], id: "Code" }, codes.rows)
 */
export function causesByLevels(
  tree: readonly Readonly<Record<string, string>>[],
  columns: LevelColumns,
  codes: readonly Readonly<Record<string, string>>[] = [],
  of: CodeColumns = { code: "icd_code", id: "yll_cause" },
): readonly CauseRecord[] {
  const parents = new Map<string, string>();
  const named = (name: string, parent: string): string => {
    const known = parents.get(name);
    if (known === undefined || known === parent) {
      parents.set(name, parent);
      return name;
    }
    const told = `${name} (${parent})`;
    parents.set(told, parent);
    return told;
  };
  const causeOf = new Map<string, string>();
  for (const row of tree) {
    let parent = "";
    let last = "";
    for (const level of columns.levels) {
      const name = (row[level] ?? "").trim();
      if (name === "" || name === last) continue;
      parent = named(name, parent);
      last = name;
    }
    causeOf.set(row[columns.id]!, parent);
  }
  const records: CauseRecord[] = [...parents].map(([cause, parent]) => ({ cause, parent }));
  const byCause = new Map<string, string[]>();
  for (const row of codes) {
    const cause = causeOf.get(row[of.id]!) ?? row[of.id]!;
    const list = byCause.get(cause) ?? [];
    list.push(row[of.code]!);
    byCause.set(cause, list);
  }
  return [...records, ...[...byCause].map(([cause, list]) => ({ cause, codes: list.join(",") }))];
}
