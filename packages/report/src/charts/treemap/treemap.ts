import * as Plot from "@observablehq/plot";
import { PopneedsError } from "@popneeds/core";
import type { Chart, ChartPoint } from "@popneeds/jsna";
import { formatFigure } from "../../format-figure.ts";
import { missingMark } from "../../missing-mark.ts";
import { colours, type Frame, frameOptions, isUnfirm, seriesOf, wrap } from "../frame.ts";
import { categoryColour, partLetter, stackLegend } from "../stack/stack-legend.ts";
import { type RectangleText, rectangleText, treemapLabels } from "./treemap-labels.ts";
import { type Rectangle, treemapRectangles } from "./treemap-rectangles.ts";

/**
 * A rectangle for each point, its area the value; those of one series together and of one colour, which the n-th series of
 * the chart has in stacked charts also. Wide white lines part the groups, so that they can be told apart without colour.
 *
 * Name and figure stand in a rectangle where they fit, and the name of a group in its largest rectangle; where that does not
 * fit, a letter stands for it, which the key explains. Where some figures are projected, modelled or assumed, they are pale
 * within dashes, and said to be so; where all are, the chart as a whole is marked so. What is missing or zero has no area:
 * it is named below with its mark or figure.
 *
 * @throws PopneedsError `negative-area`: nothing below zero has an area
 */
export function treemapOptions(chart: Chart, frame: Frame): Plot.PlotOptions {
  const { width, fontSize, narrow } = frame;
  refuseNegative(chart);
  const series = seriesOf(chart);
  const drawn = chart.points.filter(({ fact }) => (fact.value ?? 0) > 0);
  const pale = drawn.every(isUnfirm) ? () => false : isUnfirm;
  const figure = (point: ChartPoint) => printed(point) + (pale(point) ? ` (${point.fact.evidence})` : "");
  const inner = drawn.length === 0 ? 0 : Math.min(narrow ? 620 : 460, 90 + drawn.length * 45);
  const groups = treemapRectangles(drawn, width, inner).map((group) => {
    const number = series.indexOf(group.series);
    const letter = group.series === "" ? "" : partLetter(number);
    return { ...group, number, ...treemapLabels(group, { figure, letter, sizes: [fontSize, narrow ? 11 : 12] }) };
  });
  const inKey = new Set(groups.filter(({ named }) => named !== "in full").map(({ number }) => number));
  const legend = stackLegend(series, frame, (number) => inKey.has(number));
  const below = notes(chart, Math.floor(width / fontSize / 0.56));
  const lines = below.split("\n").length;
  const marginTop = Math.ceil(legend.height + (legend.height > 0 ? 6 : 2));
  const marginBottom = Math.ceil(fontSize * (0.8 + 1.25 * lines));
  const colour = ({ series: name, own }: ChartPoint) =>
    categoryColour(series.length > 1 || name !== "" ? series.indexOf(name) : own ? 0 : 6);
  const rectangles = groups.flatMap((group) => group.rectangles);
  const texts = groups.flatMap((group) => group.texts);
  const sides = { x1: "left", x2: "right", y1: "top", y2: "bottom" };
  const ink = ({ point }: RectangleText) => (pale(point) ? colours.text : colour(point).text);
  return {
    ...frameOptions(frame),
    height: marginTop + inner + marginBottom,
    marginTop,
    marginBottom,
    marginLeft: 0,
    marginRight: 0,
    x: { domain: [0, width], axis: null },
    y: { domain: [inner, 0], axis: null },
    marks: [
      ...legend.marks(0, marginTop),
      Plot.rect(rectangles, {
        ...sides,
        fill: ({ point }: Rectangle) => (pale(point) ? tint(colour(point).fill) : colour(point).fill),
        stroke: "#FFFFFF",
        strokeWidth: 1,
        title: ({ point }: Rectangle) => `${point.at}: ${figure(point)}`,
      }),
      Plot.rect(
        rectangles.filter(({ point }) => pale(point)),
        { ...sides, inset: 3, stroke: colours.text, strokeDasharray: "4 3" },
      ),
      Plot.rect(groups.length > 1 ? groups : [], { ...sides, stroke: "#FFFFFF", strokeWidth: 4 }),
      ...[true, false].map((bold) =>
        Plot.text(
          texts.filter((of) => of.bold === bold),
          {
            x: "left",
            y: "top",
            text: "text",
            fill: ink,
            fontSize: (of: RectangleText) => of.fontSize,
            fontWeight: bold ? "bold" : "normal",
            textAnchor: "start",
            lineAnchor: "top",
            lineHeight: rectangleText.lineHeight,
            dy: 1,
          },
        ),
      ),
      Plot.text([below], {
        frameAnchor: "bottom-left",
        lineAnchor: "bottom",
        lineHeight: 1.25,
        dy: marginBottom - 2,
        fill: colours.quiet,
      }),
    ],
  };
}

function refuseNegative({ id, points }: Chart): void {
  const negative = points.filter(({ fact }) => (fact.value ?? 0) < 0);
  if (negative.length === 0) return;
  throw new PopneedsError({
    code: "negative-area",
    message: `treemap ${id}: every value must be 0 or more, since nothing below zero has an area; ${negative.length} of ${points.length} are below:`,
    where: negative.map(({ at, fact }) => `${at}: ${fact.value}`),
    fix: 'Draw figures that may be negative as "bars", "stack" or "waterfall".',
  });
}

function printed({ fact }: ChartPoint): string {
  if (fact.value === null) return missingMark(fact.missing);
  return formatFigure(fact.value, fact) + (fact.unit === "%" ? "%" : "");
}

/** What an area stands for, and what has none. */
function notes({ valueLabel, points }: Chart, characters: number): string {
  const without = points
    .filter(({ fact }) => fact.value === null || fact.value === 0)
    .map((point) => `${point.at} ${printed(point)}`);
  return [
    wrap(`Area of a rectangle: ${valueLabel}`, characters),
    ...(without.length > 0 ? [wrap(`Without a rectangle: ${without.join("; ")}`, characters)] : []),
  ].join("\n");
}

/** A colour with four parts of white: dark text can be read on it, whatever the colour. */
function tint(fill: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(fill.slice(at, at + 2), 16));
  return `#${channels
    .map((channel) =>
      Math.round(255 - (255 - channel) / 5)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}
