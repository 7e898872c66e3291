import {
  type Conditions,
  type Key,
  type Keys,
  keep,
  type MeasureColumn,
  type Measures,
  type Table,
  uncheckedTable,
} from "@popneeds/core";

/**
 * The table with every count set to 0 in the rows whose key does not pass: the part of a share. Rows stay, so that an area
 * in which nobody is of the part has a share of 0, not none.
 */
export function onlyCounting<K extends Keys, M extends Measures, P extends keyof K & string>(
  table: Table<K, M>,
  key: P,
  counts: (value: K[P]) => boolean,
): Table<K, M> {
  const { codes, values } = table.keys[key] as { codes: ArrayLike<number>; values: readonly Key[] };
  const passes = values.map((value) => counts(value as K[P]));
  const passed = (row: number) => passes[codes[row]!]!;
  const measures = Object.fromEntries(
    Object.entries<MeasureColumn>(table.measures).map(([name, column]) => [
      name,
      Object.freeze({
        ...column,
        values: Float64Array.from(column.values, (figure, row) => (passed(row) ? figure : 0)),
        reasons: column.reasons && Uint8Array.from(column.reasons, (reason, row) => (passed(row) ? reason : 0)),
      }),
    ]),
  );
  const { provenance } = keep(table, { [key]: counts } as unknown as Conditions<K>);
  return uncheckedTable<Keys, Measures>({ ...table, measures, provenance }) as unknown as Table<K, M>;
}
