import {
  createTable,
  type Derived,
  type Key,
  type KeyColumn,
  type Keys,
  keyColumn,
  type Missing,
  measureColumn,
  type Provenance,
  type Table,
  takeRows,
} from "@popneeds/core";
import type { Difference } from "@popneeds/stats";
import { type Figure, orMissing } from "../shared/figure.ts";
import { type AreaPair, requireAreas } from "./area-pair.ts";
import { pairedRows } from "./paired-rows.ts";

/**
 * An area's value, the value it is set against, how far it lies above (`difference`) with limits, and the test that they
 * are the same: `z` in standard errors, and `probability`, two-sided.
 */
export type DifferenceMeasures<Kind extends Derived = Derived> = {
  readonly own: Kind;
  readonly other: Kind;
  readonly difference: Kind;
  readonly lower: "limit";
  readonly upper: "limit";
  readonly z: "score";
  readonly probability: "score";
};

/** Differences by every key of the area's rows, and `against`: the code of the other area. */
export type Differences<K extends Keys = Keys, Kind extends Derived = Derived> = Table<
  K & { readonly against: string },
  DifferenceMeasures<Kind>
>;

/** One comparison, or why there is none. */
export interface Compared {
  readonly own: Figure;
  readonly other: Figure;
  readonly difference: Difference | Missing;
}

/**
 * Compares each row of one area with the row of another that has the same keys, level aside.
 *
 * @param compare takes the two rows; `null` where the other area has none
 * @param named   how the result names the other area, where not by its code
 */
export function differenceRows<K extends Keys & { readonly area: string }, Kind extends Derived>(
  caller: string,
  table: Table,
  pair: AreaPair,
  kind: Kind,
  compare: (own: number, other: number | null) => Compared,
  provenance: Provenance,
  named: string = pair.against,
): Differences<K, Kind> {
  requireAreas(caller, table, pair);
  const { rows } = pairedRows(table, "area", pair.area, pair.against, ["level"]);
  const found = rows.flatMap(([own, other]) => (own === null ? [] : [{ at: own, ...compare(own, other) }]));
  const { keys } = takeRows(
    table,
    found.map(({ at }) => at),
  );
  const part = (name: keyof Difference) =>
    found.map(({ difference }) =>
      typeof difference === "string" ? difference : orMissing(difference[name], "not applicable"),
    );
  return createTable({
    keys: { ...keys, against: keyColumn(found.map(() => named)) } as Readonly<Record<string, KeyColumn<Key>>>,
    measures: {
      own: measureColumn(
        kind,
        found.map(({ own }) => own),
      ),
      other: measureColumn(
        kind,
        found.map(({ other }) => other),
      ),
      difference: measureColumn(kind, part("value")),
      lower: measureColumn("limit", part("lower")),
      upper: measureColumn("limit", part("upper")),
      z: measureColumn("score", part("z")),
      probability: measureColumn("score", part("probability")),
    },
    issues: table.issues,
    provenance,
  }) as unknown as Differences<K, Kind>;
}
