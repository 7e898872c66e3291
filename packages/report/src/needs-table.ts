import type { Cell } from "./csv.ts";
import { sharedFields, sourceIds, sourcesOfFacts, tableCsv } from "./fact-tables.ts";
import { areasOf } from "./names.ts";
import { byId, type OutputTable } from "./output-table.ts";
import { type Released, type ReleasedNeedsRow, refuseUnreleased } from "./released.ts";

/**
 * The planning table: area × topic × horizon, with the rows that each figure rests on, in the order of row ids.
 *
 * @throws PopneedsError `not-released`
 */
export function needsTable(released: Released): OutputTable {
  refuseUnreleased(released, "needsTable");
  const areas = areasOf(released.profile);
  const rows = [...released.needs].sort(byId);
  return {
    name: "needs_summary",
    title: "What this means for planning",
    fields: [
      sharedFields.id,
      sharedFields.area,
      sharedFields.areaName,
      sharedFields.level,
      { name: "topic", type: "string", description: "Id of the topic.", constraints: { required: true } },
      { name: "topic_title", type: "string", description: "Words of the topic.", constraints: { required: true } },
      {
        name: "horizon",
        type: "string",
        description: "Years from now.",
        constraints: { required: true, enum: ["now", "+5", "+10", "+20"] },
      },
      { name: "year", type: "integer", description: "The year that the horizon is.", constraints: { required: true } },
      { name: "value", type: "number", description: "People (or what the unit says) affected." },
      { name: "change", type: "number", description: "Change since now, in the same unit." },
      { name: "change_percent", type: "number", description: "Change since now, in per cent." },
      sharedFields.lower,
      sharedFields.upper,
      sharedFields.unit,
      sharedFields.class,
      sharedFields.method,
      sharedFields.missing,
      {
        name: "rests_on",
        type: "string",
        description: "Row ids of the facts that the row rests on, joined by semicolons.",
      },
      sharedFields.sources,
    ],
    rows: rows.map((row) => cells(row, areas.get(row.area)!.name)),
    sources: sourcesOfFacts(rows.flatMap((row) => row.rests)),
  };
}

/** The planning table as CSV. */
export function needsCsv(released: Released): string {
  return tableCsv(needsTable(released));
}

function cells(row: ReleasedNeedsRow, areaName: string): readonly Cell[] {
  return [
    row.id,
    row.area,
    areaName,
    row.level,
    row.topic,
    row.topicTitle,
    row.horizon,
    row.year,
    row.value,
    row.change,
    row.changePercent,
    row.lower,
    row.upper,
    row.unit,
    row.evidence,
    row.method,
    row.missing,
    row.rests.map(({ id }) => id).join(";") || null,
    sourceIds(row.rests),
  ];
}
