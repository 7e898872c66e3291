import type { ProfileArea } from "@popneeds/jsna";
import { escapeHtml } from "../escape-html.ts";
import type { Released, ReleasedNeedsRow } from "../released.ts";
import { evidenceTag, inOrder } from "./evidence-words.ts";
import { type FigureTable, figureTableHtml } from "./figure-table.ts";
import { tableSources } from "./sources-note.ts";

const horizons = ["now", "+5", "+10", "+20"] as const;

/** The planning table: topic × horizon, for the profiled area and then for each locality. */
export function needsHtml({ profile, needs }: Released): string {
  const areas = [profile.area, ...profile.localities];
  const tables = areas.flatMap((area) => {
    const rows = needs.filter((row) => row.area === area.code);
    if (rows.length === 0) return [];
    const facts = rows.flatMap(({ rests }) => rests);
    const table = figureTableHtml({
      ...needsTableOf(area, rows),
      note: `${methods(rows)}<details class="sources"><summary>Sources<span class="visually-hidden"> of the planning table of ${escapeHtml(area.name)}</span></summary>${tableSources(profile, facts)}</details>`,
    });
    return [`<h3>${escapeHtml(area.name)}</h3>\n${table}`];
  });
  if (tables.length === 0) return "<p>No planning figures could be made for this area.</p>";
  return `<p>How many people each topic concerns now and in five, ten and twenty years, with the change since now. The same rows are in <code>tables/needs_summary.csv</code>.</p>\n${tables.join("\n")}`;
}

function needsTableOf(area: ProfileArea, rows: readonly ReleasedNeedsRow[]): Omit<FigureTable, "note"> {
  const used = horizons.filter((horizon) => rows.some((row) => row.horizon === horizon));
  const topics = [...new Map(rows.map((row) => [row.topic, row.topicTitle]))];
  return {
    id: `needs-${area.code}`,
    caption: `${area.name}: who is affected, now and later`,
    rowHeader: "Topic",
    columns: used.map((horizon) => columnName(horizon, rows)),
    rows: topics.map(([topic, name]) => ({
      name,
      own: false,
      cells: used.map((horizon) => {
        const row = rows.find((candidate) => candidate.topic === topic && candidate.horizon === horizon);
        return row ? { ...row, per: null } : null;
      }),
    })),
  };
}

function columnName(horizon: string, rows: readonly ReleasedNeedsRow[]): string {
  const years = new Set(rows.filter((row) => row.horizon === horizon).map(({ year }) => year));
  const words = horizon === "now" ? "Now" : `In ${horizon.slice(1)} years`;
  return years.size === 1 ? `${words} (${[...years][0]})` : words;
}

/** How the rows were made, class by class. */
function methods(rows: readonly ReleasedNeedsRow[]): string {
  const classes = inOrder(rows.map(({ evidence }) => evidence)).map((of) => {
    const how = new Set(rows.filter(({ evidence }) => evidence === of).map(({ method }) => method));
    return `<li>${evidenceTag(of)} ${escapeHtml([...how].join("; "))}.</li>`;
  });
  return `<ul class="origins">${classes.join("")}</ul>`;
}
