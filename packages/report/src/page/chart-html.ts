import type { Chart, ChartPoint, Fact, FactTable, Profile } from "@popneeds/jsna";
import { listsInTime } from "../charts/arrows/arrows-lists.ts";
import { chartSvg } from "../charts/chart-svg.ts";
import { escapeHtml } from "../escape-html.ts";
import { evidenceTag, inOrder, mustBeLabelled } from "./evidence-words.ts";
import { figureTableHtml } from "./figure-table.ts";
import { sentenceHtml } from "./finding-html.ts";
import { tableSources } from "./sources-note.ts";
import { stackKey } from "./stack-key.ts";
import { treemapKey } from "./treemap-key.ts";
import { waterfallKey } from "./waterfall-key.ts";

export interface ChartHtmlOptions {
  /** The level of its title among the page's headings. Default `h3`. */
  readonly level?: "h3" | "h4";
}

/** A chart with its message, measure, drawing (one for wide and one for narrow screens), and its figures in a table. */
export function chartHtml(profile: Profile, chart: Chart, { level = "h3" }: ChartHtmlOptions = {}): string {
  const facts = chartFacts(chart);
  const table = chartTable(chart);
  return `<figure class="chart" id="chart-${escapeHtml(chart.id)}">
<figcaption><${level}>${sentenceHtml(chart.title)}</${level}><p class="chart-subtitle">${escapeHtml(chart.subtitle)}${tags(chart)}</p></figcaption>
<div class="chart-wide">${chartSvg(chart, { size: "wide" })}</div>
<div class="chart-narrow">${chartSvg(chart, { size: "narrow" })}</div>
${key(chart)}<details class="chart-figures"><summary>Show the figures<span class="visually-hidden"> and sources of this chart</span></summary>
${figureTableHtml({ id: `figures-${escapeHtml(chart.id)}`, ...table, note: tableSources(profile, facts) })}
</details>
</figure>`;
}

/**
 * The figures of a chart as a table: a row for each place, year or band of ages, a column for each series. In a treemap the
 * series, which is the group, stands behind the name; in an arrow diagram the earlier period stands first.
 */
export function chartTable(chart: Chart): FactTable {
  const { kind, subtitle, valueLabel, points, rule } = chart;
  const placeOf = ({ at, series }: ChartPoint) =>
    kind === "treemap" && series !== "" && series !== at ? `${at} (${series})` : at;
  const places = [...new Set(points.map(placeOf))];
  const columnOf = ({ series, fact }: ChartPoint) =>
    kind === "pyramid"
      ? `${series ? `${series}, ` : ""}${fact.sex}s`
      : (kind !== "waterfall" && kind !== "treemap" && series) || valueLabel;
  const columns = kind === "arrows" ? listsInTime(chart) : [...new Set(points.map(columnOf))];
  const cells = new Map(points.map((point) => [`${placeOf(point)}\n${columnOf(point)}`, point.fact]));
  const areas = new Set(points.map(({ fact }) => fact.area));
  const header = headers[kind] ?? (areas.size > 1 ? "Area" : "Category");
  const ownPlaces = kind === "bars" || kind === "dots" ? points.filter(({ own }) => own).map(({ at }) => at) : [];
  return {
    caption: subtitle,
    rowHeader: header,
    columns,
    rows: [
      ...places.map((at) => ({
        name: at,
        own: ownPlaces.includes(at) && ownPlaces.length < points.length,
        cells: columns.map((column) => cells.get(`${at}\n${column}`) ?? null),
      })),
      ...(rule && !places.includes(rule.label)
        ? [{ name: rule.label, own: false, cells: columns.map((_, i) => (i === 0 ? rule.fact : null)) }]
        : []),
    ],
  };
}

const headers: Partial<Record<Chart["kind"], string>> = {
  arrows: "Cause",
  lines: "Period",
  pyramid: "Age",
  stack: "Age",
  treemap: "Cause",
  waterfall: "Total or step",
};

function chartFacts({ points, rule, title }: Chart): readonly Fact[] {
  const cited = title.flatMap((part) => (typeof part === "string" ? [] : [part.fact]));
  return [...points.map(({ fact }) => fact), ...(rule ? [rule.fact] : []), ...cited];
}

function tags({ subtitle, points, rule }: Chart): string {
  return inOrder([...points.map(({ fact }) => fact), ...(rule ? [rule.fact] : [])].map(({ evidence }) => evidence))
    .filter((evidence) => mustBeLabelled(evidence) && !subtitle.includes(evidence))
    .map((evidence) => ` ${evidenceTag(evidence)}`)
    .join("");
}

const limitWords: Partial<Record<Chart["kind"], string>> = {
  arrows: "In brackets: limits.",
  bars: "Thin lines show limits.",
  dots: "Thin lines show limits.",
  lines: "Shaded bands show limits.",
};

/** What lines and shapes mean that are not named in the drawing. */
function key(chart: Chart): string {
  const { kind, points } = chart;
  const unfirm = inOrder(points.map(({ fact }) => fact.evidence)).filter(mustBeLabelled);
  const limits = points.some(({ fact }) => fact.lower !== null && fact.upper !== null);
  const drawn = {
    bars: "outlined with dashes",
    dots: "hollow",
    lines: "dashed",
    pyramid: "named in the key",
    arrows: "joined by dashed lines",
    stack: "outlined with dashes",
    treemap: "pale",
    waterfall: "outlined with dashes or hollow",
  }[kind];
  const words = [
    ...(kind === "stack" ? stackKey(chart) : kind === "waterfall" ? waterfallKey(chart) : []),
    ...(kind === "treemap" ? treemapKey(chart) : []),
    ...(limits && limitWords[kind] ? [limitWords[kind]] : []),
    ...(unfirm.length > 0 && kind !== "pyramid" && kind !== "treemap"
      ? [`Figures that are ${unfirm.join(" or ")} are ${drawn}.`]
      : []),
    ...(points.some(({ fact }) => fact.missing === "suppressed") ? ["[c] withheld to protect people."] : []),
  ];
  return words.length > 0 ? `<p class="chart-key">${words.join(" ")}</p>\n` : "";
}
