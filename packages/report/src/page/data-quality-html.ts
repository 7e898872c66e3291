import type { DataSetQuality } from "@popneeds/jsna";
import { escapeHtml } from "../escape-html.ts";
import { byId } from "../output-table.ts";
import type { Released } from "../released.ts";
import { allSources } from "./all-sources.ts";
import { evidenceTag } from "./evidence-words.ts";
import { sourceAnchor } from "./sources-note.ts";

/** How good the data sets are that the figures rest on: a row for each, every figure one of `tables/data-quality.csv`. */
export function dataQualityHtml({ profile }: Released): string {
  const sets = [...profile.dataQuality].sort(byId);
  if (sets.length === 0) return "<p>Nothing is known about the quality of the data.</p>";
  const numbers = new Map(allSources(profile).map(({ id }, i) => [id, i + 1]));
  const apart = sets.filter(({ totals }) => totals.apart > 0);
  const verdict =
    apart.length === 0
      ? "Wherever a total stands beside its parts, it is their sum, or differs by no more than rounding can."
      : `Some totals are not the sum of their parts: ${apart.map(({ source }) => escapeHtml(source.title)).join("; ")}. Publishers round, leave out small numbers, count people whose sex or area is not known in totals only, and count some where they live and others where they are treated.`;
  return `<p>What the figures on this page rest on, and how far it can be trusted. A file with a row that cannot be read is refused as a whole. ${verdict} Counts far from their past are to be looked at; they are not faults. The same rows are in <code>tables/data-quality.csv</code>.</p>
<div class="table-scroll" role="group" aria-labelledby="data-quality-caption" tabindex="0">
<table class="ds_table" id="data-quality">
<caption id="data-quality-caption">The data sets that the figures rest on</caption>
<thead><tr><th scope="col">Data set</th><th scope="col">Time</th><th scope="col">Rows</th><th scope="col">Totals</th><th scope="col">To look at</th></tr></thead>
<tbody>
${sets.map((of) => rowHtml(of, numbers.get(of.source.id))).join("\n")}
</tbody>
</table>
</div>`;
}

function rowHtml(of: DataSetQuality, number: number | undefined): string {
  const { id, source, from, to, totals } = of;
  const figure = (value: number, part: string) =>
    `<data value="${value}" data-row="${escapeHtml(id)}" data-part="${part}">${value.toLocaleString("en-GB")}</data>`;
  const counted = (value: number, part: string, one: string, several = `${one}s`) =>
    `${figure(value, part)} ${value === 1 ? one : several}`;
  const title =
    number === undefined
      ? escapeHtml(source.title)
      : `<a href="#${sourceAnchor(source.id)}">[${number}] ${escapeHtml(source.title)}</a>`;
  const time =
    from === null || to === null
      ? "not stated"
      : `${lines([years(from, to), counted(of.periods, "periods", "period")])}`;
  const rows = [
    counted(of.rows, "rows", "row"),
    ...(of.areas > 0 ? [counted(of.areas, "areas", "area")] : []),
    `${figure(of.refused, "rows_refused")} refused`,
  ];
  const compared =
    totals.compared === 0
      ? ["none to compare"]
      : [
          totals.apart + totals.withinRounding === 0
            ? `all ${figure(totals.agree, "totals_agree")} add up`
            : `${figure(totals.agree, "totals_agree")} of ${figure(totals.compared, "totals_compared")} add up`,
          ...(totals.withinRounding > 0
            ? [`${figure(totals.withinRounding, "totals_within_rounding")} within rounding`]
            : []),
          ...(totals.apart > 0
            ? [`${figure(totals.apart, "totals_apart")} ${totals.apart === 1 ? "does" : "do"} not`]
            : []),
        ];
  const look = [
    ...(of.missing > 0 ? [counted(of.missing, "figures_missing", "figure missing", "figures missing")] : []),
    ...(of.gaps > 0
      ? [counted(of.gaps, "gaps", "area and period without a row", "areas and periods without a row")]
      : []),
    ...(of.jumps > 0
      ? [
          `${figure(of.jumps, "counts_far_from_past")} of ${figure(of.looked, "counts_looked_at")} counts far from their past`,
        ]
      : []),
    ...of.breaks.map((text) => escapeHtml(text)),
  ];
  return `<tr id="${escapeHtml(id.replace("/", "-"))}"><th scope="row">${title}<br><span class="edition">${escapeHtml(source.publisher)}; ${escapeHtml(source.edition)}</span> ${evidenceTag(source.evidence)}</th><td>${time}</td><td>${lines(rows)}</td><td>${lines(compared)}</td><td>${lines(look.length > 0 ? look : ["nothing"])}</td></tr>`;
}

/** Findings under one another, set apart where they run over several lines. */
function lines(findings: readonly string[]): string {
  return findings.map((html) => `<span class="line">${html}</span>`).join(" ");
}

/** The years from the first day to the last. */
function years(from: string, to: string): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return first === last ? first : `${first} to ${last}`;
}
