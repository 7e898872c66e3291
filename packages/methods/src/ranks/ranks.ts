import {
  createTable,
  type Derived,
  describeRow,
  firstThree,
  type Issue,
  type Keys,
  measureColumn,
  PopneedsError,
  type Table,
  withStep,
} from "@popneeds/core";
import { rankLimitsOfIntervals } from "@popneeds/stats";
import type { Limited } from "../differences/estimate-difference.ts";
import { type Figure, figureAt } from "../shared/figure.ts";
import { groupsButFor } from "../shared/groups-but-for.ts";
import { requireArea } from "../shared/require-area.ts";
import { printLevel, requireScale } from "../shared/scale.ts";

/** The rank of a value among areas, from 1, and the ranks that it may truly have. */
export type RankMeasures = { readonly rank: "score"; readonly lower: "score"; readonly upper: "score" };

export interface RanksOptions {
  /** Whether rank 1 is the lowest value (default) or the highest. */
  readonly first?: "lowest" | "highest";
  /** Coverage of the limits of ranks, between 0 and 1. Default 0.95. */
  readonly level?: number;
  /** Coverage that the limits of the values have. Default 0.95. */
  readonly limitsLevel?: number;
  /** For what the level holds: `all ranks` at once (default), or `each comparison` of two areas. */
  readonly holds?: "all ranks" | "each comparison";
}

/**
 * The ranks of areas with the ranks that they may truly have: never a bare league table.
 *
 * Areas are ranked among those that share all other keys. Two areas are told apart where the limits of their
 * difference, recovered from their own, leave out 0; the lower limit of a rank is 1 and one for each area that is
 * clearly before, the upper limit the number of areas less those clearly after. Areas must not lie in each other: keep
 * one level first.
 *
 * @param estimates values with limits, by area and any more keys
 * @param options   `first`, `level`, `limitsLevel`, `holds`
 * @returns ranks and their limits by the same keys; equal values share the mean of their ranks. What is missing passes
 * its reason and is not ranked, so that full counts without limits are `not applicable`; a value outside its own limits
 * is `not available`, with an issue
 * @throws PopneedsError `unknown-key` without areas; `invalid-option`
 *
 * Source: Mohamad D, Goeman JJ, van Zwet EW. Biometrics 2022;78:238–47; Zou GY, Donner A. Stat Med 2008;27:1693–702.
 *
 * @example
 * ranks(directRate(exposed, esp2013), { first: "highest" })
 */
export function ranks<K extends Keys & { readonly area: string }, Kind extends Derived>(
  estimates: Limited<K, Kind>,
  { first = "lowest", level = 0.95, limitsLevel = 0.95, holds = "all ranks" }: RanksOptions = {},
): Table<K, RankMeasures> {
  const table = estimates as unknown as Table;
  requireArea("ranks", table);
  requireScale("ranks", { level });
  requireLimitsLevel(limitsLevel);
  const { value, lower, upper } = estimates.measures;
  const outside: number[] = [];
  const reasons = Array.from({ length: table.length }, (_, i): Figure => {
    for (const column of [value, lower, upper]) {
      const figure = figureAt(column, i);
      if (typeof figure === "string") return figure;
    }
    const [x, l, u] = [value.values[i]!, lower.values[i]!, upper.values[i]!];
    if (l <= x && x <= u && Number.isFinite(u - l)) return 0;
    outside.push(i);
    return "not available";
  });
  const found = { rank: [...reasons], lower: [...reasons], upper: [...reasons] };
  for (const rows of groupsButFor("area", table).members) {
    const known = rows.filter((i) => reasons[i] === 0);
    if (known.length === 0) continue;
    const column = (values: ArrayLike<number>) => known.map((i) => values[i]!);
    const limits = rankLimitsOfIntervals(
      { value: column(value.values), lower: column(lower.values), upper: column(upper.values) },
      { first, level, limitsLevel, holds },
    );
    known.forEach((i, k) => {
      for (const name of ["rank", "lower", "upper"] as const) found[name][i] = limits[name][k]!;
    });
  }
  const holding = holds === "all ranks" ? "for all ranks at once" : "for each comparison of two areas";
  return createTable<K, RankMeasures>({
    keys: estimates.keys,
    measures: {
      rank: measureColumn("score", found.rank),
      lower: measureColumn("score", found.lower),
      upper: measureColumn("score", found.upper),
    },
    issues: [...estimates.issues, ...valuesOutside(table, outside)],
    provenance: withStep(
      estimates.provenance,
      `areas ranked, 1 the ${first}; ${printLevel(level)} limits of ranks by comparing all pairs, ${holding}`,
    ),
  });
}

function requireLimitsLevel(limitsLevel: number): void {
  if (limitsLevel > 0 && limitsLevel < 1) return;
  throw new PopneedsError({
    code: "invalid-option",
    message: `ranks: invalid limitsLevel: ${limitsLevel}`,
    fix: "Give the coverage that the limits of the values have, such as 0.95.",
  });
}

function valuesOutside(table: Table, rows: readonly number[]): Issue[] {
  if (rows.length === 0) return [];
  return [
    {
      code: "value-outside-limits",
      severity: "warning",
      message: `${rows.length} of ${table.length} values lie outside their own limits, and are not ranked: ${firstThree(rows.map((i) => describeRow(table, i))).join("; ")}`,
      fix: "Look at the limits in the file, or leave these rows out with keep().",
    },
  ];
}
