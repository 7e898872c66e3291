import type { Issue } from "@popneeds/core";
import { onlyColumns } from "../../published/columns-of-table.ts";
import type { RawTable } from "../../published/raw-table.ts";
import { wider } from "../../published/wider.ts";

export interface FiguresAcrossOptions {
  /** Headers of the columns that tell rows apart. */
  readonly keys: readonly string[];
  /** Header of the column that says what a figure is. */
  readonly names: string;
  /** Header of the column of figures. */
  readonly values: string;
  /** The new column for each cell of `names`. */
  readonly columns: Readonly<Record<string, string>>;
  /** Whether a row may lack one of the figures, and what stands in its place; `null` where it may not. */
  readonly mayLack?: (row: readonly string[], column: string) => string | null;
}

/**
 * The long form of the social care dashboards, `measure, value`, with the figures of one row side by side.
 *
 * A figure that has no row is blank; how many lack it is a warning, since a lost row looks the same.
 *
 * @throws PopneedsError `missing-column`
 */
export function figuresAcross(
  cells: RawTable,
  { keys, names, values, columns, mayLack = () => null }: FiguresAcrossOptions,
): RawTable {
  const wide = wider(onlyColumns(cells, [...keys, names, values]), { names, values, columns });
  const targets = [...new Set(Object.values(columns))].map((column) => [column, wide.header.indexOf(column)] as const);
  const lacking = new Map<string, number[]>();
  const rows = wide.rows.map((row, i) => {
    const blanks = targets.filter(([, at]) => row[at]!.trim() === "");
    if (blanks.length === 0) return row;
    const filled = [...row];
    for (const [column, at] of blanks) {
      const instead = mayLack(row, column);
      if (instead !== null) filled[at] = instead;
      else if (lacking.has(column)) lacking.get(column)!.push(wide.lines[i]!);
      else lacking.set(column, [wide.lines[i]!]);
    }
    return filled;
  });
  return { ...wide, rows, issues: [...wide.issues, ...[...lacking].map((found) => lacks(wide, ...found, columns))] };
}

function lacks(
  { file, rows }: RawTable,
  column: string,
  lines: readonly number[],
  columns: Readonly<Record<string, string>>,
): Issue {
  const named = Object.keys(columns).filter((name) => columns[name] === column);
  return {
    code: "figure-without-row",
    severity: "warning",
    file,
    line: lines[0]!,
    column,
    message: `${lines.length.toLocaleString("en-GB")} of ${rows.length.toLocaleString("en-GB")} ${rows.length === 1 ? "area and period has" : "areas and periods have"} no row "${named.join('" or "')}" beside the other figures, the first on line ${lines[0]!}: taken as not available`,
    fix: "Compare with the publisher's file: rows that are there may have been lost.",
  };
}
