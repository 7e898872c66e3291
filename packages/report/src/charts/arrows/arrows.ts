import * as Plot from "@observablehq/plot";
import { PopneedsError } from "@popneeds/core";
import type { Chart, ChartPoint } from "@popneeds/jsna";
import { formatFigure } from "../../format-figure.ts";
import { missingMark } from "../../missing-mark.ts";
import { colours, type Frame, frameOptions, isUnfirm, seriesOf, textWidth, wrap } from "../frame.ts";
import { arrowsKey } from "./arrows-key.ts";
import { arrowsLists, listsInTime, type Place } from "./arrows-lists.ts";
import { arrowsMarks } from "./arrows-marks.ts";

/**
 * Two ordered lists side by side, the earlier period left and the later right, a line from each cause's rank in the one to its
 * rank in the other; limits of a rank stand in brackets behind it.
 *
 * A cause that rose ends in a triangle that points up, one that fell in one that points down, one that stayed in a circle;
 * colour and weight of the line say the same again. One that is ranked in one list only ends in the margin, in an open
 * circle. Lines from or to a figure that is modelled, projected or assumed are dashed, and its class is named at the head of its list,
 * or beside it where the list is mixed. What has no rank stands at the end of its list with its mark.
 *
 * @throws PopneedsError `more-than-two-lists`; `rank-below-one`; `ranked-twice`, a cause that is twice in a list
 */
export function arrowsOptions(chart: Chart, frame: Frame): Plot.PlotOptions {
  const { width, fontSize, narrow } = frame;
  refuseOdd(chart);
  const [one, other = ""] = listsInTime(chart);
  const lists = arrowsLists(chart);
  const ranks = new Map(chart.points.map((point) => [point, rankText(chart, point)]));
  const middle = narrow ? 76 : 124;
  const side = (width - middle) / 2;
  const rankRoom = Math.max(...[...ranks.values()].map((text) => textWidth(text, fontSize)), 0);
  // Beside its rank a name has what is left of its side; where that is little it stands under it.
  const stacked = narrow || side - rankRoom - 10 < fontSize * 8;
  const nameRoom = (stacked ? side : side - rankRoom - 10) - 4;
  const labelled = ({ point, row }: Place) => {
    const name = wrap(point.at, Math.floor(nameRoom / fontSize / 0.56));
    const rank = stacked ? wrap(ranks.get(point)!, Math.floor(nameRoom / fontSize / 0.56)) : ranks.get(point)!;
    const [nameLines, rankLines] = [name, rank].map((text) => text.split("\n").length) as [number, number];
    return { point, row, name, rank, rankLines, lines: nameLines + (stacked ? rankLines : 0) };
  };
  const first = lists.first.map(labelled);
  const second = lists.second.map(labelled);
  const lineHeight = fontSize * 1.2;
  const tops: number[] = [0];
  for (let row = 0; row < lists.rows; row++) {
    const lines = [...first, ...second].filter((of) => of.row === row).map((of) => of.lines);
    tops.push(tops[row]! + Math.max(1, ...lines) * lineHeight + fontSize * 0.65);
  }
  const key = arrowsKey(lists.moves, frame);
  const heads = [one!, other].map((name) =>
    wrap(`${name}${classWords(chart, name)}`, Math.floor(side / fontSize / 0.6)),
  );
  const headLines = Math.max(...heads.map((head) => head.split("\n").length));
  const marginTop = Math.ceil(key.height + headLines * lineHeight + fontSize * 0.8);
  const inner = Math.ceil(tops.at(-1)!);
  const label = wrap(chart.valueLabel, Math.floor(width / fontSize / 0.56));
  const marginBottom = Math.ceil(fontSize * (0.8 + 1.25 * label.split("\n").length));
  return {
    ...frameOptions(frame),
    height: marginTop + inner + marginBottom,
    marginTop,
    marginBottom,
    marginLeft: 0,
    marginRight: 0,
    x: { domain: [0, width], axis: null },
    y: { domain: [inner, 0], axis: null },
    symbol: { type: "identity" },
    marks: [
      ...key.marks(marginTop),
      ...heads.map((head, i) =>
        Plot.text([head], {
          x: [i === 0 ? side : width - side],
          frameAnchor: "top",
          textAnchor: i === 0 ? "end" : "start",
          lineAnchor: "bottom",
          lineHeight: 1.2,
          dy: -fontSize * 0.5,
          fontWeight: "bold",
        }),
      ),
      ...arrowsMarks({ moves: lists.moves, first, second }, { tops, width, side, stacked, rankRoom, frame }),
      Plot.text([label], {
        frameAnchor: "bottom-left",
        lineAnchor: "bottom",
        lineHeight: 1.25,
        dy: marginBottom - 2,
        fill: colours.quiet,
      }),
    ],
  };
}

function refuseOdd(chart: Chart): void {
  const { id, points } = chart;
  const series = seriesOf(chart);
  const refuse = (code: string, must: string, where: readonly string[], fix: string) => {
    if (where.length === 0) return;
    throw new PopneedsError({ code, message: `arrows ${id}: ${must}; ${where.length} do not hold:`, where, fix });
  };
  refuse(
    "more-than-two-lists",
    "series are the first and the second period, and no others",
    series.slice(2),
    'Keep the points of two periods, or draw more of them as "lines".',
  );
  refuse(
    "rank-below-one",
    "a rank is 1 or more",
    points.filter(({ fact }) => fact.value !== null && fact.value < 1).map(({ at, fact }) => `${at}: ${fact.value}`),
    "Draw the facts of a rank, 1 being the most.",
  );
  const seen = new Set<string>();
  const twice = points.flatMap(({ at, series: list }) => {
    const key = `${list}, ${at}`;
    if (seen.has(key)) return [key];
    seen.add(key);
    return [];
  });
  refuse("ranked-twice", "a cause is once in a list", twice, "Keep one point of each cause and period.");
}

/** The rank with its limits, and its class where its list is not all of one. */
function rankText(chart: Chart, point: ChartPoint): string {
  const { value, lower, upper, missing, evidence } = point.fact;
  if (value === null) return missingMark(missing);
  const text = (rank: number) => formatFigure(rank, point.fact);
  const limits = lower === null || upper === null ? "" : ` (${text(lower)} to ${text(upper)})`;
  return text(value) + limits + (isUnfirm(point) && classWords(chart, point.series) === "" ? ` (${evidence})` : "");
}

/** The class of a list that is all of one class, which must be named; empty else. */
function classWords({ points }: Chart, series: string): string {
  const list = points.filter((point) => point.series === series && point.fact.value !== null);
  const classes = new Set(list.map(({ fact }) => fact.evidence));
  return classes.size === 1 && list.every(isUnfirm) ? ` (${[...classes][0]})` : "";
}
