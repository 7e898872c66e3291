import { PopneedsError } from "@popneeds/core";
import { cheapestRounding } from "./cheapest-rounding.ts";
import { floorOf, nearlyWhole } from "./round-to-total.ts";

/** A table of whole numbers and its margins, which add up. */
export interface RoundedTable {
  readonly cells: readonly (readonly number[])[];
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly total: number;
}

/**
 * Rounds a table of rows and columns to whole numbers, so that every row, every column and the total are whole numbers next to
 * their own sums: controlled rounding in two dimensions.
 *
 * Every cell, row, column and the total becomes the whole number below or above; what is whole already stays. Among all such
 * tables, of which there is always one, it takes that in which the squares of the roundings are least, a row or column
 * weighing as much as the cells that it sums, the total as all of them: an exact solution as a transportation problem (flows of
 * least cost). The same numbers always give the same table.
 *
 * For an ordinary table of some thousands of cells; work grows with the square of their number.
 *
 * @param values rows of numbers of either sign, all there, all rows as long as the first
 * @returns whole numbers, with their sums by row, by column and in all
 * @throws PopneedsError `cannot-round` when a number is missing or infinite; `unequal-columns` when rows differ in length
 *
 * Source: Cox LH, Ernst LR. Controlled rounding. INFOR 1982;20:423–32.
 *
 * @example
 * roundToMargins([[0.5, 0.5], [0.5, 0.5]]).cells // [[1, 0], [0, 1]]
 */
export function roundToMargins(values: readonly (readonly number[])[]): RoundedTable {
  const [height, width] = [values.length, values[0]?.length ?? 0];
  refuse(values, width);
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  const rows = values.map(sum);
  const columns = Array.from({ length: width }, (_, j) => sum(values.map((row) => row[j]!)));
  const total = sum(rows);
  // A row and a column more take up what each margin lacks of the whole number above, so that all margins become whole.
  const parts = [
    ...values.map((row, i) => [...row.map(partOf), lackOf(rows[i]!)]),
    [...columns.map(lackOf), partOf(total)],
  ];
  const cost = (part: number, weight: number) => weight * (1 - 2 * part);
  const costs = parts.map((row, i) =>
    row.map((part, j) => cost(part, (i === height ? height : 1) * (j === width ? width : 1))),
  );
  const up = cheapestRounding(parts, costs);
  const cells = values.map((row, i) => row.map((value, j) => floorOf(value) + up[i]![j]! + 0));
  return {
    cells,
    rows: cells.map(sum),
    columns: Array.from({ length: width }, (_, j) => sum(cells.map((row) => row[j]!))),
    total: sum(cells.map(sum)),
  };
}

/** What a number is above the whole one below; 0 where that is a rounding error. */
function partOf(value: number): number {
  const part = value - floorOf(value);
  return part > nearlyWhole ? part : 0;
}

/** What a number lacks of the whole one above. */
function lackOf(value: number): number {
  const part = partOf(value);
  return part === 0 ? 0 : 1 - part;
}

function refuse(values: readonly (readonly number[])[], width: number): void {
  const short = values.findIndex((row) => row.length !== width);
  if (short !== -1)
    throw new PopneedsError({
      code: "unequal-columns",
      message: `roundToMargins: every row needs ${width} numbers; row ${short + 1} has ${values[short]!.length}`,
      fix: "Give a number for every row and column, 0 where there is nothing.",
    });
  const odd = values.flatMap((row, i) =>
    row.flatMap((value, j) => (Number.isFinite(value) ? [] : [`row ${i + 1}, column ${j + 1}: ${value}`])),
  );
  if (odd.length > 0)
    throw new PopneedsError({
      code: "cannot-round",
      message: `roundToMargins: numbers must all be there; ${odd.length} are not:`,
      where: odd,
      fix: "Leave rows and columns with missing numbers out, and round them by themselves.",
    });
}
