import { check } from "./build-error.ts";
import type { Cell, Column, DataTable } from "./data-table.ts";

/** The table as CSV: header, rows sorted by the key, line feed, quotes only where needed. Checks every value first. */
export function tableCsv(table: DataTable): string {
  const place = { file: `data/${table.name}.csv` };
  const key = table.key.map((name) => table.columns.findIndex((column) => column.name === name));
  check(!key.includes(-1), place, "the key names a column that is not there");
  check(table.rows.length > 0, place, "would hold no rows");
  const sorted = [...table.rows].sort((a, b) => {
    for (const at of key) {
      const order = compare(a[at]!, b[at]!, table.columns[at]!);
      if (order !== 0) return order;
    }
    return 0;
  });
  for (const [index, row] of sorted.entries()) {
    check(row.length === table.columns.length, place, () => `a row holds ${row.length} values: ${row.join(", ")}`);
    for (const [at, column] of table.columns.entries()) checkCell(row[at]!, column, key.includes(at), row, place);
    const before = sorted[index - 1];
    const repeated = before !== undefined && key.every((at) => before[at] === row[at]);
    check(!repeated, place, () => `two rows have the key ${key.map((at) => row[at]).join(", ")}`);
  }
  const lines = [table.columns.map((column) => column.name), ...sorted].map((row) => row.map(field).join(","));
  return `${lines.join("\n")}\n`;
}

function checkCell(cell: Cell, column: Column, isKey: boolean, row: readonly Cell[], place: { file: string }): void {
  const wrong = (what: string) => () => `${column.name} ${what}: ${row.slice(0, 8).join(", ")} …`;
  if (cell === null || cell === "") {
    check(column.blank === true && !(cell === "" && !isKey), place, wrong("is missing"));
    return;
  }
  if (column.type === "integer" || column.type === "number") {
    check(typeof cell === "number" && Number.isFinite(cell), place, wrong("is not a number"));
    check(column.type === "number" || Number.isInteger(cell), place, wrong("is not a whole number"));
    check(cell >= (column.minimum ?? 0), place, wrong(`is below ${column.minimum ?? 0}`));
    return;
  }
  check(typeof cell === "string" && cell === cell.trim(), place, wrong("is not a trimmed text"));
  check(column.values === undefined || column.values.includes(cell), place, wrong("is none of the values allowed"));
  const pattern = column.type === "date" ? "[0-9]{4}-[0-9]{2}-[0-9]{2}" : column.pattern;
  check(pattern === undefined || new RegExp(`^(?:${pattern})$`).test(cell), place, wrong("has the wrong form"));
}

function compare(a: Cell, b: Cell, column: Column): number {
  if (column.values) return column.values.indexOf(String(a)) - column.values.indexOf(String(b));
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function field(cell: Cell): string {
  const text = cell === null ? "" : String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
