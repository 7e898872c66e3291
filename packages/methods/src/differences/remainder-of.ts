import {
  type Counts,
  createTable,
  describeRow,
  type Key,
  type KeyColumn,
  type Keys,
  keyColumn,
  type MeasureColumn,
  type Measures,
  measureColumn,
  type OnlyCounts,
  PopneedsError,
  type Table,
  withStep,
} from "@popneeds/core";
import { type Figure, figureAt } from "../shared/figure.ts";
import { type AreaPair, requireAreas } from "./area-pair.ts";
import { pairedRows } from "./paired-rows.ts";

/**
 * What is left of an area when one that lies in it is taken away: a country without one of its localities.
 *
 * A part is never compared with a whole that contains it, since they share events; it is compared with the remainder.
 * Each count is that of the whole less that of the part.
 *
 * @param table counts by area, the part and the whole among them
 * @param pair  `area`: code of the part; `against`: code of the whole
 * @returns counts by the same keys; the area is called `whole without part`, and its level, if there is one, `remainder`.
 * A missing count of either passes its reason; a group that has no row for one of them is `incomplete`, or counts as 0
 * where an absent row means zero
 * @throws PopneedsError `part-above-whole` when the part has more than the whole; `unknown-area`
 *
 * @example
 * directRate(remainderOf(exposed, { area: "north", against: "country" }), esp2013)
 */
export function remainderOf<K extends Keys & { readonly area: string }, M extends Measures>(
  table: Table<K, M> & OnlyCounts<M>,
  { area, against }: AreaPair,
): Table<K, M> {
  requireAreas("remainderOf", table, { area, against });
  const { rows, keys } = pairedRows(table, "area", area, against, ["level"]);
  const astray: string[] = [];
  const left = (column: MeasureColumn, [part, whole]: readonly [number | null, number | null]): Figure => {
    const [less, all] = [part, whole].map((row) =>
      row === null ? (column.absent === "zero" ? 0 : "incomplete") : figureAt(column, row),
    ) as [Figure, Figure];
    if (typeof all === "string") return all;
    if (typeof less === "string") return less;
    if (less > all) astray.push(`${describeRow(table, part!)}  ${less} of ${all}`);
    return all - less;
  };
  const measures = Object.entries(table.measures as Table<Keys, Counts>["measures"]).map(([name, column]) => [
    name,
    measureColumn(
      column.kind,
      rows.map((pair) => left(column, pair)),
      { absent: column.absent },
    ),
  ]);
  if (astray.length > 0)
    throw new PopneedsError({
      code: "part-above-whole",
      message: `remainderOf: a part cannot have more than the whole; ${astray.length} counts are more:`,
      where: astray,
      fix: "Name a whole that contains the area, counted in the same edition; compare other areas with inside: false.",
    });
  const all: Record<string, KeyColumn<Key>> = {};
  for (const name of Object.keys(table.keys))
    all[name] =
      name === "area"
        ? keyColumn(rows.map(() => `${against} without ${area}`))
        : name === "level"
          ? keyColumn(rows.map(() => "remainder"))
          : keys[name]!;
  return createTable({
    keys: all,
    measures: Object.fromEntries(measures) as Table["measures"],
    issues: table.issues,
    provenance: withStep(table.provenance, `took ${area} out of ${against}`),
  }) as unknown as Table<K, M>;
}
