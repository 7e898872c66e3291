import type { MeasureColumn } from "./measure-column.ts";
import { type Counts, type Keys, type Table, uncheckedTable } from "./table.ts";

/**
 * The same table, in which a row that is not there means zero: for counts of everybody, where a group without a row is a
 * group without people.
 */
export function absentIsZero<K extends Keys, M extends Counts>(table: Table<K, M>): Table<K, M> {
  return uncheckedTable({
    ...table,
    measures: Object.fromEntries(
      Object.entries<MeasureColumn>(table.measures).map(([name, column]) => [
        name,
        Object.freeze({ ...column, absent: "zero" as const }),
      ]),
    ),
  }) as unknown as Table<K, M>;
}
