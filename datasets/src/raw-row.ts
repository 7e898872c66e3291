import { check } from "./build-error.ts";

/** One row of a published CSV. */
export interface RawRow {
  readonly file: string;
  /** Line of the file, the header being line 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** The text of a column that must be there. */
export function text(row: RawRow, column: string): string {
  const value = row.cells[column];
  check(value !== undefined, row, () => `there is no column "${column}", only ${Object.keys(row.cells).join(", ")}`);
  return value;
}

/** The whole number, zero or above, in a column. */
export function count(row: RawRow, column: string): number {
  const value = text(row, column);
  check(/^\d+$/.test(value), row, () => `"${column}" must be a whole number, found "${value}"`);
  return Number(value);
}

/** The number in a column. */
export function number(row: RawRow, column: string): number {
  const value = text(row, column);
  check(/^-?\d+(\.\d+)?$/.test(value), row, () => `"${column}" must be a number, found "${value}"`);
  return Number(value);
}

/** The number in a column, or `null` where the publisher left it blank or wrote NA. */
export function numberOrBlank(row: RawRow, column: string): number | null {
  return ["", "NA"].includes(text(row, column)) ? null : number(row, column);
}
