import * as Plot from "@observablehq/plot";
import type { Chart, ChartPoint } from "@popneeds/jsna";
import { formatFigure } from "../format-figure.ts";
import { missingMark } from "../missing-mark.ts";
import { colours, type Frame, frameOptions, halo, isUnfirm, textWidth, wrap } from "./frame.ts";
import { ruleMarks } from "./rule-marks.ts";
import { valueScale } from "./scales/value-scale.ts";

/** Horizontal bars from zero, a row each, with the figure at its end and its limits as a whisker. */
export function barsOptions(chart: Chart, frame: Frame): Plot.PlotOptions {
  const { width, fontSize, narrow } = frame;
  const scale = valueScale(chart, { fromZero: true, count: narrow ? 4 : 6 });
  const someUnfirm = chart.points.some(isUnfirm) && !chart.points.every(isUnfirm);
  const rows = chart.points.map((point, i) => ({
    point,
    i,
    name: narrow ? point.at : wrap(point.at, 30),
    label: endLabel(point, someUnfirm),
    value: point.fact.value ?? 0,
    end: point.fact.value === null ? 0 : outermost(point),
  }));
  const marginLeft = narrow ? 4 : Math.ceil(Math.max(...rows.map(({ name }) => textWidth(name, fontSize)), 40)) + 12;
  const positive = rows.filter(({ value }) => value >= 0);
  const negative = rows.filter(({ value }) => value < 0);
  const room = (of: typeof rows) => Math.ceil(Math.max(0, ...of.map(({ label }) => textWidth(label, fontSize) + 10)));
  const rowHeight = narrow ? fontSize * 3.1 : fontSize * (rows.some(({ name }) => name.includes("\n")) ? 3 : 2.4);
  const marginTop = chart.rule ? fontSize * 1.8 : 6;
  const marginBottom = fontSize * 3.4;
  const [top, bottom] = narrow ? [0.5, 0.94] : [0.16, 0.84];
  const drawn = rows.filter(({ point }) => point.fact.value !== null);
  type Drawn = (typeof rows)[number];
  const sides = {
    x1: 0,
    x2: "value",
    y1: (row: Drawn) => row.i + top,
    y2: (row: Drawn) => row.i + bottom,
    insetTop: 0.5,
    insetBottom: 0.5,
  };
  const tint = (row: Drawn) => (row.point.own ? colours.ownTint : colours.barTint);
  return {
    ...frameOptions(frame),
    height: Math.round(rows.length * rowHeight + marginTop + marginBottom),
    marginTop,
    marginBottom,
    marginLeft: marginLeft + room(negative),
    marginRight: room(positive) + 6,
    x: { domain: [scale.from, scale.to], axis: null },
    y: { domain: [rows.length, 0], axis: null },
    marks: [
      Plot.gridX(scale.ticks, { stroke: colours.grid, strokeOpacity: 1 }),
      Plot.axisX(scale.ticks, { tickFormat: scale.print, tickSize: 0, label: null, color: colours.quiet }),
      Plot.text([wrap(chart.valueLabel, Math.floor(width / fontSize / 0.56))], {
        frameAnchor: "bottom-left",
        lineAnchor: "bottom",
        dx: -room(negative),
        dy: marginBottom - 2,
        fill: colours.quiet,
      }),
      Plot.rect(
        drawn.filter(({ point }) => !isUnfirm(point)),
        { ...sides, fill: (row) => barColour(row.point) },
      ),
      Plot.rect(
        drawn.filter(({ point }) => isUnfirm(point)),
        { ...sides, fill: tint, stroke: (row) => barColour(row.point), strokeWidth: 1.5, strokeDasharray: "4 3" },
      ),
      ...whiskers(
        rows.filter(({ point }) => hasLimits(point)),
        (row) => row.i + (top + bottom) / 2,
      ),
      Plot.ruleX([0], { stroke: colours.baseline }),
      ...ruleMarks(chart, scale, frame, marginTop),
      Plot.text(positive, {
        x: "end",
        y: (row) => row.i + (top + bottom) / 2,
        text: "label",
        textAnchor: "start",
        dx: 6,
        ...halo,
      }),
      Plot.text(negative, {
        x: "end",
        y: (row) => row.i + (top + bottom) / 2,
        text: "label",
        textAnchor: "end",
        dx: -6,
        ...halo,
      }),
      narrow
        ? Plot.text(rows, {
            frameAnchor: "left",
            y: (row) => row.i + 0.28,
            text: "name",
            dx: -marginLeft,
            ...halo,
          })
        : Plot.text(rows, {
            frameAnchor: "left",
            textAnchor: "end",
            y: (row) => row.i + 0.5,
            text: "name",
            dx: -8 - room(negative),
          }),
    ],
  };
}

function barColour(point: ChartPoint): string {
  return point.own ? colours.own : colours.bar;
}

function hasLimits({ fact }: ChartPoint): boolean {
  return fact.lower !== null && fact.upper !== null;
}

function outermost({ fact }: ChartPoint): number {
  const value = fact.value!;
  return value < 0 ? Math.min(value, fact.lower ?? value) : Math.max(value, fact.upper ?? value);
}

function endLabel(point: ChartPoint, nameClass: boolean): string {
  const { value, missing, evidence } = point.fact;
  if (value === null) return missingMark(missing);
  return formatFigure(value, point.fact) + (nameClass && isUnfirm(point) ? ` (${evidence})` : "");
}

/** Limits as a dark line on a white one, to be seen on the bar and off it. */
function whiskers<T extends { readonly point: ChartPoint }>(rows: readonly T[], y: (row: T) => number): Plot.Markish[] {
  const line = (stroke: string, strokeWidth: number) =>
    Plot.link(rows, {
      x1: (row: T) => row.point.fact.lower,
      x2: (row: T) => row.point.fact.upper,
      y1: y,
      y2: y,
      stroke,
      strokeWidth,
    });
  return [line("#FFFFFF", 4.5), line(colours.text, 1.75)];
}
