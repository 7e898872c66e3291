import * as Plot from "@observablehq/plot";
import type { Chart } from "@popneeds/jsna";
import { parseHTML } from "linkedom";
import { escapeHtml } from "../escape-html.ts";
import { plainSentence } from "../plain-sentence.ts";
import { arrowsOptions } from "./arrows/arrows.ts";
import { barsOptions } from "./bars.ts";
import { dotsOptions } from "./dots.ts";
import type { Frame } from "./frame.ts";
import { linesOptions } from "./lines.ts";
import { pyramidOptions } from "./pyramid.ts";
import { stackOptions } from "./stack/stack.ts";
import { treemapOptions } from "./treemap/treemap.ts";
import { waterfallOptions } from "./waterfall/waterfall.ts";

export interface ChartOptions {
  /** `wide` for a desktop and for print, 720 across with text of 14; `narrow` for a phone, 358 across with text of 12. Default `wide`. */
  readonly size?: "wide" | "narrow";
}

/**
 * A chart as SVG text, with a title and a description for those who do not see it; it scales to the width that it is given.
 *
 * A figure that is missing is not drawn; bars, dots and waterfalls print its mark (`[c]`, `[x]`) in its place, a stack beside the
 * column that lacks it, a treemap below its rectangles, an arrow diagram at the end of its list. Limits are drawn on bars,
 * dots and lines where there are any, and printed behind ranks. A chart without any figure is the text "No figures to draw".
 *
 * @returns one `<svg role="img">`; the same text for the same chart
 * @throws PopneedsError `negative-area` for a treemap with a value below zero; `rank-below-one`, `ranked-twice`,
 *   `more-than-two-lists` for an arrow diagram of what is not two lists of ranks
 *
 * @example
 * chartSvg({ id: "older-people", kind: "bars", … }, { size: "narrow" })
 */
export function chartSvg(chart: Chart, { size = "wide" }: ChartOptions = {}): string {
  const narrow = size === "narrow";
  const frame: Frame = narrow ? { width: 358, fontSize: 12, narrow } : { width: 720, fontSize: 14, narrow };
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const empty = chart.points.every(({ fact }) => fact.value === null);
  const svg = Plot.plot({ ...(empty ? emptyOptions(frame) : options[chart.kind](chart, frame)), document });
  return accessible(tidy(String(svg.outerHTML)), chart, size, frame.width);
}

const options = {
  bars: barsOptions,
  dots: dotsOptions,
  lines: linesOptions,
  pyramid: pyramidOptions,
  stack: stackOptions,
  waterfall: waterfallOptions,
  treemap: treemapOptions,
  arrows: arrowsOptions,
};

function emptyOptions({ width }: Frame): Plot.PlotOptions {
  return { width, height: 60, axis: null, marks: [Plot.text(["No figures to draw"], { frameAnchor: "left" })] };
}

/** Without what Plot adds for its own page: its style sheet, class and labels of groups; coordinates to a hundredth. */
function tidy(svg: string): string {
  return svg
    .replace(/<style>[\s\S]*?<\/style>/g, "")
    .replace(/ aria-(label|hidden|description)="[^"]*"/g, "")
    .replace(/<[^>]+>/g, (tag) =>
      tag.replace(/-?\d+\.\d{3,}(e-?\d+)?/g, (number) => String(Math.round(Number(number) * 100) / 100)),
    );
}

function accessible(svg: string, chart: Chart, size: string, width: number): string {
  const id = `chart-${chart.id}-${size}`;
  const height = /\bheight="([\d.]+)"/.exec(svg)?.[1] ?? "100";
  const style = /\bstyle="([^"]*)"/.exec(svg)?.[1] ?? "";
  const open = `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${id}-title ${id}-description" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" fill="currentColor" font-family="inherit" text-anchor="middle" style="${style}">`;
  const title = `<title id="${id}-title">${escapeHtml(plainSentence(chart.title))}</title>`;
  const description = `<desc id="${id}-description">${escapeHtml(`${kinds[chart.kind]} ${chart.subtitle} The figures are in the table beside the chart.`)}</desc>`;
  return svg.replace(/^<svg[^>]*>/, open + title + description);
}

const kinds = {
  arrows: "Ranks in two periods, joined.",
  bars: "Bar chart.",
  dots: "Dots with limits.",
  lines: "Line chart.",
  pyramid: "Population pyramid.",
  stack: "Stacked columns.",
  treemap: "Treemap: areas are the figures.",
  waterfall: "Waterfall: totals and the steps between them.",
} as const;
