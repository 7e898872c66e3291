import type { Evidence, Source } from "@popneeds/core";
import type { IndicatorWords, Profile } from "@popneeds/jsna";
import { escapeHtml } from "../escape-html.ts";
import { fileName } from "../file-name.ts";
import type { Released } from "../released.ts";
import { allSources } from "./all-sources.ts";
import { evidenceTag, inOrder } from "./evidence-words.ts";
import { sourceAnchor } from "./sources-note.ts";

/** Every file, indicator and method behind the page. */
export function sourcesHtml({ profile, needs }: Released): string {
  return `<h3>Sources and editions</h3>
${sourcesTable(allSources(profile))}
<h3>What each indicator means</h3>
${indicatorsHtml(profile)}
<h3>Methods</h3>
${methodsHtml([...profile.facts, ...needs])}`;
}

function sourcesTable(sources: readonly Source[]): string {
  if (sources.length === 0) return "<p>No file was read.</p>";
  const rows = sources.map(
    ({ id, title, publisher, edition, released, licence, file, sha256 }, i) =>
      `<tr id="${sourceAnchor(id)}"><th scope="row">[${i + 1}] ${escapeHtml(title)}<br><code>${escapeHtml(id)}</code></th><td>${escapeHtml(publisher)}</td><td>${escapeHtml(edition)}${released ? `<br>released ${escapeHtml(released)}` : ""}</td><td>${escapeHtml(licence)}</td><td><code>${escapeHtml(fileName(file))}</code><br>sha256 <code>${sha256.slice(0, 12)}…</code></td></tr>`,
  );
  return `<div class="table-scroll" role="group" aria-labelledby="table-of-sources-caption" tabindex="0">
<table class="ds_table" id="table-of-sources">
<caption id="table-of-sources-caption">The files that the figures were read from</caption>
<thead><tr><th scope="col">Title</th><th scope="col">Publisher</th><th scope="col">Edition</th><th scope="col">Licence</th><th scope="col">File</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
</div>`;
}

function indicatorsHtml({ indicators }: Profile): string {
  const domains = [...new Set(indicators.map(({ domain }) => domain))];
  return domains
    .map(
      (domain) =>
        `<h4>${escapeHtml(domain)}</h4>\n<dl class="indicators">${indicators
          .filter((words) => words.domain === domain)
          .map(indicatorHtml)
          .join("")}</dl>`,
    )
    .join("\n");
}

function indicatorHtml({ title, meaning, unit, better, caveats }: IndicatorWords): string {
  const direction =
    better === "neither"
      ? "Neither higher nor lower is better."
      : `${better === "higher" ? "Higher" : "Lower"} is better.`;
  const list =
    caveats.length === 0 ? "" : `<ul>${caveats.map((caveat) => `<li>${escapeHtml(caveat)}</li>`).join("")}</ul>`;
  return `<dt>${escapeHtml(title)}</dt><dd><p>${escapeHtml(meaning)} Unit: ${escapeHtml(unit)}. ${direction}</p>${list}</dd>`;
}

function methodsHtml(rows: readonly { readonly method: string; readonly evidence: Evidence }[]): string {
  const methods = new Map<string, Evidence[]>();
  for (const { method, evidence } of rows) methods.set(method, [...(methods.get(method) ?? []), evidence]);
  const items = [...methods].map(
    ([method, of]) =>
      `<li>${escapeHtml(method)} (${of.length} ${of.length === 1 ? "row" : "rows"}) ${inOrder(of).map(evidenceTag).join(" ")}</li>`,
  );
  return `<ul class="methods">${items.join("")}</ul>
<p>Every step from a file to a figure is in <code>provenance.json</code>; <code>popneeds explain</code> and a row id print it as text.</p>`;
}
