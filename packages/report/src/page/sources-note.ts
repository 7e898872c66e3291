import type { Fact, Profile, Sentence } from "@popneeds/jsna";
import { escapeHtml } from "../escape-html.ts";
import { sourcesOfFacts } from "../fact-tables.ts";
import { formatFigure } from "../format-figure.ts";
import { missingMark } from "../missing-mark.ts";
import { describeFact, indicatorsOf } from "../names.ts";
import { allSources } from "./all-sources.ts";
import { evidenceTag } from "./evidence-words.ts";

/** The figures of some sentences, each with what it is, its class, method, sources and row: what stands behind a paragraph. */
export function sentenceSources(profile: Profile, sentences: readonly Sentence[], evidence: readonly Fact[]): string {
  const texts = new Map<Fact, string[]>();
  for (const part of sentences.flat())
    if (typeof part !== "string") texts.set(part.fact, [...(texts.get(part.fact) ?? []), part.text]);
  for (const fact of texts.size === 0 ? evidence : []) texts.set(fact, [figureText(fact)]);
  if (texts.size === 0) return "";
  const groups = grouped([...texts.keys()]).map(
    (facts) =>
      `<li>${originHtml(profile, facts)}<ul>${facts
        .map(
          (fact) =>
            `<li><b>${escapeHtml([...new Set(texts.get(fact))].join("; "))}</b> ${escapeHtml(describeFact(profile, fact))} <code>${escapeHtml(fact.id)}</code></li>`,
        )
        .join("")}</ul></li>`,
  );
  return `<details class="sources"><summary>Sources<span class="visually-hidden"> of the figures in this paragraph</span></summary><ul class="origins">${groups.join("")}</ul></details>`;
}

/** What stands behind a table: for each measure in it, how many figures, their class, method and sources. */
export function tableSources(profile: Profile, facts: readonly Fact[]): string {
  const indicators = indicatorsOf(profile);
  const groups = grouped([...new Set(facts)]).map((of) => {
    const names = [...new Set(of.map(({ indicator }) => indicators.get(indicator)?.title ?? indicator))];
    return `<li>${escapeHtml(names.slice(0, 6).join("; "))}${names.length > 6 ? ` and ${names.length - 6} more` : ""}: ${originHtml(profile, of)}</li>`;
  });
  return groups.length === 0 ? "" : `<ul class="origins">${groups.join("")}</ul>`;
}

/** Class, method and sources that some facts share; in print the sources are numbers of the table of sources. */
function originHtml(profile: Profile, facts: readonly Fact[]): string {
  const { evidence, method } = facts[0]!;
  const numbers = new Map(allSources(profile).map(({ id }, i) => [id, i + 1]));
  const sources = sourcesOfFacts(facts.slice(0, 1)).map(
    ({ id, title, publisher, edition }) =>
      `<span class="from">[${numbers.get(id)}]<span class="in-full"> <a href="#${sourceAnchor(id)}">${escapeHtml(title)}</a> (${escapeHtml(publisher)}; edition ${escapeHtml(edition)})</span></span>`,
  );
  return `${evidenceTag(evidence)} ${escapeHtml(method)}. ${sources.length === 0 ? "No file: typed in." : `From ${sources.join(", ")}.`}`;
}

/** Where a source stands in the page's table of sources. */
export function sourceAnchor(id: string): string {
  return `source-${id.replace(/[^A-Za-z0-9_-]+/g, "-")}`;
}

function grouped(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const sources = sourcesOfFacts([fact]).map(({ id }) => id);
    const key = JSON.stringify([fact.evidence, fact.method, sources]);
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return [...groups.values()];
}

function figureText(fact: Fact): string {
  return fact.value === null ? missingMark(fact.missing) : formatFigure(fact.value, fact);
}
