import type { Issue } from "@popneeds/core";
import type { RawTable } from "../../published/raw-table.ts";
import { saidOnce } from "../../published/said-once.ts";

/**
 * A table whose rows all have their code and cause, where the publisher writes them in the first of the rows of a cause only.
 *
 * Causes that do not have the same sexes as the first one are a warning: rows were lost or moved, and may stand under another cause.
 * A row before the first cause keeps its blanks, which are refused later. Columns: code, cause, sex, figures.
 */
export function causesCarriedDown(table: RawTable): RawTable {
  let [code, cause] = ["", ""];
  const rows = table.rows.map((row) => {
    if (row[1]!.trim() !== "") [code, cause] = [row[0]!, row[1]!];
    return [code, cause, ...row.slice(2)];
  });
  return { ...table, rows, issues: [...table.issues, ...otherSexes({ ...table, rows })] };
}

function otherSexes({ file, rows, lines }: RawTable): readonly Issue[] {
  const sexes = new Map<string, { readonly line: number; said: string }>();
  for (const [i, [code, cause, sex]] of rows.entries()) {
    const key = `${code}\n${cause}`;
    const before = sexes.get(key);
    if (before) before.said += sex!;
    else sexes.set(key, { line: lines[i]!, said: sex! });
  }
  const [first] = sexes.values();
  return saidOnce(
    {
      code: "sexes-differ",
      severity: "warning",
      file,
      fix: "Compare the rows with the publisher's table: rows were lost or moved, and may stand under another cause.",
    },
    [...sexes.values()].filter(({ said }) => said !== first?.said).map(({ line }) => line),
    (count) =>
      `the rows of a cause are not of the same sexes, in the same order, as those of the first cause in ${count}`,
  );
}
