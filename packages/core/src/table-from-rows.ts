import { type Key, keyColumn } from "./key-column.ts";
import { measureColumn } from "./measure-column.ts";
import type { MeasureKind } from "./measure-kind.ts";
import type { Missing } from "./missing.ts";
import type { Provenance } from "./provenance.ts";
import { createTable, type Keys, type Measures, type Table } from "./table.ts";

/**
 * Makes a table of rows: for figures typed in, tests and examples. Files are read with `readCsv`.
 *
 * @param rows     plain objects with every key, and a number or a reason for every measure
 * @param measures the kind of each measure; every other property is a key
 * @param options  `absent`: what a row that is not there means for all measures; default `unknown`
 * @throws PopneedsError `duplicate-key` when two rows have the same keys
 *
 * @example
 * tableFromRows([{ area: "A", deaths: 4 }, { area: "B", deaths: "suppressed" }], { deaths: "count" })
 */
export function tableFromRows<K extends Keys, const M extends Measures>(
  rows: readonly (K & { readonly [P in keyof M]: number | Missing })[],
  measures: M,
  { absent = "unknown", provenance }: { readonly absent?: "zero" | "unknown"; readonly provenance?: Provenance } = {},
): Table<Omit<K, keyof M>, M> {
  const names = Object.keys(rows[0] ?? {}).filter((name) => !(name in measures));
  const cell = (name: string) => rows.map((row) => (row as Record<string, unknown>)[name]);
  return createTable({
    keys: Object.fromEntries(names.map((name) => [name, keyColumn(cell(name) as Key[])])),
    measures: Object.fromEntries(
      Object.entries<MeasureKind>(measures).map(([name, kind]) => [
        name,
        measureColumn(kind, cell(name) as (number | Missing)[], { absent }),
      ]),
    ),
    ...(provenance ? { provenance } : {}),
  }) as unknown as Table<Omit<K, keyof M>, M>;
}
