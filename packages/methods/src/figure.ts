import { type MeasureColumn, type Missing, missingAt } from "@popneeds/core";

/** A figure, or why it is missing. */
export type Figure = number | Missing;

/** What a column holds in row `i`. */
export function figureAt(column: MeasureColumn, i: number): Figure {
  return missingAt(column, i) ?? column.values[i]!;
}

/** A computed number, or the reason to give where it is none. */
export function orMissing(value: number, reason: Missing): Figure {
  return Number.isNaN(value) ? reason : value;
}
