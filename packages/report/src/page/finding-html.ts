import type { Cited, Finding, Profile, Sentence } from "@popneeds/jsna";
import { escapeHtml } from "../escape-html.ts";
import { plainSentence } from "../plain-sentence.ts";
import { evidenceTag, inOrder, mustBeLabelled } from "./evidence-words.ts";
import { sentenceSources } from "./sources-note.ts";

/** A finding as a paragraph, with what stands behind its figures under it. */
export function findingHtml(profile: Profile, finding: Finding): string {
  const { sentences, evidence } = finding;
  const text = sentences.map(sentenceHtml).join(" ");
  return `<div class="finding">${verdict(finding)}<p>${text}${labels(sentences, finding)}</p>${sentenceSources(profile, sentences, evidence)}</div>`;
}

/** Words, and figures that know the row they come from. */
export function sentenceHtml(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === "string" ? escapeHtml(part) : citedHtml(part))).join("");
}

function citedHtml({ fact, part, text }: Cited): string {
  const figure = fact[part];
  return `<data class="figure" value="${figure ?? ""}" data-row="${escapeHtml(fact.id)}" data-part="${part}">${escapeHtml(text)}</data>`;
}

function verdict({ strength, direction }: Finding): string {
  if (strength === "not clear") return `<p class="verdict verdict--not-clear">Not clearly different</p>`;
  if (direction === "neither") return "";
  return `<p class="verdict verdict--${direction}">${direction === "better" ? "Better" : "Worse"}</p>`;
}

/** Classes that a paragraph must name and its own words do not. */
function labels(sentences: readonly Sentence[], { evidence }: Finding): string {
  const words = sentences.map(plainSentence).join(" ").toLowerCase();
  const cited = sentences.flat().flatMap((part) => (typeof part === "string" ? [] : [part.fact]));
  return inOrder([...cited, ...evidence].map((fact) => fact.evidence))
    .filter(mustBeLabelled)
    .filter((of) => !words.includes(of.slice(0, 6)))
    .map((of) => ` ${evidenceTag(of)}`)
    .join("");
}
