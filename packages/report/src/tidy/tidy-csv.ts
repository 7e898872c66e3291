import { keyLabel, missingAt, reasonColumn, type Table } from "@popneeds/core";
import { type Cell, csv } from "../csv.ts";

/**
 * A table as CSV, so that other programs can read it: a column for each key and each measure, a row for each row.
 *
 * Keys stand as they are printed, figures with all of their digits. A missing figure is an empty cell; its reason stands in the column
 * `<measure>_missing`, which is there only when a figure of the measure is missing.
 *
 * @example
 * tidyCsv(tableFromRows([{ area: "A", deaths: 4 }], { deaths: "count" })) // "area,deaths\nA,4\n"
 */
export function tidyCsv(table: Table): string {
  const columns = tidyColumns(table);
  const rows = Array.from({ length: table.length }, (_, i) => columns.map(({ cell }) => cell(i)));
  return csv(
    columns.map(({ name }) => name),
    rows,
  );
}

/** A column of a tidy CSV file. */
export interface TidyColumn {
  readonly name: string;
  readonly type: "string" | "number" | "integer";
  readonly description: string;
  readonly cell: (row: number) => Cell;
}

/** The columns that a table has as CSV, in order: keys, then measures, each with its reasons where it has any. */
export function tidyColumns(table: Table): readonly TidyColumn[] {
  const keys = Object.entries(table.keys).map(([name, { codes, values }]): TidyColumn => {
    const labels = values.map(keyLabel);
    return { name, type: "string", description: `Key: ${name}`, cell: (row) => labels[codes[row]!]! };
  });
  const measures = Object.entries(table.measures).flatMap(([name, column]): TidyColumn[] => {
    const { kind, values, reasons } = column;
    const figures: TidyColumn = {
      name,
      type: kind === "count" ? "integer" : "number",
      description: `Measure: ${kind}`,
      cell: (row) => (Number.isNaN(values[row]!) ? null : values[row]!),
    };
    if (!reasons) return [figures];
    const why = `Why ${name} is missing`;
    return [
      figures,
      { name: reasonColumn(name), type: "string", description: why, cell: (row) => missingAt(column, row) },
    ];
  });
  return [...keys, ...measures];
}
