import { type MeasureColumn, PopneedsError } from "@popneeds/core";
import { shareOutCounts } from "@popneeds/stats";
import type { Share } from "./concordance.ts";

/** The smallest part of a whole number that is kept: sums of such parts suffer no rounding. */
const unit = 2 ** -20;

/**
 * The figures of a measure shared out, row by row, each among the new areas of its area.
 *
 * @param rows rows that share their area stand together, in the order in which remainders are carried on
 */
export function partsOfRows(
  column: MeasureColumn,
  rows: readonly number[],
  sharesOf: (row: number) => readonly Share[],
  areaOf: (row: number) => number,
  numbers: "fractions" | "whole",
  name: string,
): MeasureColumn {
  const values: number[] = [];
  const reasons: number[] = [];
  for (let first = 0, next = 0; first < rows.length; first = next) {
    while (next < rows.length && areaOf(rows[next]!) === areaOf(rows[first]!)) next++;
    const own = rows.slice(first, next);
    const weights = sharesOf(own[0]!).map(({ weight }) => weight);
    const figures = own.map((row) => column.values[row]!);
    if (numbers === "whole") refuseFractions(figures, name);
    const parts =
      numbers === "whole" ? shareOutCounts(figures, weights) : figures.map((figure) => fractions(figure, weights));
    for (const [i, row] of own.entries())
      for (const part of parts[i]!) {
        values.push(part);
        reasons.push(column.reasons?.[row] ?? 0);
      }
  }
  return Object.freeze({
    ...column,
    values: Float64Array.from(values),
    reasons: reasons.some((reason) => reason !== 0) ? Uint8Array.from(reasons) : null,
  });
}

/** Parts of a figure in proportion to weights. Parts of whole numbers lie on a grid so fine that they add up to it exactly. */
function fractions(figure: number, weights: readonly number[]): readonly number[] {
  if (weights.length === 1) return [figure];
  const units = figure / unit;
  if (Number.isSafeInteger(units) && units >= 0) return shareOutCounts([units], weights)[0]!.map((part) => part * unit);
  return weights.map((weight) => figure * weight);
}

function refuseFractions(figures: readonly number[], name: string): void {
  const odd = figures.filter((figure) => !Number.isNaN(figure) && !(Number.isSafeInteger(figure) && figure >= 0));
  if (odd.length > 0)
    throw new PopneedsError({
      code: "not-whole",
      message: `convertAreas: whole numbers can be made only of whole numbers of 0 or more; "${name}" has ${odd.slice(0, 3).join(", ")}`,
      fix: 'Share out in fractions, and round at the end: { numbers: "fractions" }.',
    });
}
