import {
  type Additive,
  type Counts,
  type Exposed,
  type KeyColumn,
  type Keys,
  type MeasureColumn,
  missingAt,
  type Period,
  PopneedsError,
  reasonCode,
  type Table,
  uncheckedTable,
  withStep,
} from "@popneeds/core";
import { projectedBurdenLimits as limitsOf, projectedBurdens, type UncertainTrend } from "@popneeds/stats";
import { checkedOptions } from "../shared/checked-options.ts";
import { type ArrangedProjection, arrangeProjection, type ProjectedBurdenOptions } from "./arranged-projection.ts";
import { figures, reasonsOfRows, withTotals } from "./figures.ts";
import type { ProjectedBurdenKeys } from "./projected-burden.ts";
import { middleYear, uncertaintyOf, yearsAhead } from "./trend.ts";

/** How a burden is projected, and its limits drawn. */
export interface ProjectedBurdenLimitsOptions<K extends Keys = Keys> extends ProjectedBurdenOptions<K> {
  /** How many draws, 20 to 100,000. Default 1,000. */
  readonly draws?: number;
  /** Seed of the draws. Default 1. */
  readonly seed?: number;
  /** Coverage of the limits. Default 0.95. */
  readonly level?: number;
  /** Coverage that the limits beside the trend have. Default 0.95. */
  readonly trendLevel?: number;
}

const parts = ["burden", "growth", "ageing", "rate"] as const;
const columnOf = { burden: "burden", growth: "size", ageing: "structure", rate: "rate" } as const;

/**
 * Limits of a projected burden and of its drivers, from seeded draws of the rates that chance in the counts behind them allows.
 *
 * Each rate is multiplied by γ ÷ count, γ being a gamma number of shape `count`. The same draws serve all areas, years and sums (common
 * random numbers), so that the limits of a difference or of a larger area keep what its parts share.
 *
 * Where limits stand beside the trend, as `annualChange` gives them, each yearly change is drawn too, as a normal number on the scale of logarithms,
 * one for all areas, years and strata that it is of: limits then widen with the years.
 *
 * The limits are those of chance in the counts, and of the slope of a trend. Population projections, whether a trend goes on, and how far an
 * area's own rates differ are taken as they are: they matter more, and no limit here shows them. A rate without events stays 0, certain: wider bands make limits of rare causes wider.
 *
 * @param rates   as `projectedBurden`
 * @param counts  the counts behind the rates (deaths), by the same keys; of years lost give deaths, not years
 * @param people  as `projectedBurden`
 * @param options as `projectedBurden`, and `draws`, `seed`, `level`
 * @returns by the keys of `projectedBurden` and `part` (burden, growth, ageing, rate): value without draws, limits, and for the burden the
 * Monte-Carlo error of the mean of draws (`not applicable` for drivers)
 * @throws PopneedsError as `projectedBurden`; `one-measure` when counts have several measures; `impossible-limits` where those of the trend
 * are not in order
 *
 * Source: Fay MP, Feuer EJ. Stat Med 1997;16:791–801 (gamma as the distribution of a mean given its count).
 * Reference: the gamma distribution and the delta method, in tests of the kernel.
 *
 * @example
 * projectedBurdenLimits(over(yearsLost, personYears), deaths, people, { draws: 1000, seed: 2026 })
 */
export function projectedBurdenLimits<
  KR extends Keys,
  KP extends Keys & { readonly area: string; readonly period: Period },
  E extends Additive,
>(
  rates: Exposed<KR, E>,
  counts: Table<KR, Counts>,
  people: Table<KP, Counts>,
  { draws = 1000, seed = 1, level = 0.95, trendLevel = 0.95, ...options }: ProjectedBurdenLimitsOptions<KR> = {},
): Table<
  ProjectedBurdenKeys<KR, KP> & { readonly part: (typeof parts)[number] },
  { readonly value: E; readonly lower: "limit"; readonly upper: "limit"; readonly monteCarloError: "limit" }
> {
  const arranged = arrangeProjection(
    "projectedBurdenLimits",
    rates as unknown as Exposed<Keys, Additive>,
    people as unknown as Table<Keys, Counts>,
    options as unknown as ProjectedBurdenOptions,
  );
  const count = onlyCount(counts as unknown as Table<Keys, Counts>);
  const events = arranged.cells.layOut(
    counts as unknown as Table,
    (row) => missingAt(count, row) ?? count.values[row]!,
    count.absent === "zero" || rates.measures.events.absent === "zero" ? 0 : "incomplete",
  );
  const point = projectedBurdens(arranged.columns);
  const totals = arranged.totals.map(({ members }) => members);
  const trend = uncertainTrend(arranged, rates as unknown as Table, options, trendLevel);
  const drawn = checkedOptions("projectedBurdenLimits", () =>
    limitsOf(arranged.columns, events, { draws, seed, level, totals, ...(trend ? { trend } : {}) }),
  );
  const reasons = reasonsOfRows(arranged);
  const rows = reasons.length;
  const long = (of: (part: (typeof parts)[number]) => ArrayLike<number>) => {
    const all = new Float64Array(rows * parts.length);
    for (const [k, part] of parts.entries()) all.set(of(part), k * rows);
    return all;
  };
  const reasonsOfParts = new Uint8Array(rows * parts.length);
  for (const k of parts.keys()) reasonsOfParts.set(reasons, k * rows);
  const error = long((part) => (part === "burden" ? drawn.monteCarloError : new Float64Array(rows).fill(Number.NaN)));
  const errorReasons = reasonsOfParts.slice();
  for (let row = rows; row < errorReasons.length; row++) errorReasons[row] ||= notApplicable;
  return uncheckedTable({
    keys: keysOfParts(arranged.keys, rows),
    measures: {
      value: figures(
        rates.measures.events.kind,
        long((part) => withTotals(point[columnOf[part]], arranged)),
        reasonsOfParts,
      ),
      lower: figures(
        "limit",
        long((part) => drawn.lower[columnOf[part]]),
        reasonsOfParts,
      ),
      upper: figures(
        "limit",
        long((part) => drawn.upper[columnOf[part]]),
        reasonsOfParts,
      ),
      monteCarloError: figures("limit", error, errorReasons),
    },
    issues: [...arranged.issues, ...counts.issues],
    provenance: withStep(
      arranged.provenance,
      `${Math.round(level * 1000) / 10} % limits from ${draws} draws of the rates (gamma, shape the counts behind them), seed ${seed}, the same draws for all areas and years; ${said(options.trend !== undefined, trend !== null, trendLevel)}`,
    ),
  }) as unknown as ReturnType<typeof projectedBurdenLimits<KR, KP, E>>;
}

function uncertainTrend(
  { cells, people, columns }: ArrangedProjection,
  rates: Table,
  { trend, damping, cap }: Pick<ProjectedBurdenOptions, "trend" | "damping" | "cap">,
  level: number,
): UncertainTrend | null {
  if (!trend || !columns.factors) return null;
  return uncertaintyOf("projectedBurdenLimits", trend, cells, {
    ahead: yearsAhead(
      "projectedBurdenLimits",
      people.periods.map(middleYear),
      rates.keys["period"]?.values[0] as Period | undefined,
    ),
    level,
    ...(damping === undefined ? {} : { damping }),
    ...(cap === undefined ? {} : { cap }),
  });
}

function said(trend: boolean, drawn: boolean, level: number): string {
  if (!trend) return "people taken as certain, and that rates stay as they are";
  if (!drawn) return "people and trends taken as certain";
  return `yearly changes drawn from their ${Math.round(level * 1000) / 10} % limits; people taken as certain, and that trends go on`;
}

const notApplicable = reasonCode("not applicable");

function keysOfParts(keys: Readonly<Record<string, KeyColumn>>, rows: number): Readonly<Record<string, KeyColumn>> {
  const size = rows * parts.length;
  return {
    ...Object.fromEntries(
      Object.entries(keys).map(([name, { codes, values }]) => [
        name,
        { codes: Uint32Array.from({ length: size }, (_, row) => codes[row % rows]!), values },
      ]),
    ),
    part: { codes: Uint32Array.from({ length: size }, (_, row) => Math.floor(row / rows)), values: parts },
  };
}

function onlyCount({ measures }: Table<Keys, Counts>): MeasureColumn {
  const [first, ...others] = Object.values<MeasureColumn>(measures);
  if (!first || others.length > 0)
    throw new PopneedsError({
      code: "one-measure",
      message: `projectedBurdenLimits: counts must have one measure; found ${Object.keys(measures).join(", ") || "none"}`,
      fix: 'Keep one with only(table, "deaths").',
    });
  return first;
}
