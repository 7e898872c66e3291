import type { Chart, ChartPoint } from "@popneeds/jsna";
import { missingMark } from "../../missing-mark.ts";
import { isUnfirm, seriesOf } from "../frame.ts";

/** A part of a column: where it begins, on the side of zero, and where it ends. */
export interface StackPart {
  readonly point: ChartPoint;
  /** Number of its series, from 0, in the order of the stack. */
  readonly series: number;
  readonly from: number;
  readonly to: number;
}

export interface StackColumn {
  readonly at: string;
  readonly parts: readonly StackPart[];
  /** Where the parts above zero end; 0 when there are none. */
  readonly high: number;
  /** Where the parts below zero end; 0 when there are none. */
  readonly low: number;
  /** Sum of the parts; `null` when one is missing. */
  readonly net: number | null;
  /** Marks of the parts that are missing, each once. */
  readonly marks: readonly string[];
  /** Where parts that are neither observed nor published stand, those that touch made into one. */
  readonly unfirm: readonly { readonly from: number; readonly to: number }[];
}

/**
 * The columns of a stacked chart: parts above zero one upon the other in the order of the series, parts below zero
 * downwards likewise. A part that is missing, or for which there is no point, has no place and leaves its mark; a zero has no
 * height.
 */
export function stackParts(chart: Chart): readonly StackColumn[] {
  const series = seriesOf(chart);
  return [...new Set(chart.points.map(({ at }) => at))].map((at) => {
    const points = series.map((name) => chart.points.filter((point) => point.at === at && point.series === name));
    const parts: StackPart[] = [];
    let high = 0;
    let low = 0;
    for (const [number, point] of points.flatMap((of, i) => of.map((point) => [i, point] as const))) {
      const value = point.fact.value ?? 0;
      if (value === 0) continue;
      const from = value > 0 ? high : low;
      const to = from + value;
      if (value > 0) high = to;
      else low = to;
      parts.push({ point, series: number, from, to });
    }
    const marks = points.flatMap((of) =>
      of.length === 0
        ? [missingMark(null)]
        : of.flatMap(({ fact }) => (fact.value === null ? [missingMark(fact.missing)] : [])),
    );
    return {
      at,
      parts,
      high,
      low,
      net: marks.length > 0 ? null : high + low,
      marks: [...new Set(marks)],
      unfirm: runs(parts.filter(({ point }) => isUnfirm(point))),
    };
  });
}

/** Whether some column has parts on both sides of zero, so that its end is not its sum. */
export function hasBothSigns(columns: readonly StackColumn[]): boolean {
  return columns.some(({ high, low }) => high > 0 && low < 0);
}

function runs(parts: readonly StackPart[]): StackColumn["unfirm"] {
  const spans = parts
    .map(({ from, to }) => ({ from: Math.min(from, to), to: Math.max(from, to) }))
    .sort((a, b) => a.from - b.from);
  const joined: { from: number; to: number }[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.from === last.to) last.to = span.to;
    else joined.push(span);
  }
  return joined;
}
