import { byTime, parsePeriod } from "@popneeds/core";
import type { Chart, ChartPoint } from "@popneeds/jsna";
import { seriesOf } from "../frame.ts";

/** A cause in one of the two lists: its row, from 0, the same for the same rank in both. */
export interface Place {
  readonly row: number;
  readonly point: ChartPoint;
}

/** How a cause went from the first list to the second. */
export interface Move {
  readonly at: string;
  readonly first: Place | null;
  readonly second: Place | null;
  /** `left` and `came`: ranked in the first list only, in the second list only. */
  readonly way: "rose" | "fell" | "stayed" | "left" | "came";
}

export interface Lists {
  readonly rows: number;
  readonly first: readonly Place[];
  readonly second: readonly Place[];
  readonly moves: readonly Move[];
}

/**
 * The two ordered lists of an arrow diagram, and what joins them.
 *
 * A rank has the same row in both lists, so that what stays is level; a rank that a list lacks leaves its row empty there, and
 * one that a list has twice takes two rows. What has no rank follows at the end, and nothing joins it.
 */
export function arrowsLists(chart: Chart): Lists {
  const [one, other] = listsInTime(chart);
  const inList = (series: string | undefined) => chart.points.filter((point) => point.series === series);
  const lists = [inList(one), other === undefined ? [] : inList(other)] as const;
  const ranks = [...new Set(chart.points.flatMap(({ fact }) => fact.value ?? []))].sort((a, b) => a - b);
  const placed: [Place[], Place[]] = [[], []];
  let row = 0;
  for (const rank of [...ranks, null]) {
    const here = lists.map((list) => list.filter(({ fact }) => fact.value === rank));
    for (const [i, points] of here.entries()) placed[i]!.push(...points.map((point, n) => ({ row: row + n, point })));
    row += Math.max(...here.map((points) => points.length));
  }
  const [first, second] = placed;
  const ranked = (list: readonly Place[], at: string) =>
    list.find(({ point }) => point.at === at && point.fact.value !== null) ?? null;
  const causes = [...new Set(chart.points.filter(({ fact }) => fact.value !== null).map(({ at }) => at))];
  const moves = causes.map((at): Move => {
    const [from, to] = [ranked(first, at), ranked(second, at)];
    return { at, first: from, second: to, way: wayOf(from, to) };
  });
  return { rows: row, first, second, moves };
}

/** The names of the lists, the earlier first where their figures have periods; else in the order in which they are met. */
export function listsInTime(chart: Chart): readonly string[] {
  const period = (series: string) => parsePeriod(chart.points.find((point) => point.series === series)!.fact.period);
  return [...seriesOf(chart)].sort((a, b) => {
    const [one, other] = [period(a), period(b)];
    return one && other ? byTime(one, other) : 0;
  });
}

function wayOf(first: Place | null, second: Place | null): Move["way"] {
  if (!first) return "came";
  if (!second) return "left";
  const change = second.point.fact.value! - first.point.fact.value!;
  return change < 0 ? "rose" : change > 0 ? "fell" : "stayed";
}
