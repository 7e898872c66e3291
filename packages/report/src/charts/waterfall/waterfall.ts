import * as Plot from "@observablehq/plot";
import type { Chart } from "@popneeds/jsna";
import { formatChange, formatFigure } from "../../format-figure.ts";
import { missingMark } from "../../missing-mark.ts";
import { colours, type Frame, frameOptions, halo, isUnfirm, textWidth, wrap } from "../frame.ts";
import { fittingScale } from "../scales/fitting-scale.ts";
import { type WaterfallRow, waterfallLevels } from "./waterfall-levels.ts";
import { waterfallMarks } from "./waterfall-marks.ts";

/**
 * Totals and the signed steps between them, a row each from the top down, for their names need room and rows give it at any
 * width. A step is an arrow from the level before it to the level after it, right for a rise and left for a fall; a step of zero
 * is a stroke. Thin lines carry the level from row to row. Figures stand to the right, those of steps with their sign.
 */
export function waterfallOptions(chart: Chart, frame: Frame): Plot.PlotOptions {
  const { width, fontSize, narrow } = frame;
  const { rows: levels, fromZero } = waterfallLevels(chart);
  const across = Math.floor(width / fontSize / 0.56);
  const names = namesOf(levels).map((name) => wrap(name, narrow ? across : 30));
  const lines = Math.max(...names.map((name) => name.split("\n").length));
  const labels = levels.map(label);
  const nameWidth = narrow ? 0 : Math.ceil(Math.max(...names.map((name) => textWidth(name, fontSize)), 40)) + 18;
  const marginRight = Math.ceil(Math.max(...labels.map((text) => textWidth(text, fontSize)))) + 16;
  const scale = fittingScale(
    levels.flatMap(({ span, total }) => (span === null ? [] : total ? [span.to] : [span.from, span.to])),
    { fromZero, room: width - (nameWidth || 16) - marginRight, fontSize },
  );
  const firstTick = Math.ceil(textWidth(scale.print(scale.ticks[0]!), fontSize) / 2) + 2;
  const marginLeft = nameWidth || Math.max(8, firstTick);
  const rowHeight = fontSize * (narrow ? 2.2 + 1.2 * lines : Math.max(2.6, 1.2 * lines + 0.7));
  const bar = fontSize * (narrow ? 1.35 : 1.5);
  const rows = levels.map((row, i) => {
    const middle = i + (narrow ? 1 - (bar / 2 + 3) / rowHeight : 0.5);
    return {
      ...row,
      upper: middle - bar / 2 / rowHeight,
      middle,
      lower: middle + bar / 2 / rowHeight,
      name: names[i]!,
      nameAt: narrow ? i + 4 / rowHeight : i + 0.5,
      label: labels[i]!,
      end: row.span ? Math.max(row.span.from, row.span.to) : scale.from,
    };
  });
  const axisName = wrap(
    chart.valueLabel + (fromZero ? "" : " (the axis does not start at zero)"),
    Math.floor((width - (narrow ? 0 : marginLeft)) / fontSize / 0.56),
  );
  const marginTop = 6;
  const marginBottom = Math.ceil(fontSize * (2.2 + 1.2 * axisName.split("\n").length));
  return {
    ...frameOptions(frame),
    height: Math.round(rows.length * rowHeight + marginTop + marginBottom),
    marginTop,
    marginBottom,
    marginLeft,
    marginRight,
    x: { domain: [scale.from, scale.to], axis: null },
    y: { domain: [rows.length, 0], axis: null },
    marks: [
      Plot.gridX(scale.ticks, { stroke: colours.grid, strokeOpacity: 1 }),
      Plot.axisX(scale.ticks, { tickFormat: scale.print, tickSize: 0, label: null, color: colours.quiet }),
      Plot.text([axisName], {
        frameAnchor: "bottom-left",
        lineAnchor: "bottom",
        lineHeight: 1.2,
        dx: narrow ? -marginLeft : 0,
        dy: marginBottom - 4,
        fill: colours.quiet,
      }),
      Plot.ruleX(fromZero ? [0] : [], { stroke: colours.baseline }),
      ...waterfallMarks(rows, {
        fromZero,
        pixel: (scale.to - scale.from) / (width - marginLeft - marginRight),
        tip: bar * 0.45,
      }),
      ...[true, false].map((dots) =>
        Plot.text(
          rows.filter(({ total }) => (total && !fromZero) === dots),
          { x: "end", y: "middle", text: "label", textAnchor: "start", dx: dots ? 12 : 7, ...halo },
        ),
      ),
      Plot.text(rows, {
        frameAnchor: "left",
        y: "nameAt",
        text: "name",
        lineHeight: 1.2,
        ...(narrow
          ? { dx: -marginLeft, lineAnchor: "top" as const, textAnchor: "start" as const }
          : { dx: -12, textAnchor: "end" as const }),
        ...halo,
      }),
    ],
  };
}

/** With their class where only some figures are firm. */
function namesOf(rows: readonly WaterfallRow[]): readonly string[] {
  const mixed = rows.some(({ point }) => isUnfirm(point)) && !rows.every(({ point }) => isUnfirm(point));
  return rows.map(({ point }) => point.at + (mixed && isUnfirm(point) ? ` (${point.fact.evidence})` : ""));
}

function label({ point: { fact }, total }: WaterfallRow): string {
  const { value, missing } = fact;
  if (value === null) return missingMark(missing);
  if (total) return formatFigure(value, fact);
  return value === 0 ? "0" : formatChange(value, value, fact);
}
