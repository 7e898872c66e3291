import type { Fact, LocalityPart, Profile } from "@popneeds/jsna";
import { escapeHtml } from "../escape-html.ts";
import { describeMeasure } from "../names.ts";
import { figureTableHtml } from "./figure-table.ts";
import { findingHtml } from "./finding-html.ts";
import { tableSources } from "./sources-note.ts";

/** Each locality on its own: what stands out, and its figures beside the area's and the country's. */
export function localitiesHtml(profile: Profile): string {
  const without = profile.withoutLocalities ? `<p>${escapeHtml(profile.withoutLocalities)}</p>` : "";
  return without + profile.localityParts.map((part) => partHtml(profile, part)).join("\n");
}

/** The anchor of a locality's part. */
export function localityAnchor(slug: string): string {
  return `locality-${slug.replaceAll("/", "-")}`;
}

function partHtml(profile: Profile, { area, findings, facts }: LocalityPart): string {
  const beside = [profile.area, ...profile.comparators.slice(-1)];
  const find = finder(profile.facts);
  const table =
    facts.length === 0
      ? "<p>No indicator reaches down to this locality.</p>"
      : figureTableHtml({
          id: `figures-${localityAnchor(area.slug)}`,
          caption: `${area.name} at a glance`,
          rowHeader: "Indicator",
          columns: [area.name, ...beside.map(({ name }) => name)],
          rows: facts.map((fact) => ({
            name: describeMeasure(profile, fact),
            own: false,
            cells: [fact, ...beside.map(({ code }) => find(code, fact))],
          })),
          note: `<details class="sources"><summary>Sources<span class="visually-hidden"> of the figures of ${escapeHtml(area.name)}</span></summary>${tableSources(profile, facts)}</details>`,
        });
  return `<section class="locality" aria-labelledby="${localityAnchor(area.slug)}">
<h3 id="${localityAnchor(area.slug)}">${escapeHtml(area.name)}</h3>
${findings.map((finding) => findingHtml(profile, finding)).join("\n")}
${table}
</section>`;
}

/** Finds another area's fact that differs from a fact in nothing but the area. */
function finder(facts: readonly Fact[]): (area: string, like: Fact) => Fact | null {
  const key = (area: string, { indicator, period, sex, age, category, unit }: Fact) =>
    JSON.stringify([area, indicator, period, sex, age, category, unit]);
  const known = new Map(facts.map((fact) => [key(fact.area, fact), fact]));
  return (area, like) => known.get(key(area, like)) ?? null;
}
