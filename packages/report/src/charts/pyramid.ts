import * as Plot from "@observablehq/plot";
import type { Chart, ChartPoint } from "@popneeds/jsna";
import { max, ticks } from "d3-array";
import { formatTick } from "../format-figure.ts";
import { colours, type Frame, frameOptions, isUnfirm, seriesOf, textWidth, wrap } from "./frame.ts";

const outlines = ["#1A1A1A", "#801650", "#5E5E5E"] as const;

/** Bands of ages from the youngest at the bottom, females to the left and males to the right; the first series filled. */
export function pyramidOptions(chart: Chart, frame: Frame): Plot.PlotOptions {
  const { width, fontSize, narrow } = frame;
  const ages = [...new Set(chart.points.map(({ at }) => at))];
  const series = seriesOf(chart);
  const rows = chart.points
    .filter(({ fact }) => fact.value !== null)
    .map((point) => ({
      point,
      band: ages.indexOf(point.at),
      value: (point.fact.sex === "female" ? -1 : 1) * point.fact.value!,
    }));
  const filled = rows.filter(({ point }) => point.series === series[0]);
  const most = max(rows, ({ value }) => Math.abs(value)) ?? 1;
  const at = ticks(0, most, narrow ? 2 : 4);
  const step = at.length > 1 ? at[1]! - at[0]! : 1;
  const marginLeft = Math.ceil(Math.max(...ages.map((age) => textWidth(age, fontSize)))) + 10;
  const legendLines = Math.max(1, narrow ? series.length : 1);
  const marginTop = fontSize * (1.9 + legendLines * 1.5);
  const marginBottom = fontSize * 3.4;
  const bandHeight = ages.length > 40 ? 5 : ages.length > 24 ? 11 : narrow ? 15 : 17;
  const every = bandHeight >= fontSize ? 1 : Math.ceil((fontSize * 1.2) / bandHeight / 5) * 5;
  const dashed = (name: string) => chart.points.some((point) => point.series === name && isUnfirm(point));
  return {
    ...frameOptions(frame),
    height: Math.round(ages.length * bandHeight + marginTop + marginBottom),
    marginTop,
    marginBottom,
    marginLeft,
    marginRight: 14,
    x: { domain: [-most * 1.03, most * 1.03], axis: null },
    y: { domain: [0, ages.length], axis: null },
    marks: [
      Plot.gridX([...at.slice(1).map((tick) => -tick), ...at], { stroke: colours.grid, strokeOpacity: 1 }),
      Plot.axisX([...at.slice(1).map((tick) => -tick), ...at], {
        tickFormat: (tick: number) => formatTick(Math.abs(tick), step),
        tickSize: 0,
        label: null,
        color: colours.quiet,
      }),
      Plot.text([wrap(chart.valueLabel, Math.floor(width / fontSize / 0.56))], {
        frameAnchor: "bottom-left",
        lineAnchor: "bottom",
        dx: 0,
        dy: marginBottom - 2,
        fill: colours.quiet,
      }),
      Plot.rect(filled, {
        x1: 0,
        x2: "value",
        y1: "band",
        y2: (row) => row.band + 1,
        fill: ({ value }) => (value < 0 ? colours.own : colours.ownCategories[1]),
        insetTop: 0.5,
        insetBottom: 0.5,
      }),
      ...series.slice(1).flatMap((name, i) =>
        (["female", "male"] as const).flatMap((sex) => {
          const steps = outline(rows.filter(({ point }) => point.series === name && point.fact.sex === sex));
          const dash = dashed(name) ? { strokeDasharray: "5 3" } : {};
          return [
            Plot.line(steps, { x: "x", y: "y", stroke: "#FFFFFF", strokeWidth: 5, strokeOpacity: 0.9 }),
            Plot.line(steps, { x: "x", y: "y", stroke: outlines[i % outlines.length]!, strokeWidth: 2, ...dash }),
          ];
        }),
      ),
      Plot.ruleX([0], { stroke: "#FFFFFF" }),
      Plot.text(
        ages.filter((_, i) => i % every === 0),
        {
          frameAnchor: "left",
          textAnchor: "end",
          y: (age: string) => ages.indexOf(age) + 0.5,
          text: (age: string) => age,
          dx: -6,
          fill: colours.quiet,
        },
      ),
      Plot.text(["Females"], {
        x: [-most / 2],
        frameAnchor: "top",
        lineAnchor: "bottom",
        dy: -4,
        fontWeight: "bold",
        fill: colours.own,
      }),
      Plot.text(["Males"], {
        x: [most / 2],
        frameAnchor: "top",
        lineAnchor: "bottom",
        dy: -4,
        fontWeight: "bold",
        fill: "#17685F",
      }),
      ...legend(chart, series, frame, marginLeft, marginTop, dashed),
    ],
  };
}

/** The steps around a half of the pyramid, from the bottom up. */
function outline(rows: readonly { readonly band: number; readonly value: number }[]) {
  return [...rows]
    .sort((a, b) => a.band - b.band)
    .flatMap(({ band, value }) => [
      { x: value, y: band },
      { x: value, y: band + 1 },
    ]);
}

function legend(
  chart: Chart,
  series: readonly string[],
  { fontSize, narrow }: Frame,
  marginLeft: number,
  marginTop: number,
  dashed: (name: string) => boolean,
): Plot.Markish[] {
  if (series.length < 2) return [];
  let dx = -marginLeft;
  let dy = -marginTop + fontSize * 0.75;
  return series.flatMap((name, i) => {
    const text = `${name}${classWords(chart.points, name)}`;
    const at = { frameAnchor: "top-left" as const, dx, dy };
    if (narrow) dy += fontSize * 1.5;
    else dx += textWidth(text, fontSize) + 60;
    const sample =
      i === 0
        ? [
            Plot.dot([0], { ...at, dx: at.dx + 8, symbol: "square", r: 6, fill: colours.own }),
            Plot.dot([0], { ...at, dx: at.dx + 20, symbol: "square", r: 6, fill: colours.ownCategories[1] }),
          ]
        : [
            Plot.text([dashed(name) ? "- - -" : "——"], {
              ...at,
              lineAnchor: "middle",
              fill: outlines[(i - 1) % outlines.length]!,
              fontWeight: "bold",
            }),
          ];
    return [...sample, Plot.text([text], { ...at, dx: at.dx + 32, lineAnchor: "middle" })];
  });
}

function classWords(points: readonly ChartPoint[], name: string): string {
  const classes = new Set(
    points.filter((point) => point.series === name && isUnfirm(point)).map(({ fact }) => fact.evidence),
  );
  return classes.size === 0 ? "" : ` (${[...classes].join(", ")})`;
}
