import { keyLabel, missingAt, reasonColumn, type Table } from "@popneeds/core";
import { DataFrame } from "danfojs-node";

/**
 * The table as a danfojs data frame, for general wrangling: keys as people read them (`85-89`, `2022/23`), measures as
 * numbers with `null` where missing. danfojs keeps rows, so the figures are copied.
 *
 * A measure with missing figures has a column beside it that says why, `deaths_missing` beside `deaths`. Issues and
 * provenance stay with the popneeds table: give its provenance, with a step that says what was done, to `fromDanfo`.
 * Arithmetic that danfojs does in tensors is in single precision, exact for whole numbers up to 16,777,216 only.
 *
 * @returns keys, then measures, in the order of the table
 *
 * @example
 * toDanfo(deaths).groupby(["area"]).col(["deaths"]).sum()
 */
export function toDanfo(table: Table): DataFrame {
  const columns: {
    readonly name: string;
    readonly type: string;
    readonly at: (row: number) => string | number | null;
  }[] = [];
  for (const [name, { codes, values }] of Object.entries(table.keys)) {
    const printed = values.map(keyLabel);
    columns.push({ name, type: "string", at: (row) => printed[codes[row]!]! });
  }
  for (const [name, column] of Object.entries(table.measures)) {
    const at = (row: number) => (missingAt(column, row) === null ? column.values[row]! : null);
    columns.push({ name, type: "float32", at });
    if (column.reasons) columns.push({ name: reasonColumn(name), type: "string", at: (row) => missingAt(column, row) });
  }
  return new DataFrame(
    Array.from({ length: table.length }, (_, row) => columns.map(({ at }) => at(row))),
    { columns: columns.map(({ name }) => name), dtypes: columns.map(({ type }) => type) },
  );
}
