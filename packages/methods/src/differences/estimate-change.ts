import {
  createTable,
  type Derived,
  type Key,
  type KeyColumn,
  type Keys,
  measureColumn,
  type Period,
  type Table,
  withStep,
} from "@popneeds/core";
import type { Difference } from "@popneeds/stats";
import { orMissing } from "../shared/figure.ts";
import { printLevel, requireScale } from "../shared/scale.ts";
import { periodLabelled } from "./change.ts";
import { compareLimited, type Limited } from "./estimate-difference.ts";
import { pairedRows } from "./paired-rows.ts";

/** An estimate at two times, how far it moved with limits, and the test that it did not. */
export type EstimateChangeMeasures<Kind extends Derived = Derived> = {
  readonly before: Kind;
  readonly after: Kind;
  readonly difference: Kind;
  readonly lower: "limit";
  readonly upper: "limit";
  readonly z: "score";
  readonly probability: "score";
};

/**
 * Tests whether estimates differ between two periods, from their limits alone: difference = after − before.
 *
 * The periods must not overlap: running five-year averages that share years move together, and the test does not apply.
 *
 * @param estimates values with limits, by period
 * @param options   `from`, `to`: labels of the periods; `level`: the coverage that the limits have, default 0.95
 * @returns by every key but the period; what is missing passes its reason, so that full counts without limits are
 * `not applicable`; a group that has no row for one of the periods is `not available`
 * @throws PopneedsError `unknown-period`, `invalid-option`
 *
 * Source: Altman DG, Bland JM. BMJ 2003;326:219.
 *
 * @example
 * estimateChange(lifeExpectancy, { from: "2013-2015", to: "2016-2018" })
 */
export function estimateChange<K extends Keys & { readonly period: Period }, Kind extends Derived>(
  estimates: Limited<K, Kind>,
  { from, to, level = 0.95 }: { readonly from: string | number; readonly to: string | number; readonly level?: number },
): Table<Omit<K, "period">, EstimateChangeMeasures<Kind>> {
  requireScale("estimateChange", { level });
  const table = estimates as unknown as Table;
  const [first, last] = [periodLabelled(table, String(from)), periodLabelled(table, String(to))];
  const { rows, keys } = pairedRows(table, "period", last, first);
  const found = rows.map(([after, before]) => compareLimited(estimates, after, before, level));
  const part = (name: keyof Difference) =>
    found.map(({ difference }) =>
      typeof difference === "string" ? difference : orMissing(difference[name], "not applicable"),
    );
  const { kind } = estimates.measures.value;
  const said = `change from ${first.label} to ${last.label}: standard errors read off the limits; ${printLevel(level)} limits`;
  return createTable({
    keys: keys as Readonly<Record<string, KeyColumn<Key>>>,
    measures: {
      before: measureColumn(
        kind,
        found.map(({ other }) => other),
      ),
      after: measureColumn(
        kind,
        found.map(({ own }) => own),
      ),
      difference: measureColumn(kind, part("value")),
      lower: measureColumn("limit", part("lower")),
      upper: measureColumn("limit", part("upper")),
      z: measureColumn("score", part("z")),
      probability: measureColumn("score", part("probability")),
    },
    issues: estimates.issues,
    provenance: withStep(estimates.provenance, said),
  }) as unknown as Table<Omit<K, "period">, EstimateChangeMeasures<Kind>>;
}
