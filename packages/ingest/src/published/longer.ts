import type { RawTable } from "./raw-table.ts";

export interface LongerOptions {
  /** Which columns stand across: their headers become the values of a key. */
  readonly across: (header: string) => boolean;
  /** Header of the new key column. */
  readonly names: string;
  /** Header of the new column of figures. */
  readonly values: string;
}

/**
 * A table with figures that stood across, years for instance, one below another: a row for each.
 *
 * Every other column is repeated. Lines stay those of the row in the file.
 *
 * @example
 * longer(sheet, { across: (header) => /^\d{4}$/.test(header), names: "Year", values: "Households" })
 */
export function longer(table: RawTable, { across, names, values }: LongerOptions): RawTable {
  const moved = table.header.flatMap((text, at) => (across(text) ? [at] : []));
  const kept = table.header.flatMap((text, at) => (across(text) ? [] : [at]));
  const lines = new Uint32Array(table.rows.length * moved.length);
  const rows = table.rows.flatMap((row, i) => {
    lines.fill(table.lines[i]!, i * moved.length, (i + 1) * moved.length);
    const rest = kept.map((at) => row[at]!);
    return moved.map((at) => [...rest, table.header[at]!, row[at]!]);
  });
  return { ...table, header: [...kept.map((at) => table.header[at]!), names, values], rows, lines };
}
