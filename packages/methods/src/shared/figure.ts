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

/** The sum of figures; the first reason met where one is missing. */
export function addedFigures(figures: readonly Figure[]): Figure {
  let sum = 0;
  for (const figure of figures) {
    if (typeof figure === "string") return figure;
    sum += figure;
  }
  return sum;
}
