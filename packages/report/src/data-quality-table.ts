import { evidences, fromInputs, sourcesOf } from "@popneeds/core";
import type { DataSetQuality } from "@popneeds/jsna";
import type { Cell } from "./csv.ts";
import { sharedFields, tableCsv } from "./fact-tables.ts";
import { byId, type Field, type OutputTable } from "./output-table.ts";
import { type Released, refuseUnreleased } from "./released.ts";

/**
 * How good the data sets are that the figures rest on: a row for each, in the order of row ids.
 *
 * @throws PopneedsError `not-released`
 */
export function dataQualityTable(released: Released): OutputTable {
  refuseUnreleased(released, "dataQualityTable");
  const sets = [...released.profile.dataQuality].sort(byId);
  return {
    name: "data-quality",
    title: "Data used and their quality",
    fields,
    rows: sets.map(cells),
    sources: [...sourcesOf(fromInputs(sets.map(({ provenance }) => provenance)))].sort(byId),
  };
}

/** The table of the quality of data as CSV. */
export function dataQualityCsv(released: Released): string {
  return tableCsv(dataQualityTable(released));
}

const required = { required: true };
const whole = (name: string, description: string): Field => ({
  name,
  type: "integer",
  description,
  constraints: { required: true, minimum: 0 },
});

const fields: readonly Field[] = [
  sharedFields.id,
  { name: "data_set", type: "string", description: "Id of the data set.", constraints: required },
  { name: "title", type: "string", description: "What the data set holds.", constraints: required },
  { name: "publisher", type: "string", description: "Who published it.", constraints: required },
  { name: "edition", type: "string", description: "Which edition.", constraints: required },
  { name: "released", type: "string", description: "When it was released; empty where not stated." },
  {
    name: "class",
    type: "string",
    description: "How the publisher came by the figures.",
    constraints: { required: true, enum: evidences },
  },
  { name: "first_day", type: "string", description: "First day that the figures are about; empty where not stated." },
  { name: "last_day", type: "string", description: "Last day that the figures are about; empty where not stated." },
  whole("periods", "Different periods."),
  whole("areas", "Different areas."),
  whole("rows", "Rows read."),
  whole("rows_refused", "Rows that could not be used."),
  whole("figures_missing", "Figures that are missing, for whatever reason."),
  whole("gaps", "Areas and periods, each of them in the file, that have no row together."),
  whole("totals_compared", "Totals compared with the sum of their parts, in this data set or between it and another."),
  whole("totals_agree", "Of these, totals that are the sum."),
  whole("totals_within_rounding", "Of these, totals that differ by no more than rounding can."),
  whole("totals_apart", "Of these, all others."),
  {
    name: "compared_with",
    type: "string",
    description: "Ids of the data sets that it was compared with, joined by semicolons.",
  },
  whole("counts_looked_at", "Counts compared with their past."),
  whole("counts_far_from_past", "Of these, counts far from it: to look at, not faults."),
  { name: "breaks", type: "string", description: "Breaks in the series that the publisher marks." },
  sharedFields.method,
  sharedFields.sources,
];

function cells(of: DataSetQuality): readonly Cell[] {
  const { source, totals } = of;
  return [
    of.id,
    source.id,
    source.title,
    source.publisher,
    source.edition,
    source.released ?? null,
    source.evidence,
    of.from,
    of.to,
    of.periods,
    of.areas,
    of.rows,
    of.refused,
    of.missing,
    of.gaps,
    totals.compared,
    totals.agree,
    totals.withinRounding,
    totals.apart,
    of.comparedWith.join(";") || null,
    of.looked,
    of.jumps,
    of.breaks.join("; ") || null,
    of.method,
    sourcesOf(of.provenance)
      .map(({ id }) => id)
      .sort()
      .join(";"),
  ];
}
