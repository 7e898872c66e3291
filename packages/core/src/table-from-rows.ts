import { type Key, keyColumn } from "./key-column.ts";
import { measureColumn } from "./measure-column.ts";
import type { MeasureKind } from "./measure-kind.ts";
import type { Missing } from "./missing.ts";
import type { Provenance } from "./provenance.ts";
import type { Sex } from "./sex.ts";
import { createTable, type Measures, type Table } from "./table.ts";

/** The keys of a row: every property that is not a measure. Text typed in is any text; under `sex` it is a sex. */
export type KeysOfRow<R, M extends Measures> = {
  readonly [P in Exclude<keyof R & string, keyof M>]: [R[P]] extends [string]
    ? [P, R[P]] extends ["sex", Sex]
      ? Sex
      : string
    : Extract<R[P], Key>;
};

/**
 * Makes a table of rows: for figures typed in, tests and examples. Files are read with `readCsv`.
 *
 * @param rows     plain objects with every key, and a number or a reason for every measure; of no rows at all the keys
 *                 are not known, and the table has none
 * @param measures the kind of each measure; every other property is a key
 * @param options  `absent`: what a row that is not there means for all measures; default `unknown`
 * @throws PopneedsError `duplicate-key` when two rows have the same keys
 * @throws PopneedsError `missing-key` when a row lacks a key that another row has
 *
 * @example
 * tableFromRows([{ area: "A", deaths: 4 }, { area: "B", deaths: "suppressed" }], { deaths: "count" })
 */
export function tableFromRows<R extends { readonly [P in keyof R]: Key | number }, M extends Measures>(
  rows: readonly (R & { readonly [P in keyof M]: number | Missing })[],
  measures: M,
  { absent = "unknown", provenance }: { readonly absent?: "zero" | "unknown"; readonly provenance?: Provenance } = {},
): Table<KeysOfRow<R, M>, M> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => !Object.hasOwn(measures, name));
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
  }) as unknown as Table<KeysOfRow<R, M>, M>;
}
