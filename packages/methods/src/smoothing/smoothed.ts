import {
  type Additive,
  atBest,
  createTable,
  type Derived,
  type Issue,
  type Keys,
  measureColumn,
  type Provenance,
  type Table,
  withStep,
} from "@popneeds/core";
import { type AreaCounts, areasLeftOut, impossibleCounts, leftOut } from "../shared/area-counts.ts";
import { type Figure, orMissing } from "../shared/figure.ts";
import { groupsButFor } from "../shared/groups-but-for.ts";
import { requireArea } from "../shared/require-area.ts";

/**
 * Values of areas drawn towards a mean. `weight` is how much of each is the area's own, from 0 to 1; the rest is other
 * areas' figures, so that the evidence is `modelled`.
 */
export type SmoothedMeasures<Kind extends Derived = Derived> = {
  readonly value: Kind;
  readonly lower: "limit";
  readonly upper: "limit";
  readonly weight: "score";
  readonly events: "count";
  readonly population: Additive;
};

/** Smoothed values, one a row. */
export type Smoothed<K extends Keys = Keys, Kind extends Derived = Derived> = Table<K, SmoothedMeasures<Kind>>;

/** What smoothing made of the areas of one group, in their order. */
export interface SmoothedGroup {
  readonly value: Float64Array;
  readonly weight: Float64Array;
  readonly lower?: Float64Array;
  readonly upper?: Float64Array;
}

/** Smooths the areas of each combination of all other keys among themselves. */
export function smoothedAreas<K extends Keys, Kind extends Derived>(
  caller: string,
  table: Table,
  counts: readonly AreaCounts[],
  kind: Kind,
  smooth: (observed: readonly number[], sizes: readonly number[], rows: readonly number[]) => SmoothedGroup,
  provenance: Provenance,
  step: string,
  issues: readonly Issue[] = [],
): Smoothed<K, Kind> {
  requireArea(caller, table);
  const column = () => new Array<Figure>(table.length);
  const found = { value: column(), lower: column(), upper: column(), weight: column() };
  for (const rows of groupsButFor("area", table).members) {
    const known = rows.filter((i) => leftOut(counts[i]!) === null);
    for (const i of rows) {
      const reason = leftOut(counts[i]!) ?? "not applicable";
      for (const name of ["value", "lower", "upper", "weight"] as const) found[name][i] = reason;
    }
    if (known.length === 0) continue;
    const smoothed = smooth(
      known.map((i) => counts[i]!.observed as number),
      known.map((i) => counts[i]!.size as number),
      known,
    );
    known.forEach((i, k) => {
      found.value[i] = orMissing(smoothed.value[k]!, "not applicable");
      found.weight[i] = orMissing(smoothed.weight[k]!, "not applicable");
      found.lower[i] = orMissing(smoothed.lower?.[k] ?? Number.NaN, "not applicable");
      found.upper[i] = orMissing(smoothed.upper?.[k] ?? Number.NaN, "not applicable");
    });
  }
  const { events, population } = table.measures as unknown as Table<
    Keys,
    { events: "count"; population: Additive }
  >["measures"];
  return createTable({
    keys: table.keys,
    measures: {
      value: measureColumn(kind, found.value),
      lower: measureColumn("limit", found.lower),
      upper: measureColumn("limit", found.upper),
      weight: measureColumn("score", found.weight),
      events,
      population,
    },
    issues: [
      ...table.issues,
      ...issues,
      ...impossibleCounts(table, counts, "the smoothing"),
      ...areasLeftOut(table, counts, "the smoothing"),
    ],
    provenance: atBest(withStep(provenance, step), "modelled"),
  }) as unknown as Smoothed<K, Kind>;
}
