import {
  createTable,
  type Derived,
  type Key,
  type KeyColumn,
  type Keys,
  keyColumn,
  measureColumn,
  type Provenance,
  type Table,
  takeRows,
  withStep,
} from "@popneeds/core";
import { type FunnelColumns, type FunnelScores, funnelAxis, funnelRange, overdispersion } from "@popneeds/stats";
import { type AreaCounts, impossibleCounts, leftOut } from "../shared/area-counts.ts";
import { type Figure, orMissing } from "../shared/figure.ts";
import { groupsButFor } from "../shared/groups-but-for.ts";
import { requireArea } from "../shared/require-area.ts";
import type { Funnel, FunnelOptions } from "./funnel.ts";
import { describeFunnel, type Placed, requireFunnelOptions } from "./funnel-options.ts";

/** How areas of one kind are set against a funnel. */
export interface FunnelShape<Kind extends Derived> extends Placed {
  readonly kind: Kind;
  /** The largest value that can be, such as 100 per cent; without it there is none. */
  readonly most?: number;
  /** The value of all areas together. */
  readonly together: (events: number, size: number) => number;
  /** Sets counts among sizes against a target. */
  readonly against: (events: Float64Array, sizes: Float64Array, target: number, spread: Spread | null) => FunnelColumns;
  /** How far each lies from the target in standard errors. */
  readonly scores: (events: Float64Array, sizes: Float64Array, target: number) => FunnelScores;
}

/** What limits are widened by. */
export interface Spread {
  readonly phi?: number;
  readonly betweenVariance?: number;
}

/** Sets the areas of each combination of all other keys against a funnel of their own. */
export function funnelOfAreas<K extends Keys & { readonly area: string }, Kind extends Derived>(
  caller: string,
  table: Table,
  areas: readonly AreaCounts[],
  shape: FunnelShape<Kind>,
  provenance: Provenance,
  options: FunnelOptions,
): Funnel<K, Kind> {
  requireArea(caller, table);
  requireFunnelOptions(caller, options, shape.most);
  const { names, first, members } = groupsButFor("area", table);
  const { dispersion = "none", outliers = "winsorise", outlierShare = 0.1, points = 100 } = options;

  const value = new Array<Figure>(table.length);
  const target = new Array<Figure>(table.length);
  const signal = new Array<Figure>(table.length);
  const limits = [0, 1, 2, 3].map(() => new Array<Figure>(table.length));
  const groups = { target: [] as Figure[], areas: [] as Figure[], phi: [] as Figure[], threshold: [] as Figure[] };
  const between: Figure[] = [];
  const lines = { from: [] as number[], size: [] as number[], limits: [0, 1, 2, 3].map(() => [] as Figure[]) };

  members.forEach((rows, g) => {
    const known = rows.filter((i) => leftOut(areas[i]!) === null);
    const events = Float64Array.from(known, (i) => areas[i]!.observed as number);
    const sizes = Float64Array.from(known, (i) => areas[i]!.size as number);
    const centre = options.target ?? shape.together(sum(events), sum(sizes));
    const usable = known.length > 0 && !Number.isNaN(centre);
    const scores = usable ? shape.scores(events, sizes, centre) : null;
    const apart = scores && overdispersion(scores.scores, scores.standardErrors, { outliers, share: outlierShare });
    const spread = apart && spreadOf(dispersion, apart);
    const found = usable ? shape.against(events, sizes, centre, spread) : null;

    for (const i of rows) {
      const reason = leftOut(areas[i]!) ?? "not applicable";
      target[i] = orMissing(centre, "not applicable");
      for (const column of [value, signal, ...limits]) column[i] = reason;
    }
    known.forEach((i, k) => {
      if (!found) return;
      value[i] = orMissing(found.value[k]!, "not applicable");
      signal[i] = orMissing(found.signal[k]!, "not applicable");
      const at = limitsOf(found, k);
      limits.forEach((column, l) => {
        column[i] = orMissing(at[l]!, "not applicable");
      });
    });

    groups.target.push(orMissing(centre, "not applicable"));
    groups.areas.push(known.length);
    groups.phi.push(orMissing(apart?.phi ?? Number.NaN, "not applicable"));
    groups.threshold.push(orMissing(apart?.threshold ?? Number.NaN, "not applicable"));
    between.push(orMissing(apart?.betweenVariance ?? Number.NaN, "not applicable"));

    if (!usable) return;
    const { lower, upper } = funnelRange(sizes);
    const axis = Float64Array.from(funnelAxis(lower, upper, { points }));
    // A line is the limits of areas of every size on the axis, whatever they counted.
    const line = shape.against(new Float64Array(axis.length), axis, centre, spread);
    axis.forEach((size, k) => {
      lines.from.push(first[g]!);
      lines.size.push(size);
      limitsOf(line, k).forEach((limit, l) => {
        lines.limits[l]!.push(orMissing(limit, "not applicable"));
      });
    });
  });

  const keysAt = (rows: ArrayLike<number>) => {
    const taken = takeRows(table, rows).keys as Readonly<Record<string, KeyColumn<Key>>>;
    return Object.fromEntries(names.map((name) => [name, taken[name]!]));
  };
  const traced = withStep(provenance, describeFunnel(shape, options));
  const fourLimits = (columns: readonly (readonly Figure[])[]) => ({
    innerLower: measureColumn("limit", columns[0]!),
    innerUpper: measureColumn("limit", columns[1]!),
    outerLower: measureColumn("limit", columns[2]!),
    outerUpper: measureColumn("limit", columns[3]!),
  });
  const issues = [...table.issues, ...impossibleCounts(table, areas, "the funnel")];
  return {
    areas: createTable({
      keys: table.keys,
      measures: {
        value: measureColumn(shape.kind, value),
        target: measureColumn(shape.kind, target),
        ...fourLimits(limits),
        signal: measureColumn("score", signal),
        events: measureColumn(
          "count",
          areas.map((area) => area.observed),
        ),
        size: measureColumn(
          "score",
          areas.map((area) => area.size),
        ),
      },
      issues,
      provenance: traced,
    }),
    lines: createTable({
      keys: { ...keysAt(lines.from), point: keyColumn(lines.size.map(String)) },
      measures: { size: measureColumn("score", lines.size), ...fourLimits(lines.limits) },
      issues,
      provenance: traced,
    }),
    groups: createTable({
      keys: keysAt(first),
      measures: {
        target: measureColumn(shape.kind, groups.target),
        areas: measureColumn("score", groups.areas),
        phi: measureColumn("score", groups.phi),
        threshold: measureColumn("score", groups.threshold),
        betweenVariance: measureColumn("score", between),
      },
      issues,
      provenance: traced,
    }),
  } as unknown as Funnel<K, Kind>;
}

function spreadOf(
  dispersion: "none" | "multiplicative" | "additive",
  { phi, betweenVariance }: { readonly phi: number; readonly betweenVariance: number },
): Spread | null {
  if (dispersion === "none") return null;
  return dispersion === "multiplicative"
    ? { phi }
    : { betweenVariance: Number.isNaN(betweenVariance) ? 0 : betweenVariance };
}

function limitsOf({ lower, upper }: FunnelColumns, row: number): readonly number[] {
  return [lower[0]![row]!, upper[0]![row]!, lower[1]![row]!, upper[1]![row]!];
}

function sum(values: Float64Array): number {
  return values.reduce((total, each) => total + each, 0);
}
