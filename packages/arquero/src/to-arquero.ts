import { type KeyColumn, keyLabel, type MeasureColumn, missingAt, reasonColumn, type Table } from "@popneeds/core";
import { ColumnTable } from "arquero";

/** A column as arquero reads it: a length, and the value of each row. */
interface Column<T> {
  readonly length: number;
  at(row: number): T | undefined;
  [Symbol.iterator](): IterableIterator<T>;
}

/**
 * The table as an arquero table, for general wrangling. The columns are shared, not copied: keys are read through their
 * codes as people read them (`85-89`, `2022/23`), measures are numbers with `null` where missing.
 *
 * A measure with missing figures has a column beside it that says why, `deaths_missing` beside `deaths`. Issues and
 * provenance stay with the popneeds table: give its provenance, with a step that says what was done, to `fromArquero`.
 *
 * @returns keys, then measures, in the order of the table
 *
 * @example
 * toArquero(deaths).groupby("area").rollup({ deaths: op.sum("deaths") })
 */
export function toArquero(table: Table): ColumnTable {
  const columns: Record<string, Column<unknown>> = {};
  for (const [name, column] of Object.entries(table.keys)) columns[name] = labels(column);
  for (const [name, column] of Object.entries(table.measures)) {
    columns[name] = figures(column);
    if (column.reasons) columns[reasonColumn(name)] = view(table.length, (row) => missingAt(column, row));
  }
  return new ColumnTable(columns);
}

function labels({ codes, values }: KeyColumn): Column<string> {
  const printed = values.map(keyLabel);
  return view(codes.length, (row) => printed[codes[row]!]!);
}

function figures({ values, reasons }: MeasureColumn): Column<number | null> {
  if (!reasons && values instanceof Float64Array) return values;
  return view(values.length, (row) => ((reasons?.[row] ?? 0) === 0 ? values[row]! : null));
}

function view<T>(length: number, at: (row: number) => T): Column<T> {
  return {
    length,
    at,
    *[Symbol.iterator]() {
      for (let row = 0; row < length; row++) yield at(row);
    },
  };
}
