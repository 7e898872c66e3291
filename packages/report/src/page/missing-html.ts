import type { Issue } from "@popneeds/core";
import { escapeHtml } from "../escape-html.ts";
import { fileName } from "../file-name.ts";
import type { Released } from "../released.ts";

/** What is not in the assessment and why, what was withheld, and what was found wrong with the data. */
export function missingHtml({ profile, suppressBelow, withheld }: Released): string {
  const gaps = profile.gaps.map(({ what, why }) => `<dt>${escapeHtml(what)}</dt><dd>${escapeHtml(why)}</dd>`);
  const protectedWords =
    withheld.facts + withheld.needs === 0
      ? `No figure had to be withheld: none that is not already published shows from 1 to ${suppressBelow - 1} people or events.`
      : `${withheld.facts} of ${profile.facts.length} figures and ${withheld.needs} rows of the planning table are withheld, shown as [c], because they would show from 1 to ${suppressBelow - 1} people or events. ${withheld.findings} findings and titles that rest on them are left out.`;
  return `<h3>Gaps</h3>
${gaps.length === 0 ? "<p>No gaps are listed.</p>" : `<dl class="gaps">${gaps.join("")}</dl>`}
<h3>Withheld to protect people</h3>
<p>${protectedWords} Figures that their publishers have published as they are stand as published. A withheld figure might still be worked out from others; that check is not yet made here.</p>
<h3>Issues found in the data</h3>
${issuesHtml(profile.issues)}`;
}

function issuesHtml(issues: readonly Issue[]): string {
  if (issues.length === 0) return "<p>None.</p>";
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    const key = `${issue.severity} ${issue.code}`;
    groups.set(key, [...(groups.get(key) ?? []), issue]);
  }
  const items = [...groups.values()].map((of) => {
    const more = of.length > 3 ? `<li>and ${of.length - 3} more of this kind.</li>` : "";
    const shown = of.slice(0, 3).map((issue) => `<li>${escapeHtml(words(issue))}</li>`);
    return `<li><b>${of[0]!.severity}</b> <code>${escapeHtml(of[0]!.code)}</code><ul>${shown.join("")}${more}</ul></li>`;
  });
  return `<ul class="issues">${items.join("")}</ul>`;
}

function words({ file, line, message, fix }: Issue): string {
  const where = [file && fileName(file), line === undefined ? "" : `line ${line}`].filter(Boolean).join(", ");
  return `${where ? `${where}: ` : ""}${message} ${fix}`;
}
