import * as Plot from "@observablehq/plot";
import { parseAge } from "@popneeds/core";
import type { Chart } from "@popneeds/jsna";
import { colours, type Frame, frameOptions, seriesOf, textWidth, wrap } from "../frame.ts";
import { axisScale, type ValueScale } from "../scales/axis-scale.ts";
import { fittingScale } from "../scales/fitting-scale.ts";
import { stackLegend } from "./stack-legend.ts";
import { stackMarks } from "./stack-marks.ts";
import { type StackColumn, stackParts } from "./stack-parts.ts";

/**
 * Stacked columns, upright where there is room for their names, else lying, a row each. Parts stand in the order of the
 * legend from zero outwards, with white gaps between them, and bear their letter where it fits. Where both signs occur a dot
 * stands at each column's sum. Figures that are neither observed nor published are outlined with dashes; a column that lacks a
 * part bears its mark.
 */
export function stackOptions(chart: Chart, frame: Frame): Plot.PlotOptions {
  const columns = stackParts(chart);
  return standUpright(columns, frame) ? upright(chart, columns, frame) : lying(chart, columns, frame);
}

/** Names side by side must fit; of bands of ages every second one, for a reader can fill in the others. */
function standUpright(columns: readonly StackColumn[], { width, fontSize, narrow }: Frame): boolean {
  const room = ((width - 70) / columns.length) * (areAges(columns) ? 2 : 1);
  return !narrow && columns.every(({ at }) => textWidth(at, fontSize) + 8 <= room);
}

/** Dashes around columns need room between them. */
function someUnfirm(columns: readonly StackColumn[]): boolean {
  return columns.some(({ unfirm }) => unfirm.length > 0);
}

function areAges(columns: readonly StackColumn[]): boolean {
  return columns.every(({ at }) => parseAge(at) !== null);
}

function upright(chart: Chart, columns: readonly StackColumn[], frame: Frame): Plot.PlotOptions {
  const { width, fontSize } = frame;
  const scale = trimmed(axisScale(ends(columns), { fromZero: true, count: 6 }), columns);
  const legend = stackLegend(seriesOf(chart), frame);
  const label = wrap(chart.valueLabel, Math.floor(width / fontSize / 0.56));
  const names = areAges(columns) ? ["Age"] : [];
  const most = Math.max(...columns.map(({ marks }) => marks.length));
  const marginTop = Math.ceil(legend.height + fontSize * (1.25 * label.split("\n").length + 0.8 + most));
  const marginBottom = Math.ceil(fontSize * 2);
  const marginLeft =
    Math.ceil(Math.max(...[...names, ...scale.ticks.map(scale.print)].map((text) => textWidth(text, fontSize)))) + 13;
  const marginRight = 6;
  const inner = 320;
  const step = (width - marginLeft - marginRight) / columns.length;
  const half = Math.min(someUnfirm(columns) ? 0.34 : 0.38, 36 / step);
  const every = Math.ceil((Math.max(...columns.map(({ at }) => textWidth(at, fontSize))) + 8) / step);
  const below = { frameAnchor: "bottom", lineAnchor: "top", dy: fontSize * 0.6, fill: colours.quiet } as const;
  return {
    ...frameOptions(frame),
    height: marginTop + inner + marginBottom,
    marginTop,
    marginBottom,
    marginLeft,
    marginRight,
    x: { domain: [0, columns.length], axis: null },
    y: { domain: [scale.from, scale.to], axis: null },
    marks: [
      ...legend.marks(marginLeft, marginTop),
      Plot.text([label], {
        frameAnchor: "top-left",
        lineAnchor: "top",
        lineHeight: 1.25,
        dx: -marginLeft,
        dy: legend.height - marginTop,
        fill: colours.quiet,
      }),
      Plot.gridY(scale.ticks, { stroke: colours.grid, strokeOpacity: 1 }),
      Plot.axisY(scale.ticks, { tickFormat: scale.print, tickSize: 0, label: null, color: colours.quiet }),
      Plot.text(names, { ...below, frameAnchor: "bottom-left", dx: -marginLeft }),
      Plot.text(
        columns.map(({ at }, i) => ({ at, i })).filter(({ i }) => (columns.length - 1 - i) % every === 0),
        { ...below, x: ({ i }: { i: number }) => i + 0.5, text: "at" },
      ),
      ...stackMarks(columns, {
        upright: true,
        half,
        breadth: half * 2 * step,
        unit: inner / (scale.to - scale.from),
        fontSize,
      }),
    ],
  };
}

function lying(chart: Chart, columns: readonly StackColumn[], frame: Frame): Plot.PlotOptions {
  const { width, fontSize, narrow } = frame;
  const legend = stackLegend(seriesOf(chart), frame);
  const label = wrap(chart.valueLabel, Math.floor(width / fontSize / 0.56));
  const heading = areAges(columns) ? ["Age"] : [];
  const rows = columns.map(({ at }, i) => ({ name: wrap(at, narrow ? 15 : 30), i }));
  const lines = Math.max(...rows.map(({ name }) => name.split("\n").length));
  const marks = columns.map((column) => column.marks.join(" "));
  const marginTop = Math.ceil(legend.height + fontSize * (heading.length > 0 ? 1.9 : 0.5));
  const marginBottom = Math.ceil(fontSize * (2.2 + 1.25 * label.split("\n").length));
  const marginLeft = Math.ceil(Math.max(...rows.map(({ name }) => textWidth(name, fontSize)), 24)) + 10;
  const room = width - marginLeft - 16;
  const scale = trimmed(fittingScale(ends(columns), { fromZero: true, room, fontSize }), columns);
  const lastTick = textWidth(scale.print(scale.ticks.at(-1)!), fontSize) / 2;
  const marginRight = Math.ceil(
    Math.max(lastTick, 8, ...marks.map((text) => (text ? textWidth(text, fontSize) + 8 : 0))),
  );
  const rowHeight = fontSize * Math.max(someUnfirm(columns) ? 1.9 : 1.65, lines * 1.2 + 0.5);
  const half = Math.min(someUnfirm(columns) ? 0.32 : 0.38, 18 / rowHeight);
  const beside = { frameAnchor: "left", textAnchor: "end", dx: -8 } as const;
  return {
    ...frameOptions(frame),
    height: Math.round(marginTop + rows.length * rowHeight + marginBottom),
    marginTop,
    marginBottom,
    marginLeft,
    marginRight,
    x: { domain: [scale.from, scale.to], axis: null },
    y: { domain: [rows.length, 0], axis: null },
    marks: [
      ...legend.marks(marginLeft, marginTop),
      Plot.gridX(scale.ticks, { stroke: colours.grid, strokeOpacity: 1 }),
      Plot.axisX(scale.ticks, { tickFormat: scale.print, tickSize: 0, label: null, color: colours.quiet }),
      Plot.text([label], {
        frameAnchor: "bottom-left",
        lineAnchor: "bottom",
        dx: -marginLeft,
        dy: marginBottom - 4,
        fill: colours.quiet,
      }),
      Plot.text(heading, {
        ...beside,
        frameAnchor: "top-left",
        lineAnchor: "bottom",
        dy: -fontSize * 0.3,
        fill: colours.quiet,
      }),
      Plot.text(rows, { ...beside, y: ({ i }: { i: number }) => i + 0.5, text: "name", lineHeight: 1.2 }),
      ...stackMarks(columns, {
        upright: false,
        half,
        breadth: half * 2 * rowHeight,
        unit: (width - marginLeft - marginRight) / (scale.to - scale.from),
        fontSize,
      }),
    ],
  };
}

/** Below zero only as far as columns reach, for a small part below zero would else take as much room as a whole tick. */
function trimmed(scale: ValueScale, columns: readonly StackColumn[]): ValueScale {
  const lowest = Math.min(...columns.map(({ low }) => low));
  const from = lowest < 0 ? Math.max(scale.from, lowest - (scale.to - scale.from) * 0.03) : scale.from;
  return { ...scale, from, ticks: scale.ticks.filter((tick) => tick >= from) };
}

function ends(columns: readonly StackColumn[]): readonly number[] {
  return columns.flatMap(({ high, low }) => [high, low]);
}
