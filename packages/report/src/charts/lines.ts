import * as Plot from "@observablehq/plot";
import type { Chart, ChartPoint } from "@popneeds/jsna";
import { placeLabels } from "./end-labels.ts";
import { colours, type Frame, frameOptions, isUnfirm, seriesOf, textWidth, wrap } from "./frame.ts";
import { timeScale } from "./scales/time-scale.ts";
import { valueScale } from "./scales/value-scale.ts";

/** A line a series, named at its end; limits as a band; dashed where figures are neither observed nor published. */
export function linesOptions(chart: Chart, frame: Frame): Plot.PlotOptions {
  const { width, fontSize, narrow } = frame;
  const lineHeight = fontSize * 1.2;
  const series = seriesOf(chart).map((name) => {
    const points = chart.points.filter((point) => point.series === name);
    return { name, points, own: points.some(({ own }) => own), label: wrap(name, narrow ? 13 : 22) };
  });
  const single = series.length === 1 && series[0]!.name === "";
  const values = valueScale(chart, { fromZero: false, count: narrow ? 4 : 5 });
  const height = Math.round(narrow ? 270 : 340);
  const marginTop = fontSize * 3 + 4;
  const marginBottom = fontSize * 2.2;
  const marginLeft = Math.ceil(Math.max(...values.ticks.map((tick) => textWidth(values.print(tick), fontSize)))) + 10;
  const marginRight = single ? 16 : Math.ceil(Math.max(...series.map(({ label }) => textWidth(label, fontSize)))) + 16;
  const inner = width - marginLeft - marginRight;
  const longest = Math.max(...chart.points.map(({ at }) => textWidth(at, fontSize)));
  const time = timeScale(chart, Math.max(2, Math.floor(inner / (longest * 2.4))));

  const toPixel = (value: number) =>
    marginTop + (1 - (value - values.from) / (values.to - values.from)) * (height - marginTop - marginBottom);
  const toValue = (pixel: number) =>
    values.from + (1 - (pixel - marginTop) / (height - marginTop - marginBottom)) * (values.to - values.from);
  const ends = series.flatMap((of) => {
    const last = inTime(of.points, time.position).findLast(({ fact }) => fact.value !== null);
    return last ? [{ ...of, last, value: last.fact.value! }] : [];
  });
  const placed = placeLabels(
    ends.map(({ value, label }) => ({ at: toPixel(value), height: label.split("\n").length * lineHeight + 2 })),
    fontSize * 1.5,
    height - 2,
  );
  const colourOf = seriesColours(series);
  const strokes = series.flatMap((of) => {
    const points = inTime(of.points, time.position);
    const turn = points.findIndex(isUnfirm);
    const firm = turn === -1 ? points : points.slice(0, turn);
    const unfirm = turn === -1 ? [] : points.slice(Math.max(0, turn - 1));
    return [
      { ...of, points: firm, dashed: false },
      { ...of, points: unfirm, dashed: true },
    ];
  });
  const x = ({ at }: ChartPoint) => time.position(at);
  const number = (value: number | null) => value ?? Number.NaN;
  return {
    ...frameOptions(frame),
    height,
    marginTop,
    marginBottom,
    marginLeft,
    marginRight,
    x: { domain: [time.from, time.to], axis: null },
    y: { domain: [values.from, values.to], axis: null },
    marks: [
      Plot.gridY(values.ticks, { stroke: colours.grid, strokeOpacity: 1 }),
      Plot.axisY(values.ticks, { tickFormat: values.print, tickSize: 0, label: null, color: colours.quiet }),
      Plot.text(time.ticks, {
        x: "position",
        frameAnchor: "bottom",
        lineAnchor: "top",
        dy: fontSize * 0.6,
        text: "label",
        fill: colours.quiet,
      }),
      Plot.ruleY(values.from === 0 ? [0] : [], { stroke: colours.baseline }),
      Plot.text([wrap(chart.valueLabel, Math.floor(width / fontSize / 0.56))], {
        frameAnchor: "top-left",
        lineAnchor: "top",
        dx: -marginLeft,
        dy: -marginTop + 2,
        fill: colours.quiet,
      }),
      ...turnMarks(chart, time.position, fontSize),
      ...series.map((of) =>
        Plot.areaY(inTime(of.points, time.position), {
          x,
          y1: ({ fact }: ChartPoint) => number(fact.lower),
          y2: ({ fact }: ChartPoint) => number(fact.upper),
          fill: colourOf(of.name),
          fillOpacity: 0.16,
        }),
      ),
      ...strokes.map((of) =>
        Plot.lineY(of.points, {
          x,
          y: ({ fact }: ChartPoint) => number(fact.value),
          stroke: colourOf(of.name),
          strokeWidth: of.own ? 3 : 2,
          ...(of.dashed ? { strokeDasharray: "6 4" } : {}),
        }),
      ),
      ...ends.map(({ last, value, name, own }) =>
        Plot.dot([last], {
          x,
          y: () => value,
          r: own ? 4 : 3,
          fill: colourOf(name),
          stroke: "#FFFFFF",
          strokeWidth: 1,
        }),
      ),
      ...(single
        ? []
        : ends.map(({ label, name, own }, i) =>
            Plot.text([label], {
              x: () => time.to,
              y: () => toValue(placed[i]!),
              dx: 12,
              textAnchor: "start",
              lineHeight: 1.2,
              fill: own ? colourOf(name) : colours.text,
              fontWeight: own ? "bold" : "normal",
            }),
          )),
      ...ends
        .map(({ value, name }, i) => ({ from: value, to: toValue(placed[i]!), name }))
        .filter(({ from, to }) => !single && Math.abs(toPixel(from) - toPixel(to)) > 5)
        .map(({ from, to, name }) =>
          Plot.link([0], {
            x1: () => time.to,
            x2: () => time.to + (10 / inner) * (time.to - time.from),
            y1: () => from,
            y2: () => to,
            stroke: colourOf(name),
            strokeWidth: 1,
            clip: false,
          }),
        ),
    ],
  };
}

function inTime(points: readonly ChartPoint[], position: (at: string) => number): readonly ChartPoint[] {
  return [...points].sort((a, b) => position(a.at) - position(b.at));
}

/** Own series strong and in the order of the palette; the others grey. */
function seriesColours(series: readonly { readonly name: string; readonly own: boolean }[]): (name: string) => string {
  const own = series.filter((of) => of.own).map(({ name }) => name);
  const others = series.filter((of) => !of.own).map(({ name }) => name);
  return (name) =>
    own.includes(name)
      ? colours.ownCategories[own.indexOf(name) % colours.ownCategories.length]!
      : colours.others[others.indexOf(name) % colours.others.length]!;
}

/** Where firm figures end: a thin rule, and what comes after it in a word. */
function turnMarks({ points }: Chart, position: (at: string) => number, fontSize: number): Plot.Markish[] {
  const later = points.filter(isUnfirm);
  const firm = points.filter((point) => !isUnfirm(point));
  if (later.length === 0 || firm.length === 0) return [];
  const at = Math.max(...firm.map((point) => position(point.at)));
  const words = [...new Set(later.map(({ fact }) => fact.evidence))].join(", ");
  return [
    Plot.ruleX([at], { stroke: colours.quiet, strokeWidth: 1, strokeDasharray: "1 3" }),
    Plot.text([`${words} →`], {
      x: [at],
      frameAnchor: "top",
      textAnchor: "start",
      lineAnchor: "bottom",
      dx: 4,
      dy: -fontSize * 0.2,
      fill: colours.quiet,
    }),
  ];
}
