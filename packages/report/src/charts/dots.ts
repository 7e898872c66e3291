import * as Plot from "@observablehq/plot";
import type { Chart, ChartPoint } from "@popneeds/jsna";
import { formatFigure } from "../format-figure.ts";
import { missingMark } from "../missing-mark.ts";
import { colours, type Frame, frameOptions, halo, isUnfirm, seriesOf, textWidth, wrap } from "./frame.ts";
import { ruleMarks } from "./rule-marks.ts";
import { valueScale } from "./scales/value-scale.ts";

const symbols = ["circle", "diamond", "triangle", "square"] as const;

/** A dot with its limits for each point, a row for each place; series one under the other within it, each its own shape. */
export function dotsOptions(chart: Chart, frame: Frame): Plot.PlotOptions {
  const { width, fontSize, narrow } = frame;
  const scale = valueScale(chart, { fromZero: false, count: narrow ? 4 : 6 });
  const places = [...new Set(chart.points.map(({ at }) => at))];
  const series = seriesOf(chart);
  const someUnfirm = chart.points.some(isUnfirm) && !chart.points.every(isUnfirm);
  const space = narrow ? 1 + series.length * 0.8 : Math.max(1, series.length * 0.75);
  const rows = chart.points.map((point) => {
    const place = places.indexOf(point.at);
    const which = series.indexOf(point.series);
    const first = narrow ? 0.5 + 1.1 / space / 2 : 0.5;
    const offset = ((which - (series.length - 1) / 2) * 0.75) / space;
    return {
      point,
      which,
      y: place + (narrow ? Math.min(first, 0.72) : 0.5) + offset,
      label: label(point, someUnfirm),
    };
  });
  const names = places.map((at, i) => ({
    name: narrow ? at : wrap(at, 30),
    y: narrow ? i + 0.3 / space + 0.06 : i + 0.5,
  }));
  const marginLeft = narrow ? 10 : Math.ceil(Math.max(...names.map(({ name }) => textWidth(name, fontSize)), 40)) + 14;
  const marginRight = Math.ceil(Math.max(...rows.map((row) => textWidth(row.label, fontSize)), 0)) + 20;
  const legend = series.length > 1;
  const marginTop = fontSize * ((chart.rule ? 1.8 : 0.4) + (legend ? 1.8 : 0));
  const marginBottom = fontSize * 3.4;
  const rowHeight = fontSize * (narrow ? 1.9 * space : 2.3 * space);
  const drawn = rows.filter(({ point }) => point.fact.value !== null);
  const limited = drawn.filter(({ point }) => point.fact.lower !== null && point.fact.upper !== null);
  const colour = ({ point, which }: (typeof rows)[number]) =>
    point.own ? colours.ownCategories[which % 4]! : colours.others[0];
  return {
    ...frameOptions(frame),
    height: Math.round(places.length * rowHeight + marginTop + marginBottom),
    marginTop,
    marginBottom,
    marginLeft,
    marginRight,
    x: { domain: [scale.from, scale.to], axis: null },
    y: { domain: [places.length, 0], axis: null },
    symbol: { type: "identity" },
    marks: [
      Plot.gridX(scale.ticks, { stroke: colours.grid, strokeOpacity: 1 }),
      Plot.axisX(scale.ticks, { tickFormat: scale.print, tickSize: 0, label: null, color: colours.quiet }),
      Plot.text([wrap(chart.valueLabel, Math.floor(width / fontSize / 0.56))], {
        frameAnchor: "bottom-left",
        lineAnchor: "bottom",
        dx: narrow ? -marginLeft : 0,
        dy: marginBottom - 2,
        fill: colours.quiet,
      }),
      ...ruleMarks(chart, scale, frame, fontSize * 1.8),
      Plot.link(limited, {
        x1: (row) => row.point.fact.lower,
        x2: (row) => row.point.fact.upper,
        y1: "y",
        y2: "y",
        stroke: colour,
        strokeWidth: 2.5,
      }),
      Plot.dot(drawn, {
        x: (row) => row.point.fact.value,
        y: "y",
        r: 5.5,
        symbol: (row: (typeof rows)[number]) => symbols[row.which % 4],
        fill: (row) => (isUnfirm(row.point) ? "#FFFFFF" : colour(row)),
        stroke: colour,
        strokeWidth: 2,
      }),
      Plot.text(rows, { frameAnchor: "right", textAnchor: "end", y: "y", text: "label", dx: marginRight - 2 }),
      Plot.text(names, {
        frameAnchor: "left",
        textAnchor: narrow ? "start" : "end",
        y: "y",
        text: "name",
        dx: narrow ? -marginLeft : -12,
        ...halo,
      }),
      ...(legend ? legendMarks(series, chart, fontSize, marginLeft, marginTop) : []),
    ],
  };
}

function label(point: ChartPoint, nameClass: boolean): string {
  const { value, missing, evidence } = point.fact;
  if (value === null) return missingMark(missing);
  return formatFigure(value, point.fact) + (nameClass && isUnfirm(point) ? ` (${evidence})` : "");
}

function legendMarks(
  series: readonly string[],
  chart: Chart,
  fontSize: number,
  marginLeft: number,
  marginTop: number,
): Plot.Markish[] {
  let at = -marginLeft + 8;
  return series.flatMap((name, which) => {
    const dx = at;
    at += textWidth(name, fontSize) + 34;
    const own = chart.points.some((point) => point.series === name && point.own);
    const colour = own ? colours.ownCategories[which % 4]! : colours.others[0];
    return [
      Plot.dot([0], {
        frameAnchor: "top-left",
        symbol: symbols[which % 4]!,
        fill: colour,
        r: 5,
        dx,
        dy: -marginTop + fontSize * 0.7,
      }),
      Plot.text([name], {
        frameAnchor: "top-left",
        lineAnchor: "middle",
        dx: dx + 11,
        dy: -marginTop + fontSize * 0.7,
      }),
    ];
  });
}
