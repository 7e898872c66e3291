import type { Chart, ChartPoint } from "@popneeds/jsna";

/** A row of a waterfall: where it begins and where it ends. */
export interface WaterfallRow {
  readonly point: ChartPoint;
  readonly total: boolean;
  /** A total from zero to its value, a step from the level before it to the level after; `null` where that is not known. */
  readonly span: { readonly from: number; readonly to: number } | null;
}

export interface WaterfallLevels {
  readonly rows: readonly WaterfallRow[];
  /**
   * Whether totals are drawn as bars from zero: when the levels span at least a tenth of the largest, or nothing moves. Else steps would be too
   * short to compare, and totals are dots on an axis that does not start at zero, where no length could be taken for a total.
   */
  readonly fromZero: boolean;
  /** Whether some total is not what the steps lead to, by more than a hundredth of their lengths: more than rounding. */
  readonly remainder: boolean;
}

/**
 * The levels of a waterfall: its totals, and the running level from step to step between them.
 *
 * A series `total` sets the level, any other moves it; a chart that begins with a step begins at zero. After a missing figure
 * the level is not known until the next total, from which steps are placed backwards as far as they are known; so a single
 * missing step leaves its gap open.
 */
export function waterfallLevels({ points }: Chart): WaterfallLevels {
  const forwards = placeForwards(points);
  const rows = placeBackwards(forwards.rows);
  const levels = rows.flatMap(({ span, total }) => (span === null ? [] : total ? [span.to] : [span.from, span.to]));
  const low = Math.min(...levels);
  const high = Math.max(...levels);
  const largest = Math.max(Math.abs(low), Math.abs(high));
  return {
    rows,
    fromZero: !(low * high > 0) || high === low || high - low >= largest / 10,
    remainder: forwards.remainder,
  };
}

function placeForwards(points: readonly ChartPoint[]): {
  readonly rows: readonly WaterfallRow[];
  readonly remainder: boolean;
} {
  let level: number | null = points[0] && isTotal(points[0]) ? null : 0;
  let moved = 0;
  let remainder = false;
  const rows = points.map((point) => {
    const { value } = point.fact;
    const total = isTotal(point);
    if (total && value !== null) {
      if (level !== null && Math.abs(value - level) > moved / 100 + Math.abs(value) * 1e-9) remainder = true;
      level = value;
      moved = 0;
      return { point, total, span: { from: 0, to: value } };
    }
    if (total) return { point, total, span: null };
    const from: number | null = level;
    level = value === null || from === null ? null : from + value;
    moved += Math.abs(value ?? 0);
    return { point, total, span: from === null || level === null ? null : { from, to: level } };
  });
  return { rows, remainder };
}

function placeBackwards(rows: readonly WaterfallRow[]): readonly WaterfallRow[] {
  let level: number | null = null;
  return rows
    .toReversed()
    .map((row) => {
      const { value } = row.point.fact;
      if (row.total) {
        level = value ?? level;
        return row;
      }
      const to: number | null = row.span?.to ?? level;
      level = value === null || to === null ? null : to - value;
      return row.span || level === null || to === null ? row : { ...row, span: { from: level, to } };
    })
    .toReversed();
}

function isTotal({ series }: ChartPoint): boolean {
  return series === "total";
}
