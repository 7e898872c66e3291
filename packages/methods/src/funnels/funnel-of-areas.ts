import {
  createTable,
  type Derived,
  type Key,
  type KeyColumn,
  type Keys,
  keyColumn,
  type MeasureColumn,
  measureColumn,
  type Provenance,
  type Table,
  takeRows,
  withStep,
} from "@popneeds/core";
import type { FunnelColumns } from "@popneeds/stats";
import { type AreaCounts, impossibleCounts, leftOut } from "../shared/area-counts.ts";
import { type Figure, orMissing } from "../shared/figure.ts";
import { groupsButFor } from "../shared/groups-but-for.ts";
import { requireArea } from "../shared/require-area.ts";
import type { Funnel, FunnelOptions } from "./funnel.ts";
import { describeFunnel, requireFunnelOptions } from "./funnel-options.ts";
import { rowOfArea, valueTogether } from "./funnel-targets.ts";
import { type FunnelShape, oneFunnel } from "./one-funnel.ts";

const limitNames = ["innerLower", "innerUpper", "outerLower", "outerUpper"] as const;

/** Sets the areas of each combination of all other keys against a funnel of their own. */
export function funnelOfAreas<K extends Keys & { readonly area: string }, Kind extends Derived>(
  caller: string,
  table: Table,
  counts: readonly AreaCounts[],
  shape: FunnelShape<Kind>,
  provenance: Provenance,
  options: FunnelOptions,
): Funnel<K, Kind> {
  requireArea(caller, table);
  requireFunnelOptions(caller, options, shape.most);
  const { names, first, members } = groupsButFor("area", table);
  const { target, against } = options;
  const rowAgainst = against === undefined ? null : rowOfArea(caller, table, against);
  const targetOf = (rows: readonly number[]): number => {
    if (target !== undefined) return target;
    const whole = rowAgainst?.(rows[0]!);
    return valueTogether(counts, rowAgainst ? (whole === undefined ? [] : [whole]) : rows, shape.valueAmong);
  };

  const areas = figures(["value", "target", "signal", ...limitNames], table.length);
  const groups = figures(["target", "areas", "phi", "threshold", "betweenVariance"], members.length);
  const lines = figures(["size", ...limitNames], 0);
  const lineFrom: number[] = [];
  members.forEach((rows, g) => {
    const centre = targetOf(rows);
    // What areas are set against is not one of them.
    const known = rows.filter((i) => leftOut(counts[i]!) === null && i !== rowAgainst?.(i));
    for (const i of rows) {
      for (const column of Object.values(areas)) column[i] = leftOut(counts[i]!) ?? "not applicable";
      areas.target[i] = orMissing(centre, "not applicable");
    }
    groups.target[g] = areas.target[rows[0]!]!;
    groups.areas[g] = known.length;
    for (const name of ["phi", "threshold", "betweenVariance"] as const) groups[name][g] = "not applicable";
    if (known.length === 0 || Number.isNaN(centre)) return;

    const events = Float64Array.from(known, (i) => counts[i]!.observed as number);
    const sizes = Float64Array.from(known, (i) => counts[i]!.size as number);
    const found = oneFunnel(shape, events, sizes, centre, options);
    known.forEach((i, k) => {
      areas.value[i] = orMissing(found.areas.value[k]!, "not applicable");
      areas.signal[i] = orMissing(found.areas.signal[k]!, "not applicable");
      limitsOf(found.areas, k).forEach((limit, l) => {
        areas[limitNames[l]!][i] = limit;
      });
    });
    for (const name of ["phi", "threshold", "betweenVariance"] as const) {
      groups[name][g] = orMissing(found.apart[name], "not applicable");
    }
    found.axis.forEach((size, k) => {
      lineFrom.push(rows[0]!);
      lines.size.push(size);
      limitsOf(found.line, k).forEach((limit, l) => {
        lines[limitNames[l]!].push(limit);
      });
    });
  });

  const keysAt = (rows: ArrayLike<number>) => {
    const taken = takeRows(table, rows).keys as Readonly<Record<string, KeyColumn<Key>>>;
    return Object.fromEntries(names.map((name) => [name, taken[name]!]));
  };
  const shared = {
    issues: [...table.issues, ...impossibleCounts(table, counts, "the funnel")],
    provenance: withStep(provenance, describeFunnel(shape, options)),
  };
  return {
    areas: createTable({
      keys: table.keys,
      measures: {
        value: measureColumn(shape.kind, areas.value),
        target: measureColumn(shape.kind, areas.target),
        ...limitColumns(areas),
        signal: measureColumn("score", areas.signal),
        events: measureColumn(
          "count",
          counts.map(({ observed }) => observed),
        ),
        size: measureColumn(
          "score",
          counts.map(({ size }) => size),
        ),
      },
      ...shared,
    }),
    lines: createTable({
      keys: { ...keysAt(lineFrom), point: keyColumn(lines.size.map(String)) },
      measures: { size: measureColumn("score", lines.size), ...limitColumns(lines) },
      ...shared,
    }),
    groups: createTable({
      keys: keysAt(first),
      measures: {
        target: measureColumn(shape.kind, groups.target),
        areas: measureColumn("score", groups.areas),
        phi: measureColumn("score", groups.phi),
        threshold: measureColumn("score", groups.threshold),
        betweenVariance: measureColumn("score", groups.betweenVariance),
      },
      ...shared,
    }),
  } as unknown as Funnel<K, Kind>;
}

function figures<Name extends string>(names: readonly Name[], length: number): Record<Name, Figure[]> {
  return Object.fromEntries(names.map((name) => [name, new Array<Figure>(length)])) as Record<Name, Figure[]>;
}

function limitColumns(columns: Readonly<Record<(typeof limitNames)[number], readonly Figure[]>>) {
  return Object.fromEntries(limitNames.map((name) => [name, measureColumn("limit", columns[name])])) as Record<
    (typeof limitNames)[number],
    MeasureColumn<"limit">
  >;
}

/** The limits of one row, in the order of their names. */
function limitsOf({ lower, upper }: FunnelColumns, row: number): readonly Figure[] {
  return [lower[0]![row]!, upper[0]![row]!, lower[1]![row]!, upper[1]![row]!].map((limit) =>
    orMissing(limit, "not applicable"),
  );
}
