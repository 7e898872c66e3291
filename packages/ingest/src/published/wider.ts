import type { Issue } from "@popneeds/core";
import type { RawTable } from "./raw-table.ts";

export interface WiderOptions {
  /** Header of the column whose cells say what a row's figure is: `Measurement`. */
  readonly names: string;
  /** Header of the column of figures: `Value`. */
  readonly values: string;
  /** The new column for each cell of `names`: `{ "95% Lower Confidence Limit": "lower" }`. Other cells are refused. */
  readonly columns: Readonly<Record<string, string>>;
}

/**
 * A table with figures that stood one below another, a value and its limits for instance, side by side in one row.
 *
 * Rows belong together when all their other cells are the same. The new row has the line of the first of them; a figure
 * that has no row is blank. A row whose place is taken already, or that is none of the columns, is an issue and left out.
 */
export function wider(table: RawTable, { names, values, columns }: WiderOptions): RawTable {
  const namesAt = table.header.indexOf(names);
  const valuesAt = table.header.indexOf(values);
  const kept = table.header.flatMap((_, at) => (at === namesAt || at === valuesAt ? [] : [at]));
  const targets = [...new Set(Object.values(columns))];
  const found = new Map<string, { readonly row: string[]; readonly line: number; readonly filled: Set<number> }>();
  const issues: Issue[] = [...table.issues];
  for (const [i, row] of table.rows.entries()) {
    const line = table.lines[i]!;
    const name = row[namesAt]!.trim();
    if (!Object.hasOwn(columns, name)) {
      issues.push(unknownName(table.file, line, names, name, Object.keys(columns)));
      continue;
    }
    const rest = kept.map((at) => row[at]!);
    const identity = JSON.stringify(rest.map((cell) => cell.trim()));
    let target = found.get(identity);
    if (!target) {
      target = { row: [...rest, ...targets.map(() => "")], line, filled: new Set() };
      found.set(identity, target);
    }
    const at = rest.length + targets.indexOf(columns[name]!);
    if (target.filled.has(at)) issues.push(taken(table.file, line, name, target.line));
    else {
      target.row[at] = row[valuesAt]!;
      target.filled.add(at);
    }
  }
  const rows = [...found.values()];
  return {
    file: table.file,
    header: [...kept.map((at) => table.header[at]!), ...targets],
    rows: rows.map(({ row }) => row),
    lines: rows.map(({ line }) => line),
    issues,
    merged: (table.merged ?? 0) + rows.reduce((sum, { filled }) => sum + filled.size - 1, 0),
  };
}

function unknownName(file: string, line: number, column: string, found: string, known: readonly string[]): Issue {
  return {
    code: "unexpected-value",
    severity: "error",
    file,
    line,
    column,
    found,
    message: `${column} is ${JSON.stringify(found)}; expected one of ${known.join(", ")}`,
    fix: "Correct the cell; if the publisher added a figure, the reader must learn its name.",
  };
}

function taken(file: string, line: number, name: string, before: number): Issue {
  return {
    code: "duplicate-key",
    severity: "error",
    file,
    line,
    message: `the row gives "${name}" a second time for the same keys; the first row of them is on line ${before}`,
    fix: "Remove one of the rows, or find the column that tells them apart.",
  };
}
