import { evidences } from "@popneeds/core";
import type { Released } from "../released.ts";
import { evidenceMeaning, evidenceTag } from "./evidence-words.ts";

/** What a reader needs to know before the first figure. */
export function howToReadHtml({ suppressBelow }: Released): string {
  const classes = evidences.map((of) => `<dt>${evidenceTag(of)}</dt><dd>${evidenceMeaning[of]}</dd>`);
  return `<p>Every figure has a class, which says how it came to be:</p>
<dl class="classes">${classes.join("")}</dl>
<ul>
<li><b>Limits</b> in brackets, or a thin line or band in a chart, say how far chance alone could move a figure. A full count has none.</li>
<li><b>Not clearly different</b> means that a test of the difference found none beyond chance. It does not mean that there is none.</li>
<li><b>[c]</b> stands for a figure withheld to protect people: it would show from 1 to ${suppressBelow - 1} people or events. <b>[x]</b> is not available, <b>[z]</b> not applicable.</li>
<li><b>Sources</b> under a paragraph, chart or table name the file, its edition and the method behind each figure. Figures are rounded here; the tables beside this page hold them in full. <code>popneeds explain</code> with a figure’s row id prints every step from the file to the figure.</li>
</ul>`;
}
